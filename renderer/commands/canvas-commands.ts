/** Commands that look at the picture without changing what is in it: zoom, cycles, rings and pins, the legend. */
import type { AppState } from "../state/app-state";
import { meantObject } from "../state/graph-selection";
import type { Command, CommandContext } from "./command";

const hasPicture = (state: AppState): boolean => state.picture !== undefined;
const hasMeant = (state: AppState): boolean => meantObject(state) !== undefined;
const hasCycles = (state: AppState): boolean => (state.picture?.view.cycles.length ?? 0) > 0;

/** The cycle the meant object is in, or the one that is picked. */
function cycleOf(state: AppState): string | undefined {
  const meant = meantObject(state)?.id ?? "";
  const cycles = state.picture?.view.cycles ?? [];
  return state.picked?.kind === "cycle"
    ? state.picked.id
    : cycles.find(({ members }) => members.includes(meant))?.id;
}

function goToCycle({ state, actions, graph }: CommandContext, id: string | undefined): void {
  const cycle = state.picture?.view.cycles.find((one) => one.id === id);
  if (cycle === undefined || graph === undefined) return;
  graph.centre(cycle.members);
  actions.change({ kind: "picked", picked: { kind: "cycle", id: cycle.id } });
  actions.change({ kind: "announced", text: `${cycle.label}.` });
}

function besideCommand(command: Pick<Command, "id" | "title" | "keys">, by: 1 | -1): Command {
  return {
    ...command,
    onCanvas: true,
    menu: { name: "Graph", group: 3 },
    enabled: hasCycles,
    run: (context) => {
      const now = cycleOf(context.state);
      goToCycle(context, context.graph?.cycleBeside(now, by));
    },
  };
}

export const canvasCommands: readonly Command[] = [
  {
    id: "fit",
    title: "Fit everything",
    keys: ["0"],
    onCanvas: true,
    menu: { name: "Graph", group: 0 },
    enabled: hasPicture,
    run: ({ graph }) => graph?.fit(),
  },
  {
    id: "zoom-in",
    title: "Zoom in",
    keys: ["+", "Shift++", "="],
    onCanvas: true,
    menu: { name: "Graph", group: 0 },
    enabled: hasPicture,
    run: ({ graph }) => graph?.zoomBy(1.25),
  },
  {
    id: "zoom-out",
    title: "Zoom out",
    keys: ["-"],
    onCanvas: true,
    menu: { name: "Graph", group: 0 },
    enabled: hasPicture,
    run: ({ graph }) => graph?.zoomBy(0.8),
  },
  {
    id: "full-size",
    title: "Full size",
    keys: ["1"],
    onCanvas: true,
    menu: { name: "Graph", group: 0 },
    enabled: hasPicture,
    run: ({ graph }) => graph?.fullSize(),
  },
  {
    id: "show-selection",
    title: "Bring the selection into view",
    keys: ["f"],
    onCanvas: true,
    menu: { name: "Graph", group: 0 },
    enabled: hasMeant,
    run: ({ state, graph }) => graph?.centre([meantObject(state)?.id ?? ""], 1),
  },
  {
    id: "focus-graph",
    title: "Go to the graph",
    keys: ["$mod+1"],
    menu: { name: "Graph", group: 0 },
    enabled: hasPicture,
    run: ({ actions, graph }) => {
      actions.change({ kind: "canvas-view-chosen", view: "graph" });
      graph?.focusCanvas();
    },
  },
  {
    id: "arrange-again",
    title: "Arrange again",
    keys: ["$mod+Shift+l"],
    menu: { name: "Graph", group: 1 },
    enabled: hasPicture,
    run: ({ graph }) => graph?.arrangeAgain(),
  },
  {
    id: "go-to-cycle",
    title: "Go to its cycle",
    keys: ["c"],
    onCanvas: true,
    menu: { name: "Graph", group: 3 },
    enabled: (state) => cycleOf(state) !== undefined,
    run: (context) => goToCycle(context, cycleOf(context.state)),
  },
  besideCommand({ id: "next-cycle", title: "Next cycle", keys: ["n"] }, 1),
  besideCommand({ id: "previous-cycle", title: "Previous cycle", keys: ["Shift+n"] }, -1),
  {
    id: "pin",
    title: "Keep as a ghost (pin)",
    keys: ["k"],
    onCanvas: true,
    menu: { name: "Graph", group: 4 },
    enabled: hasMeant,
    run: ({ state, graph }) => graph?.togglePin(meantObject(state)?.id ?? ""),
  },
  {
    id: "ring",
    title: "Mark with a coloured ring",
    keys: ["m"],
    onCanvas: true,
    menu: { name: "Graph", group: 4 },
    enabled: hasMeant,
    run: ({ state, graph }) => graph?.nextRing(meantObject(state)?.id ?? ""),
  },
  {
    id: "toggle-legend",
    title: "Legend",
    keys: [],
    menu: { name: "Graph", group: 4 },
    enabled: hasPicture,
    checked: (state) => state.legendOpen,
    run: ({ actions }) => actions.change({ kind: "panel-toggled", panel: "legend" }),
  },
];
