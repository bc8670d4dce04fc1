/** Which steps the filmstrip shows round the playhead: every module-level one, or those opened, up to as many as can be looked through. Pure. */
import type { StepSummary } from "../../electron/contract/session-events";
import { shownSlots } from "../timeline/timeline-scale";
import type { EntryIndex } from "../../electron/contract/ids";

/** More are reached by stepping on: the strip goes along. */
const most = 60;

export interface FilmstripFrames {
  readonly frames: readonly StepSummary[];
  /** Steps left out before and after. */
  readonly before: number;
  readonly after: number;
}

export function filmstripFrames(
  steps: readonly StepSummary[],
  entry: EntryIndex,
  openedStep: number | undefined,
): FilmstripFrames {
  const slots = shownSlots(steps, openedStep);
  const here = Math.max(
    0,
    slots.findIndex((step) => step.entry >= entry),
  );
  const first = Math.max(0, Math.min(here - most / 2, slots.length - most));
  const frames = slots.slice(first, first + most);
  return { frames, before: first, after: slots.length - first - frames.length };
}
