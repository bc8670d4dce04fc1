/** Commands of the View and Graph menus. */
import type { Settings } from "../../electron/contract/requests";
import type { AppState } from "../state/app-state";
import type { Command } from "./command";

const speeds: readonly Settings["animationSpeed"][] = [0, 0.5, 1, 2];
const hasPicture = (state: AppState): boolean => state.picture !== undefined;

function themeCommand(theme: Settings["theme"], title: string): Command {
  return {
    id: `theme-${theme}`,
    title,
    keys: [],
    menu: { name: "View", group: 2 },
    enabled: () => true,
    checked: (state) => state.settings.theme === theme,
    run: ({ actions }) => void actions.changeSettings({ theme }),
  };
}

function speedCommand(id: string, title: string, key: string, by: -1 | 1): Command {
  const next = (state: AppState): Settings["animationSpeed"] | undefined =>
    speeds[speeds.indexOf(state.settings.animationSpeed) + by];
  return {
    id,
    title,
    keys: [key],
    menu: { name: "View", group: 3 },
    enabled: (state) => next(state) !== undefined,
    run: ({ state, actions }) => {
      const animationSpeed = next(state);
      if (animationSpeed !== undefined) void actions.changeSettings({ animationSpeed });
    },
  };
}

export const viewCommands: readonly Command[] = [
  {
    id: "palette",
    title: "Search objects or run a command",
    keys: ["$mod+k", "$mod+Shift+p"],
    menu: { name: "View", group: 0 },
    enabled: () => true,
    run: ({ actions }) => actions.change({ kind: "dialog-changed", dialog: "palette" }),
  },
  {
    id: "toggle-left",
    title: "Script and objects",
    keys: ["$mod+b"],
    menu: { name: "View", group: 1 },
    enabled: (state) => state.script !== undefined,
    checked: (state) => state.leftOpen,
    run: ({ actions }) => actions.change({ kind: "panel-toggled", panel: "left" }),
  },
  {
    id: "toggle-bottom",
    title: "Output",
    keys: ["$mod+j"],
    menu: { name: "View", group: 1 },
    enabled: (state) => state.script !== undefined,
    checked: (state) => state.bottomOpen,
    run: ({ actions }) => actions.change({ kind: "panel-toggled", panel: "bottom" }),
  },
  {
    id: "toggle-inspector",
    title: "Inspector",
    keys: ["$mod+Alt+b"],
    menu: { name: "View", group: 1 },
    enabled: (state) => state.script !== undefined,
    checked: (state) => state.inspectorOpen,
    run: ({ actions }) => actions.change({ kind: "panel-toggled", panel: "inspector" }),
  },
  themeCommand("system", "Theme of the system"),
  themeCommand("light", "Light theme"),
  themeCommand("dark", "Dark theme"),
  speedCommand("slower", "Animations slower", "[", -1),
  speedCommand("faster", "Animations faster", "]", 1),
  {
    id: "animations-off",
    title: "Animations off",
    keys: ["Shift+BracketLeft"],
    menu: { name: "View", group: 3 },
    enabled: () => true,
    checked: (state) => state.settings.animationSpeed === 0,
    run: ({ state, actions }) =>
      void actions.changeSettings({ animationSpeed: state.settings.animationSpeed === 0 ? 1 : 0 }),
  },
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
    id: "focus-graph",
    title: "Go to the graph",
    keys: ["$mod+1"],
    menu: { name: "Graph", group: 0 },
    enabled: hasPicture,
    run: ({ graph }) => graph?.focusCanvas(),
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
    id: "show-hidden",
    title: "Show modules and builtins",
    keys: [],
    menu: { name: "Graph", group: 2 },
    enabled: hasPicture,
    checked: (state) => state.showHidden,
    run: ({ actions }) => actions.change({ kind: "hidden-toggled" }),
  },
  {
    id: "toggle-legend",
    title: "Legend",
    keys: [],
    menu: { name: "Graph", group: 2 },
    enabled: hasPicture,
    checked: (state) => state.legendOpen,
    run: ({ actions }) => actions.change({ kind: "panel-toggled", panel: "legend" }),
  },
];
