/** What the window knows of a notebook's cells beside the notebook itself: what became of them in this program, and what the person wrote into them. */
import {
  codeCellsOf,
  isCellFile,
  type CellRun,
  type CodeCell,
} from "../../electron/contract/notebook";
import type {
  OutputChunk,
  ScriptSource,
  StepSummary,
} from "../../electron/contract/session-events";

export interface NotebookState {
  /** The last run of each cell, by the cell's id. */
  readonly cellRuns: ReadonlyMap<string, CellRun>;
  /** Texts the person changed, by the cell's id. */
  readonly cellDrafts: ReadonlyMap<string, string>;
  /** The cell that commands mean, by its id. */
  readonly chosenCell: string | undefined;
}

export type NotebookAction =
  | { readonly kind: "cell-edited"; readonly id: string; readonly text: string }
  | { readonly kind: "cell-chosen"; readonly id: string };

export const cellsNotRun: Pick<NotebookState, "cellRuns"> = { cellRuns: new Map() };

export const initialNotebookState: NotebookState = {
  ...cellsNotRun,
  cellDrafts: new Map(),
  chosenCell: undefined,
};

export function notebookOpened({ notebook }: ScriptSource): NotebookState {
  return { ...initialNotebookState, chosenCell: codeCellsOf(notebook)[0]?.id };
}

export function isNotebookAction(action: { readonly kind: string }): action is NotebookAction {
  return action.kind === "cell-edited" || action.kind === "cell-chosen";
}

export function reduceNotebookAction<State extends NotebookState>(
  state: State,
  action: NotebookAction,
): State {
  switch (action.kind) {
    case "cell-edited":
      return { ...state, cellDrafts: new Map(state.cellDrafts).set(action.id, action.text) };
    case "cell-chosen":
      return state.chosenCell === action.id ? state : { ...state, chosenCell: action.id };
  }
}

export function withCellRuns<State extends NotebookState>(
  state: State,
  runs: readonly CellRun[],
): State {
  if (runs.length === 0) return state;
  const cellRuns = new Map(state.cellRuns);
  for (const run of runs) cellRuns.set(run.id, run);
  return { ...state, cellRuns };
}

/** The text as it is in the window. */
export function cellText({ cellDrafts }: NotebookState, cell: CodeCell): string {
  return cellDrafts.get(cell.id) ?? cell.text;
}

/** `In[19] run 2` is a run of `In[19]`. */
export function cellNameOf(file: string): string {
  return isCellFile(file) ? file.replace(/ run \d+$/, "") : file;
}

/**
 * What each run of a cell has printed, by the name of the run's text; errors are told in the Output panel. What is printed in a function, also in one of
 * an earlier run, belongs to the cell whose line called it.
 */
export function printedByCell(
  output: readonly OutputChunk[],
  steps: readonly StepSummary[],
  running: string | undefined,
): ReadonlyMap<string, string> {
  const printed = new Map<string, string>();
  for (const { entry, stream, text } of output) {
    let at: number = entry;
    while ((steps[at]?.depth ?? 0) > 0) at += 1;
    const file = steps[at]?.file ?? running ?? "";
    if (stream === "stdout") printed.set(file, (printed.get(file) ?? "") + text);
  }
  return printed;
}

export function runningCell({ cellRuns }: NotebookState): string | undefined {
  return [...cellRuns.values()].find(({ state }) => state.kind === "running")?.file;
}

/** The cell that failed at a line of this text. */
export function failedRun({ cellRuns }: NotebookState, file: string): CellRun | undefined {
  return [...cellRuns.values()].find(({ state }) => state.kind === "failed" && state.file === file);
}
