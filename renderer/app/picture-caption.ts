/** What the graph shows, in a line: for who hears the window instead of seeing it. */
import type { AppState } from "../state/app-state";
import { currentStep, stepCode, stepCount, stepLabel } from "../state/selectors";

/** `cycle.py, step 8 of 9: del obj2, Python 3.11.7`. */
export function pictureCaption(state: AppState): string {
  const step = currentStep(state);
  const name = state.script?.name ?? "";
  if (step === undefined) return name;
  const python = state.python === undefined ? "" : `, Python ${state.python.version}`;
  return `${name}, step ${stepLabel(step)} of ${stepCount(state)}: ${stepCode(step)}${python}`;
}
