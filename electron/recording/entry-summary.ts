/** One line of the timeline: where the program was, how much it kept, and what happened worth jumping to. */
import type { StepMessage } from "../contract/agent-message";
import { bytes, entryIndex, type EntryIndex } from "../contract/ids";
import type { StepSummary } from "../contract/session-events";
import type { CollectionRecord } from "../engine/entry-picture";
import type { MemoryCounts } from "../engine/memory-counts";
import type { RecordingBook } from "./recording-book";

type EventName = StepSummary["events"][number];

export interface SummaryFacts {
  readonly message: StepMessage;
  readonly entry: EntryIndex;
  readonly step: number;
  readonly inner: number;
  readonly code: string;
  readonly memory: MemoryCounts;
  readonly trackedTotal: number;
  readonly collectorOff: StepSummary["collectorOff"];
  readonly events: readonly EventName[];
}

export function summarize(facts: SummaryFacts): StepSummary {
  const { message, entry, step, inner, code, memory, trackedTotal, collectorOff, events } = facts;
  return {
    entry,
    step,
    inner,
    depth: message.depth,
    file: message.file,
    line: message.line,
    nextLine: message.nextLine,
    code,
    scope: message.scope,
    inMemory: memory.inMemory,
    reachable: memory.reachable,
    garbageBytes: bytes(memory.garbageBytes),
    trackedTotal,
    ...(collectorOff === undefined ? {} : { collectorOff }),
    events,
    raised: message.how === "raised",
  };
}

export interface Happenings {
  readonly freed: boolean;
  readonly newlyUnreachable: boolean;
  readonly collections: readonly CollectionRecord[];
  readonly how: StepMessage["how"];
}

/** What happened in one entry; a step also shows what happened in its inner steps. */
export function eventsOf(
  happened: Happenings,
  innerEvents: readonly EventName[],
): readonly EventName[] {
  const events = new Set<EventName>(innerEvents);
  if (happened.freed) events.add("freed");
  if (happened.collections.some(isWorthAVisit)) events.add("collection");
  if (happened.newlyUnreachable) events.add("unreachable");
  if (happened.how === "raised") events.add("raised");
  if (happened.how === "person") events.add("person");
  return [...events];
}

/** Automatic collections that find nothing of the script's happen all the time. */
function isWorthAVisit(collection: CollectionRecord): boolean {
  return collection.trigger !== "automatic" || collection.found.length > 0;
}

/** Events of the inner steps since the last step; an exception they handled is theirs alone. */
export function eventsOfInnerSteps(book: RecordingBook): readonly EventName[] {
  const events: EventName[] = [];
  for (let entry = book.length - 1; entry >= 0; entry -= 1) {
    const { summary } = book.record(entryIndex(entry));
    if (summary.inner === 0) break;
    events.push(...summary.events.filter((event) => event !== "raised"));
  }
  return events;
}
