/** Commands that take the graph or a table along as text for other programs. */
import type { AppState } from "../state/app-state";
import type { DataChoice } from "../state/data-choice";
import type { Command } from "./command";

const hasPicture = (state: AppState): boolean => state.picture !== undefined;
const types: DataChoice = { format: "csv", table: "types" };

export const dataCommands: readonly Command[] = [
  {
    id: "copy-mermaid",
    title: "Copy the graph as Mermaid",
    keys: [],
    menu: { name: "Edit", group: 1 },
    enabled: hasPicture,
    run: ({ actions }) => void actions.copyData({ format: "mermaid" }),
  },
  {
    id: "copy-dot",
    title: "Copy the graph as DOT (Graphviz)",
    keys: [],
    menu: { name: "Edit", group: 1 },
    enabled: hasPicture,
    run: ({ actions }) => void actions.copyData({ format: "dot" }),
  },
  {
    id: "copy-types-csv",
    title: "Copy the table of types as CSV",
    keys: [],
    enabled: hasPicture,
    run: ({ actions }) => void actions.copyData(types),
  },
  {
    id: "save-types-csv",
    title: "Save the table of types as CSV…",
    keys: [],
    enabled: hasPicture,
    run: ({ actions }) => void actions.saveDataAndSay(types),
  },
];
