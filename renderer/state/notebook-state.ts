/** What the window knows of a notebook's cells beside the notebook itself: what became of them in this program, and what the person wrote into them. */
import type { CellRun } from "../../electron/contract/notebook";

export interface NotebookState {
  /** The last run of each cell, by the cell's id. */
  readonly cellRuns: ReadonlyMap<string, CellRun>;
  /** Texts the person changed, by the cell's id. */
  readonly cellDrafts: ReadonlyMap<string, string>;
  /** The cell that commands mean, by its id. */
  readonly chosenCell: string | undefined;
}

export const cellsNotRun: Pick<NotebookState, "cellRuns"> = { cellRuns: new Map() };

export const initialNotebookState: NotebookState = {
  ...cellsNotRun,
  cellDrafts: new Map(),
  chosenCell: undefined,
};

export function withCellRuns<State extends NotebookState>(
  state: State,
  runs: readonly CellRun[],
): State {
  if (runs.length === 0) return state;
  const cellRuns = new Map(state.cellRuns);
  for (const run of runs) cellRuns.set(run.id, run);
  return { ...state, cellRuns };
}
