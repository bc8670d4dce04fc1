/** Where breakpoints and lines are met in the recording. Pure: answers the entry at which the line is about to run, or undefined. */
import type { PlacedBreakpoint, SourceLine } from "../../electron/contract/breakpoint";
import { entryIndex, type EntryIndex } from "../../electron/contract/ids";
import type { StepSummary } from "../../electron/contract/session-events";
import type { AppState } from "./app-state";

type Steps = readonly StepSummary[];

/** The next entry at which a breakpoint stops. What a condition says is known only where the program itself paused. */
export function nextBreakpointEntry(state: AppState): EntryIndex | undefined {
  const { steps, pausedEntries } = state;
  const marks = state.breakpoints.filter((one) => one.enabled);
  const unconditional = marks.filter((one) => one.condition === "");
  return entryAfter(steps, state.travel.entry, (entry) => {
    if (pausedEntries.has(entry) && marks.length > 0) return true;
    return unconditional.some((mark) => isMet(state, entry, mark));
  });
}

/** The next entry at which the line is about to run. */
export function entryOfLine(state: AppState, place: SourceLine): EntryIndex | undefined {
  return entryAfter(state.steps, state.travel.entry, (entry) => isMet(state, entry, place));
}

/** The first entry at all at which the line is about to run. */
export function firstEntryOfLine(state: AppState, place: SourceLine): EntryIndex | undefined {
  return entryAfter(state.steps, -1, (entry) => isMet(state, entry, place));
}

function isMet(state: AppState, entry: EntryIndex, place: SourceLine | PlacedBreakpoint): boolean {
  const step = state.steps[entry];
  if (step === undefined || step.file !== place.file) return false;
  if (step.nextLine === place.line) return true;
  return step.line === place.line && isFirstLine(state, entry);
}

/** No entry stands before the first line of a call: then the entry after it counts, which has the call's names. */
function isFirstLine({ steps, pausedEntries }: AppState, entry: EntryIndex): boolean {
  const step = steps[entry];
  if (step === undefined || step.depth === 0) return false;
  for (let before = entry - 1; before >= 0; before -= 1) {
    const other = steps[before];
    if (other === undefined || other.depth > step.depth) continue;
    // A pause before the line has been shown already.
    if (pausedEntries.has(entryIndex(before))) return false;
    return other.depth < step.depth || other.nextLine !== step.line;
  }
  return true;
}

function entryAfter(
  steps: Steps,
  from: number,
  isWanted: (entry: EntryIndex) => boolean,
): EntryIndex | undefined {
  for (let index = from + 1; index < steps.length; index += 1) {
    const entry = entryIndex(index);
    if (isWanted(entry)) return entry;
  }
  return undefined;
}
