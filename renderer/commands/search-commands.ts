/** Commands that look for things: the palette, and the find bar over the graph. */
import type { AppState } from "../state/app-state";
import type { Command } from "./command";

/** Smaller words cannot be read. */
const readableZoom = 0.6;

const hits = (state: AppState): number => state.search?.result?.hits.length ?? 0;

function hitCommand(command: Pick<Command, "id" | "title" | "keys">, by: 1 | -1): Command {
  return {
    ...command,
    menu: { name: "Edit", group: 3 },
    enabled: (state) => hits(state) > 0,
    run: ({ state, actions, graph }) => {
      const at = state.search?.at ?? -1;
      const count = hits(state);
      const next = at < 0 && by < 0 ? count - 1 : (at + by + count) % count;
      const shown = actions.chooseHit(next);
      if (shown !== undefined) graph?.centre([shown], readableZoom);
    },
  };
}

export const searchCommands: readonly Command[] = [
  {
    id: "palette",
    title: "Search objects or run a command",
    keys: ["$mod+k", "$mod+Shift+p"],
    menu: { name: "View", group: 0 },
    enabled: () => true,
    run: ({ actions }) => actions.change({ kind: "dialog-changed", dialog: "palette" }),
  },
  {
    id: "find",
    title: "Find in the graph",
    keys: ["$mod+f"],
    menu: { name: "Edit", group: 3 },
    enabled: (state) => state.picture !== undefined,
    run: ({ state, actions }) => {
      actions.change({ kind: "search-changed", query: state.search?.query ?? "" });
      actions.change({ kind: "dialog-changed", dialog: "none" });
    },
  },
  hitCommand({ id: "next-hit", title: "Next found object", keys: ["F3"] }, 1),
  hitCommand({ id: "previous-hit", title: "Previous found object", keys: ["Shift+F3"] }, -1),
];
