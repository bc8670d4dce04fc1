/** Where the person has been, as a browser keeps it: Alt+Left goes back, Alt+Right forward again. Pure. */
import type { AppState } from "./app-state";
import type { Visit } from "./graph-state";
import { atFileOf } from "./session-reducer";

/** More places are not remembered. */
const mostVisits = 100;

/** `next` after a jump or another selection: the place before can be gone back to. Walking step by step is no jump. */
export function visited(state: AppState, next: AppState): AppState {
  const isJump = next.travel.entry !== state.travel.entry && next.travel.direction === "jump";
  const isSelection = next.selection !== undefined && next.selection !== state.selection;
  if (!isJump && !isSelection) return next;
  const past = [...state.visits.past, placeOf(state)].slice(-mostVisits);
  return { ...next, visits: { past, future: [] } };
}

export function resumed(state: AppState, way: "back" | "forward"): AppState {
  const { past, future } = state.visits;
  const place = way === "back" ? past.at(-1) : future.at(-1);
  const step = place === undefined ? undefined : state.steps[place.entry];
  if (place === undefined || step === undefined) return state;
  const here = placeOf(state);
  const visits =
    way === "back"
      ? { past: past.slice(0, -1), future: [...future, here] }
      : { past: [...past, here], future: future.slice(0, -1) };
  return {
    ...atFileOf(state, step),
    visits,
    travel: { entry: place.entry, direction: "jump", follows: "no" },
    selection: place.selection,
    alsoSelected: [],
    picked: undefined,
    canvasFocus: undefined,
    substep: undefined,
    lookedAt: undefined,
    ...(place.selection === state.selection ? {} : { detail: undefined }),
  };
}

function placeOf({ travel, selection }: AppState): Visit {
  return { entry: travel.entry, selection };
}
