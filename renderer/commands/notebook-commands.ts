/** Commands of a notebook: run the chosen cell, the ones above it, all of them. */
import { codeCellsOf, type CodeCell } from "../../electron/contract/notebook";
import type { AppState } from "../state/app-state";
import type { Command } from "./command";

const cellsOf = ({ script, recording }: AppState): readonly CodeCell[] =>
  recording === undefined ? codeCellsOf(script?.notebook) : [];
const chosenIn = (state: AppState): CodeCell | undefined =>
  cellsOf(state).find(({ id }) => id === state.chosenCell);

export const notebookCommands: readonly Command[] = [
  {
    id: "run-cell",
    title: "Run this cell",
    titleNow: (state) => `Run ${chosenIn(state)?.name ?? "this cell"}`,
    keys: ["Shift+Enter"],
    menu: { name: "Run", group: 0 },
    enabled: (state) => chosenIn(state) !== undefined,
    whyOff: () => "No notebook is open",
    run({ state, actions }) {
      const cells = cellsOf(state);
      const at = cells.findIndex(({ id }) => id === state.chosenCell);
      const [cell, next] = [cells[at], cells[at + 1]];
      if (cell !== undefined) void actions.runCells([cell.id], "breakpoint");
      if (next !== undefined) actions.change({ kind: "cell-chosen", id: next.id });
    },
  },
  {
    id: "run-all-cells",
    title: "Run all cells",
    keys: [],
    menu: { name: "Run", group: 0 },
    enabled: (state) => cellsOf(state).length > 0,
    whyOff: () => "No notebook is open",
    run: ({ state, actions }) =>
      void actions.runCells(
        cellsOf(state).map(({ id }) => id),
        "breakpoint",
      ),
  },
];
