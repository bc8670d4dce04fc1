/** Commands of the View and Graph menus. */
import type { Settings } from "../../electron/contract/requests";
import type { AppState } from "../state/app-state";
import type { Command } from "./command";

const speeds: readonly Settings["animationSpeed"][] = [0, 0.5, 1, 2];

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
];
