/** Where a travel command leads in the recording. Pure: answers the entry, or undefined when there is nowhere to go. Entries are in the order things happened. */
import { entryIndex, type EntryIndex } from "../../electron/contract/ids";
import type { StepSummary } from "../../electron/contract/session-events";

type Steps = readonly StepSummary[];

/** The next line at this level or further out: what a called function does is passed over. */
export function entryOver(steps: Steps, from: EntryIndex): EntryIndex | undefined {
  const depth = depthAt(steps, from);
  return nextWhere(steps, from, (step) => step.depth <= depth);
}

/** The next recorded line, wherever it is. */
export function entryInto(steps: Steps, from: EntryIndex): EntryIndex | undefined {
  return nextWhere(steps, from, () => true);
}

/** The next line of whoever called: the end of this function. */
export function entryOut(steps: Steps, from: EntryIndex): EntryIndex | undefined {
  const depth = depthAt(steps, from);
  return nextWhere(steps, from, (step) => step.depth < depth);
}

/** The mirror of over. */
export function entryBack(steps: Steps, from: EntryIndex): EntryIndex | undefined {
  const depth = depthAt(steps, from);
  return previousWhere(steps, from, (step) => step.depth <= depth);
}

export function nextEventEntry(steps: Steps, from: EntryIndex): EntryIndex | undefined {
  return nextWhere(steps, from, isMemoryEvent);
}

export function previousEventEntry(steps: Steps, from: EntryIndex): EntryIndex | undefined {
  return previousWhere(steps, from, isMemoryEvent);
}

/** Something was freed, by a deletion, a return or a collection, or became garbage. */
function isMemoryEvent({ events }: StepSummary): boolean {
  return events.some(
    (event) => event === "freed" || event === "collection" || event === "unreachable",
  );
}

export function lastEntry(steps: Steps): EntryIndex {
  return entryIndex(Math.max(0, steps.length - 1));
}

/** Reads `7` or `3.2`; undefined when the recording has no such step. */
export function entryOfStepText(steps: Steps, text: string): EntryIndex | undefined {
  const match = /^\s*(\d+)(?:\.(\d+))?\s*$/.exec(text);
  if (match === null) return undefined;
  const [step, inner] = [Number(match[1]), Number(match[2] ?? 0)];
  return steps.find((candidate) => candidate.step === step && candidate.inner === inner)?.entry;
}

/** The next module-level entry that runs the collector, for the banner's "Step to gc.collect()". */
export function nextCollectionEntry(steps: Steps, from: EntryIndex): EntryIndex | undefined {
  return nextWhere(steps, from, (step) => step.inner === 0 && step.events.includes("collection"));
}

function depthAt(steps: Steps, entry: EntryIndex): number {
  return steps[entry]?.depth ?? 0;
}

function nextWhere(
  steps: Steps,
  from: EntryIndex,
  wanted: (step: StepSummary) => boolean,
): EntryIndex | undefined {
  for (let index = from + 1; index < steps.length; index += 1) {
    const step = steps[index];
    if (step !== undefined && wanted(step)) return step.entry;
  }
  return undefined;
}

function previousWhere(
  steps: Steps,
  from: EntryIndex,
  wanted: (step: StepSummary) => boolean,
): EntryIndex | undefined {
  for (let index = Math.min(from, steps.length) - 1; index >= 0; index -= 1) {
    const step = steps[index];
    if (step !== undefined && wanted(step)) return step.entry;
  }
  return undefined;
}
