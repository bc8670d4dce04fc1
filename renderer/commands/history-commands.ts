/** Undo and redo of what a person changed in the picture, and the way back to where they were. */
import type { Edit } from "../state/graph-state";
import type { Command } from "./command";

const named = (what: string, edit: Edit | undefined): string =>
  edit === undefined ? what : `${what}: ${edit.text}`;

export const historyCommands: readonly Command[] = [
  {
    id: "undo",
    title: "Undo",
    titleNow: ({ edits }) => named("Undo", edits.done.at(-1)),
    keys: ["$mod+z"],
    menu: { name: "Edit", group: 0 },
    enabled: ({ edits }) => edits.done.length > 0,
    run: ({ state, actions, graph }) => {
      const edit = state.edits.done.at(-1);
      if (edit?.kind === "places") graph?.undoMove();
      actions.change({ kind: "edit-undone" });
      actions.change({ kind: "announced", text: `Undone: ${edit?.text ?? ""}.` });
    },
  },
  {
    id: "redo",
    title: "Redo",
    titleNow: ({ edits }) => named("Redo", edits.undone.at(-1)),
    keys: ["$mod+Shift+z", "$mod+y"],
    menu: { name: "Edit", group: 0 },
    enabled: ({ edits }) => edits.undone.length > 0,
    run: ({ state, actions, graph }) => {
      const edit = state.edits.undone.at(-1);
      if (edit?.kind === "places") graph?.redoMove();
      actions.change({ kind: "edit-redone" });
      actions.change({ kind: "announced", text: `Done again: ${edit?.text ?? ""}.` });
    },
  },
  {
    id: "visit-back",
    title: "Back to where you were",
    // The canvas pans with Alt and an arrow; with Shift it is the history there, too.
    keys: ["Alt+ArrowLeft", "Alt+Shift+ArrowLeft"],
    menu: { name: "Edit", group: 2 },
    enabled: ({ visits }) => visits.past.length > 0,
    run: ({ actions }) => actions.change({ kind: "visit-resumed", way: "back" }),
  },
  {
    id: "visit-forward",
    title: "Forward again",
    keys: ["Alt+ArrowRight", "Alt+Shift+ArrowRight"],
    menu: { name: "Edit", group: 2 },
    enabled: ({ visits }) => visits.future.length > 0,
    run: ({ actions }) => actions.change({ kind: "visit-resumed", way: "forward" }),
  },
];
