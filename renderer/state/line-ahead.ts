/** Which line the program is about to run at the step on the screen, in which file, and which file is shown. */
import type { SourceLine } from "../../electron/contract/breakpoint";
import type { AppState } from "./app-state";

export function lineAhead(state: AppState): SourceLine | undefined {
  const step = state.steps[state.travel.entry];
  const { phase } = state;
  if (step === undefined) {
    const line = phase?.kind === "running" ? phase.line : undefined;
    return line === undefined ? undefined : { file: "", line };
  }
  const isNow = state.travel.entry === state.steps.length - 1;
  if (isNow && phase?.kind === "paused-at-line" && phase.line !== undefined)
    return { file: phase.file, line: phase.line };
  return step.nextLine === undefined ? undefined : { file: step.file, line: step.nextLine };
}

/** The line of this step, where no next line is known. */
export function lineDone(state: AppState): SourceLine | undefined {
  const step = state.steps[state.travel.entry];
  return step?.line === undefined ? undefined : { file: step.file, line: step.line };
}

/** Empty: the script. */
export function shownFile(state: AppState): string {
  return state.chosenFile ?? (lineAhead(state) ?? lineDone(state))?.file ?? "";
}

/** The line a command of the editor means: the one with the cursor, else the one the program stands on. */
export function meantLine(state: AppState): SourceLine | undefined {
  return state.cursor ?? lineAhead(state) ?? lineDone(state);
}
