/** What a person can do with the cells of a notebook. Part of `user-actions.ts`. */
import type { ResumeUntil, SourceLine } from "../../electron/contract/breakpoint";
import { codeCellsOf } from "../../electron/contract/notebook";
import type { Requests } from "../../electron/contract/requests";
import { cellText } from "./notebook-state";
import type { Store } from "./store";
import { lastEntry } from "./step-travel";

export interface NotebookActions {
  /** By their ids; Python is started when it is not there. A line is in a cell, by the cell's name. */
  runCells(ids: readonly string[], until: ResumeUntil, runTo?: SourceLine): Promise<void>;
}

export function createNotebookActions(
  heap: Pick<Requests, "runCells">,
  { get, dispatch }: Store,
  startPython: () => Promise<void>,
): NotebookActions {
  return {
    runCells: async (ids, until, runTo) => {
      const { phase, script } = get();
      if (phase === undefined || phase.kind === "ended") await startPython();
      const state = get();
      const cells = codeCellsOf(script?.notebook).filter(({ id }) => ids.includes(id));
      const entry = lastEntry(state.steps);
      if (state.travel.entry !== entry) dispatch({ kind: "travelled", entry, direction: "jump" });
      dispatch({ kind: "following-changed", follows: "live-step" });
      await heap.runCells(
        cells.map((cell) => ({ id: cell.id, name: cell.name, text: cellText(state, cell) })),
        until,
        runTo,
      );
    },
  };
}
