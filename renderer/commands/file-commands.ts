/** Commands of the File, Edit and Help menus. */
import type { Command } from "./command";

const always = (): boolean => true;

export const fileCommands: readonly Command[] = [
  {
    id: "open",
    title: "Open script…",
    keys: ["$mod+o"],
    menu: { name: "File", group: 0 },
    enabled: always,
    run: ({ actions }) => void actions.openDialog(),
  },
  {
    id: "close-script",
    title: "Close script",
    keys: ["$mod+w"],
    menu: { name: "File", group: 0 },
    enabled: (state) => state.script !== undefined,
    run: ({ actions }) => actions.closeScript(),
  },
  {
    id: "quit",
    title: "Quit",
    keys: ["$mod+q"],
    menu: { name: "File", group: 2 },
    enabled: always,
    run: ({ actions }) => void actions.windowControl("close"),
  },
  {
    id: "edit-script",
    title: "Edit script",
    keys: [],
    menu: { name: "Edit", group: 1 },
    enabled: (state) => state.script !== undefined,
    checked: (state) => state.editing,
    run: ({ state, actions }) =>
      actions.change({ kind: "editing-changed", editing: !state.editing }),
  },
  {
    id: "shortcuts",
    title: "Keyboard shortcuts",
    keys: ["$mod+/", "Shift+?"],
    menu: { name: "Help", group: 0 },
    enabled: always,
    run: ({ actions }) => actions.change({ kind: "dialog-changed", dialog: "shortcuts" }),
  },
  {
    id: "about",
    title: "About Ouroscope",
    keys: [],
    menu: { name: "Help", group: 1 },
    enabled: always,
    run: ({ actions }) => actions.change({ kind: "dialog-changed", dialog: "about" }),
  },
];
