/** Remembers what a person changed in the picture, so that Ctrl+Z takes it back step by step, moves included, in the order it was done. Pure. */
import type { AppState } from "./app-state";
import type { Edit, Undoable } from "./graph-state";

/** More is not remembered. */
const mostEdits = 200;

/** `next` as an edit of `state` with a name; unchanged when nothing that can be undone differs. */
export function remembered(state: AppState, next: AppState, text: string): AppState {
  if (state.shape === next.shape && state.whatIf === next.whatIf) return next;
  return withEdit(next, { kind: "state", text, before: undoable(state), after: undoable(next) });
}

export function withEdit(state: AppState, edit: Edit): AppState {
  const done = [...state.edits.done, edit].slice(-mostEdits);
  return { ...state, edits: { done, undone: [] } };
}

/** The last edit becomes one that can be redone. What the graph moved it puts back itself. */
export function undone(state: AppState): AppState {
  const edit = state.edits.done.at(-1);
  if (edit === undefined) return state;
  const edits = {
    done: state.edits.done.slice(0, -1),
    undone: [...state.edits.undone, edit],
  };
  return { ...state, ...(edit.kind === "state" ? edit.before : {}), edits };
}

export function redone(state: AppState): AppState {
  const edit = state.edits.undone.at(-1);
  if (edit === undefined) return state;
  const edits = {
    done: [...state.edits.done, edit],
    undone: state.edits.undone.slice(0, -1),
  };
  return { ...state, ...(edit.kind === "state" ? edit.after : {}), edits };
}

function undoable({ shape, whatIf }: AppState): Undoable {
  return { shape, whatIf };
}
