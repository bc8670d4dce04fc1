/** (state, what a person looks into) -> state. Pure. */
import { assertNever } from "../../electron/contract/assert-never";
import type { AppState } from "./app-state";
import type { InspectionAction } from "./inspection-state";
import { remembered } from "./undo";

export function reduceInspection(state: AppState, action: InspectionAction): AppState {
  switch (action.kind) {
    case "cuts-changed": {
      const { entry } = state.travel;
      const whatIf = action.cuts === undefined ? undefined : { entry, cuts: action.cuts };
      return remembered(state, { ...state, whatIf }, action.text);
    }
    case "way-wished":
      return { ...state, way: action.way };
    case "inspection-answered":
      return { ...state, answers: { ...state.answers, ...action.answers } };
    default:
      return assertNever(action, "inspection action");
  }
}
