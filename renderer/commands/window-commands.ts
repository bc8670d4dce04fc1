/** Commands about the window itself: settings, presentation mode, the size of everything. */
import type { AppState } from "../state/app-state";
import type { Command } from "./command";

const zooms: readonly number[] = [0.5, 0.67, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3];

function zoomCommand(id: string, title: string, keys: readonly string[], by: -1 | 1): Command {
  const next = ({ settings: { interfaceZoom } }: AppState): number | undefined =>
    by === 1
      ? zooms.find((zoom) => zoom > interfaceZoom)
      : zooms.findLast((zoom) => zoom < interfaceZoom);
  return {
    id,
    title,
    keys,
    menu: { name: "View", group: 4 },
    enabled: (state) => next(state) !== undefined,
    run: ({ state, actions }) => {
      const interfaceZoom = next(state);
      if (interfaceZoom !== undefined) void actions.changeSettings({ interfaceZoom });
    },
  };
}

export const windowCommands: readonly Command[] = [
  {
    id: "settings",
    title: "Settings…",
    keys: ["$mod+Comma"],
    menu: { name: "File", group: 1 },
    enabled: () => true,
    run: ({ actions }) => actions.change({ kind: "dialog-changed", dialog: "settings" }),
  },
  {
    id: "save-copy",
    title: "Save a copy of the script…",
    keys: [],
    menu: { name: "File", group: 0 },
    enabled: (state) => state.script !== undefined,
    run: ({ actions }) => void actions.saveCopy(),
  },
  {
    id: "filmstrip",
    title: "Filmstrip",
    keys: ["$mod+3"],
    menu: { name: "Graph", group: 0 },
    enabled: (state) => state.picture !== undefined,
    checked: (state) => state.canvasView === "filmstrip",
    run: ({ state, actions }) =>
      actions.change({
        kind: "canvas-view-chosen",
        view: state.canvasView === "filmstrip" ? "graph" : "filmstrip",
      }),
  },
  {
    id: "presentation",
    title: "Presentation mode",
    keys: ["F8"],
    menu: { name: "View", group: 1 },
    enabled: (state) => state.script !== undefined,
    checked: (state) => state.presenting,
    run: ({ actions }) => actions.change({ kind: "presenting-toggled" }),
  },
  zoomCommand("interface-larger", "Everything larger", ["$mod+=", "$mod+Shift++", "$mod++"], 1),
  zoomCommand("interface-smaller", "Everything smaller", ["$mod+-"], -1),
  {
    id: "interface-usual",
    title: "Everything in its usual size",
    keys: ["$mod+0"],
    menu: { name: "View", group: 4 },
    enabled: (state) => state.settings.interfaceZoom !== 1,
    run: ({ actions }) => void actions.changeSettings({ interfaceZoom: 1 }),
  },
];
