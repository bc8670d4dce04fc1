/** Commands about the meant object: who holds it, where it was made, what to copy of it. */
import type { AppState } from "../state/app-state";
import { allSelected, meantObject } from "../state/graph-selection";
import type { Command } from "./command";

const hasMeant = (state: AppState): boolean => meantObject(state) !== undefined;
const hasDetail = (state: AppState): boolean => state.detail?.value !== undefined;

export const objectCommands: readonly Command[] = [
  {
    id: "path-to-name",
    title: "Path to a name",
    keys: ["p"],
    onCanvas: true,
    menu: { name: "Graph", group: 3 },
    enabled: hasMeant,
    run: ({ state, actions }) => void actions.showPath(meantObject(state)?.id ?? ""),
  },
  {
    id: "show-created",
    title: "Show where it was created",
    keys: [],
    menu: { name: "Edit", group: 1 },
    enabled: (state) => state.detail?.value?.created !== undefined,
    run: ({ state, actions }) => {
      const created = state.detail?.value?.created;
      if (created !== undefined)
        actions.change({ kind: "line-revealed", file: created.file ?? "", line: created.line });
    },
  },
  {
    id: "copy-address",
    title: "Copy id of the object",
    keys: [],
    menu: { name: "Edit", group: 1 },
    enabled: hasDetail,
    run: ({ state, actions }) =>
      actions.copy(`0x${(state.detail?.value?.address ?? 0).toString(16)}`),
  },
  {
    id: "copy-repr",
    title: "Copy its description",
    keys: [],
    menu: { name: "Edit", group: 1 },
    enabled: hasMeant,
    run: ({ state, actions }) => {
      const node = meantObject(state);
      const rows = node?.rows.map((row) => [row.label, row.text].filter(Boolean).join(" "));
      actions.copy(
        [`${node?.title ?? ""} ${node?.subtitle ?? ""}`.trim(), ...(rows ?? [])].join("\n"),
      );
    },
  },
  {
    id: "copy-expression",
    title: "Copy as a Python expression",
    keys: [],
    menu: { name: "Edit", group: 1 },
    enabled: hasMeant,
    run: ({ state, actions }) => void actions.copyExpression(meantObject(state)?.id ?? ""),
  },
  {
    id: "clear-selection",
    title: "Clear selection",
    keys: [],
    menu: { name: "Edit", group: 1 },
    enabled: (state) => allSelected(state).length > 0 || state.picked !== undefined,
    run: ({ actions }) => actions.select(undefined),
  },
];
