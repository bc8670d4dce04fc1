/** What is kept of each entry alone - its line, events, deaths, collections - as rows, and back. */
import { bytes, entryIndex, serial, type Serial } from "../../contract/ids";
import type { CollectionSummary } from "../../contract/object-detail";
import type { OutputChunk, StepSummary } from "../../contract/session-events";
import type { CollectionRecord } from "../../engine/entry-picture";
import type { EntryRecord, Freed } from "../entry-record";
import { oneOf } from "./one-of";
import type { SegmentRow, SegmentTables } from "./tables-of-recording";

export function stepRow({ summary, ...record }: EntryRecord): SegmentRow<"steps"> {
  return {
    entry: summary.entry,
    step: summary.step,
    inner_step: summary.inner,
    depth: summary.depth,
    file: summary.file,
    line: summary.line,
    next_line: summary.nextLine,
    code: summary.code,
    scope: summary.scope,
    how: record.how,
    raised: summary.raised,
    events: summary.events,
    in_memory: summary.inMemory,
    reachable: summary.reachable,
    garbage_bytes: summary.garbageBytes,
    tracked_total: summary.trackedTotal,
    collector_off: summary.collectorOff !== undefined,
    collector_off_line: summary.collectorOff?.line,
    collecting: record.collecting,
    stdout_end: record.stdoutEnd,
    stderr_end: record.stderrEnd,
  };
}

export type EntryAlone = Pick<
  EntryRecord,
  "summary" | "how" | "collecting" | "stdoutEnd" | "stderrEnd"
>;

export function readStep(row: SegmentRow<"steps">): EntryAlone {
  return {
    summary: summaryOf(row),
    how: oneOf(["continued", "returned", "raised", "person"], row.how),
    collecting: row.collecting,
    stdoutEnd: row.stdout_end,
    stderrEnd: row.stderr_end,
  };
}

function summaryOf(row: SegmentRow<"steps">): StepSummary {
  return {
    entry: entryIndex(row.entry),
    step: row.step,
    inner: row.inner_step,
    depth: row.depth,
    file: row.file,
    line: row.line,
    nextLine: row.next_line,
    code: row.code,
    scope: row.scope,
    inMemory: row.in_memory,
    reachable: row.reachable,
    garbageBytes: bytes(row.garbage_bytes),
    trackedTotal: row.tracked_total,
    ...(row.collector_off ? { collectorOff: { line: row.collector_off_line } } : {}),
    events: row.events.map((event) =>
      oneOf(["freed", "collection", "unreachable", "raised", "person", "breakpoint"], event),
    ),
    raised: row.raised,
  };
}

export function readFreed({ object, by }: SegmentRow<"freed">): Freed {
  return { object: serial(object), by: oneOf(["refcount", "collector"], by) };
}

export function collectionRow(
  entry: number,
  place: number,
  record: CollectionRecord,
): SegmentRow<"collections"> {
  const { count } = record;
  return {
    entry,
    place,
    generation: record.generation,
    trigger: record.trigger,
    collected: record.collected,
    uncollectable: record.uncollectable,
    threshold: record.threshold,
    found: record.found,
    finalized: record.finalized,
    freed: record.freed,
    survived: record.survived,
    freed_bytes: record.freedBytes,
    garbage: record.garbage,
    in_garbage: record.inGarbage,
    is_prediction: record.isPrediction,
    candidates: count.candidates,
    all_found: count.found,
    all_freed: count.freed,
    all_survived: count.survived,
    account: count.account,
  };
}

/** By owner first, then by type. */
export function countRows(
  entry: number,
  place: number,
  { count }: CollectionRecord,
): readonly SegmentRow<"collection_counts">[] {
  return [
    ...count.owners.map((one) => ({ entry, place, type: undefined, ...one })),
    ...count.types.map(({ typeName, ...one }) => ({ entry, place, type: typeName, ...one })),
  ];
}

/** `counts`: the collection's own. */
export function readCollection(
  row: SegmentRow<"collections">,
  counts: SegmentTables["collection_counts"],
): CollectionRecord {
  return {
    generation: generationOf(row.generation),
    trigger: oneOf(["explicit", "automatic", "person"], row.trigger),
    collected: row.collected,
    uncollectable: row.uncollectable,
    threshold: row.threshold,
    found: row.found.map(serial),
    finalized: row.finalized.map(serial),
    freed: row.freed.map(serial),
    survived: row.survived.map(serial),
    freedBytes: row.freed_bytes,
    garbage: row.garbage,
    inGarbage: row.in_garbage.map(serial),
    isPrediction: row.is_prediction,
    count: {
      candidates: row.candidates,
      found: row.all_found,
      freed: row.all_freed,
      survived: row.all_survived,
      owners: counts
        .filter(({ type }) => type === undefined)
        .map(({ owner, found, freed }) => ({ owner: ownerOf(owner), found, freed })),
      types: counts.flatMap(({ type, owner, found, freed }) =>
        type === undefined ? [] : [{ typeName: type, owner: ownerOf(owner), found, freed }],
      ),
      account: row.account,
    },
  };
}

function ownerOf(text: string): CollectionSummary["owners"][number]["owner"] {
  return oneOf(["script", "library", "interpreter"], text);
}

export function generationOf(value: number): 0 | 1 | 2 {
  return oneOf([0, 1, 2], value);
}

/** What was printed on the way to an entry that cannot be read goes with the last one. */
export function readOutput(
  { entry, stream, text }: SegmentRow<"output">,
  length: number,
): OutputChunk {
  return {
    entry: entryIndex(Math.min(entry, length - 1)),
    stream: oneOf(["stdout", "stderr", "stdin", "console"], stream),
    text,
  };
}

/** Only numbers of objects leave a file; whether such an object exists is for the heap to say. */
export function serialOr(value: number | undefined): Serial | undefined {
  return value === undefined ? undefined : serial(value);
}
