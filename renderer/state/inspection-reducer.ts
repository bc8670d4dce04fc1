/** (state, what a person looks into) -> state. Pure. */
import { assertNever } from "../../electron/contract/assert-never";
import { withAnnouncement } from "./announcements";
import type { AppState } from "./app-state";
import type { InspectionAction, InspectionAnswers } from "./inspection-state";
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
      return answered(state, action.answers);
    default:
      return assertNever(action, "inspection action");
  }
}

/** What Python would do is also told, once it is worked out. */
function answered(state: AppState, answers: InspectionAnswers): AppState {
  const next = { ...state, answers: { ...state.answers, ...answers } };
  const { whatIf } = answers;
  if (whatIf === undefined) return next;
  const text = whatIf.value.summary.join(" ");
  return { ...next, announcements: withAnnouncement(state.announcements, text) };
}
