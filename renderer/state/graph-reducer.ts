/** (state, what changes the person's part of the picture) -> state. Pure. */
import { assertNever } from "../../electron/contract/assert-never";
import type { AppState } from "./app-state";
import type { GraphAction } from "./graph-action";
import { selectAlso } from "./graph-selection";
import type { GraphSearch } from "./graph-state";
import { redone, remembered, undone, withEdit } from "./undo";
import { resumed, visited } from "./visits";

export function reduceGraphAction(state: AppState, action: GraphAction): AppState {
  switch (action.kind) {
    case "shape-changed":
      return remembered(state, { ...state, shape: action.shape }, action.text);
    case "places-changed":
      return withEdit(state, { kind: "places", text: action.text });
    case "edit-undone":
      return undone(state);
    case "edit-redone":
      return redone(state);
    case "also-selected":
      return visited(state, selectAlso(state, action.nodes, action.adds));
    case "picked":
      return action.picked === undefined
        ? { ...state, picked: undefined }
        : {
            ...state,
            picked: action.picked,
            selection: undefined,
            alsoSelected: [],
            detail: undefined,
          };
    case "canvas-focused":
      return { ...state, canvasFocus: action.id };
    case "looked-at":
      return { ...state, lookedAt: action.ids };
    case "legend-lit":
      return { ...state, legendSymbol: action.symbol };
    case "search-changed":
    case "search-answered":
    case "hit-chosen":
      return { ...state, search: searched(state.search, action) };
    case "visit-resumed":
      return resumed(state, action.way);
    case "substep-changed":
      return { ...state, substep: action.substep };
    case "picture-before-arrived":
      return state.picture === undefined
        ? state
        : { ...state, picture: { ...state.picture, previous: action.before } };
    case "menu-opened":
      return { ...state, contextMenu: action.menu };
    default:
      return assertNever(action, "graph action");
  }
}

type SearchAction = Extract<
  GraphAction,
  { kind: "search-changed" | "search-answered" | "hit-chosen" }
>;

function searched(search: GraphSearch | undefined, action: SearchAction): GraphSearch | undefined {
  switch (action.kind) {
    case "search-changed":
      return action.query === undefined
        ? undefined
        : { query: action.query, result: undefined, at: -1 };
    case "search-answered":
      // A late answer: another thing is looked for by now.
      return search?.query === action.query ? { ...search, result: action.result } : search;
    case "hit-chosen":
      return search === undefined ? undefined : { ...search, at: action.at };
    default:
      return assertNever(action, "search action");
  }
}
