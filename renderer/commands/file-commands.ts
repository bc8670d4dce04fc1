/** Commands of the File, Edit and Help menus. */
import type { AppState } from "../state/app-state";
import { savedOnly } from "../state/selectors";
import type { Command } from "./command";

const always = (): boolean => true;
const hasRecording = (state: AppState): boolean => state.steps.length > 0;
/** What was read from a file does not run, so there is no point in changing it. */
const canEdit = (state: AppState): boolean =>
  state.script !== undefined && state.recording === undefined;

export const fileCommands: readonly Command[] = [
  {
    id: "open",
    title: "Open script or recording…",
    keys: ["$mod+o"],
    menu: { name: "File", group: 0 },
    enabled: always,
    run: ({ actions }) => void actions.openDialog(),
  },
  {
    id: "save-recording",
    title: "Save recording",
    keys: ["$mod+s"],
    menu: { name: "File", group: 0 },
    enabled: hasRecording,
    whyOff: () => "Nothing is recorded yet",
    run: ({ actions }) => void actions.saveRecording("again"),
  },
  {
    id: "save-recording-as",
    title: "Save recording as…",
    keys: ["$mod+Shift+s"],
    menu: { name: "File", group: 0 },
    enabled: hasRecording,
    run: ({ actions }) => void actions.saveRecording("ask"),
  },
  {
    id: "save-recording-redacted",
    title: "Save recording without values…",
    keys: [],
    menu: { name: "File", group: 0 },
    enabled: hasRecording,
    run: ({ actions }) => void actions.saveRecording("ask", { values: true, source: true }),
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
    enabled: canEdit,
    whyOff: savedOnly,
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
