/** Where in the recording a lesson's steps and answers are: by the line that ran, so that no lesson counts steps. Pure. */
import type { EntryIndex } from "../../electron/contract/ids";
import type { LessonPlace, LessonStep } from "../../electron/contract/lesson";
import type { StepSummary } from "../../electron/contract/session-events";

type Steps = readonly StepSummary[];

/** Undefined: the line has not run so often. */
export function entryOfPlace(steps: Steps, place: LessonPlace): EntryIndex | undefined {
  let turn = 0;
  return steps.find((step) => {
    if (!isLine(step, place.code)) return false;
    turn += 1;
    return turn === place.turn;
  })?.entry;
}

/** The entry that answers a step's question. */
export function entryOfAnswer(steps: Steps, { at, question }: LessonStep): EntryIndex | undefined {
  const from = entryOfPlace(steps, at);
  if (from === undefined || question === undefined) return undefined;
  return steps.find((step) => step.entry >= from && isLine(step, question.after))?.entry;
}

function isLine(step: StepSummary, code: string): boolean {
  return step.file === "" && step.code.trim() === code;
}
