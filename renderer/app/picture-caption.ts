/** What stands under an exported picture and in its file name. */
import type { AppState } from "../state/app-state";
import { currentStep, stepCode, stepCount, stepLabel } from "../state/selectors";
import { plannedCuts } from "../state/what-if";

/** `cycle.py, step 8 of 9: del obj2, Python 3.11.7`. */
export function pictureCaption(state: AppState): string {
  const step = currentStep(state);
  const name = state.script?.name ?? "";
  if (step === undefined) return name;
  const python = state.python === undefined ? "" : `, Python ${state.python.version}`;
  return `${name}, step ${stepLabel(step)} of ${stepCount(state)}: ${stepCode(step)}${python}`;
}

/** A what-if says so in every picture; empty: it is none. */
export function pictureWarning(state: AppState): string {
  const cuts = plannedCuts(state);
  if (cuts === undefined) return "";
  return `What if, not real: without ${cuts.map(({ text }) => text).join(", ")}.`;
}

/** `cycle-step08`, without the ending. */
export function pictureName(state: AppState): string {
  const step = currentStep(state);
  const name = (state.script?.name ?? "graph").replace(/\.[^.]+$/, "");
  if (step === undefined) return name;
  const inner = step.inner === 0 ? "" : `-${step.inner}`;
  const kind = plannedCuts(state) === undefined ? "" : "-what-if";
  return `${name}-step${String(step.step).padStart(2, "0")}${inner}${kind}`;
}
