/** Follows one collection from its start to its end: what the subtraction found, whose finalizer ran in which order, what was freed. */
import type {
  CollectionStartMessage,
  CollectionStopMessage,
  HeapMessage,
} from "../contract/agent-message";
import { nodeIndex, type NodeIndex, type Serial } from "../contract/ids";
import { findUnreachable } from "../engine/gc-reachability";
import { ObjectFlag, serialOf, type HeapSnapshot } from "../engine/heap-snapshot";
import type { CollectionRecord } from "../engine/entry-picture";
import { finalizedBy, type FrameNames } from "../engine/bound-names";

export interface RunningCollection {
  readonly start: CollectionStartMessage;
  /** Every object found unreachable, in the collector's order. */
  readonly found: readonly Serial[];
  /** Objects whose `__del__` was seen running, in order. */
  readonly finalizing: Serial[];
}

/** Predicts what the collector is about to find in the heap taken just before it runs. */
export function startCollection(
  start: CollectionStartMessage,
  heap: HeapMessage,
  snapshot: HeapSnapshot,
): RunningCollection {
  const borrowed = borrowedNodes(heap);
  const found = findUnreachable(snapshot, {
    order: collectorsOrder(heap, start.generation),
    borrowed,
  });
  return { start, found: found.map((node) => serialOf(snapshot, node)), finalizing: [] };
}

/** Rows of the borrowed referents; the heap's rows are the snapshot's first nodes. */
export function borrowedNodes(heap: HeapMessage): readonly NodeIndex[] {
  if (heap.borrowed.length === 0) return [];
  const rowOf = new Map(Array.from(heap.address, (address, row) => [address, row]));
  return Array.from(heap.borrowed, (address) => rowOf.get(address))
    .filter((row) => row !== undefined)
    .map(nodeIndex);
}

/** The younger generations are merged into the one collected: behind it, youngest first. */
export function collectorsOrder(heap: HeapMessage, generation: 0 | 1 | 2): readonly NodeIndex[] {
  const oldest = rows(0, heap.oldestEnd);
  const middle = rows(heap.oldestEnd, heap.middleEnd);
  const young = rows(heap.middleEnd, heap.trackedRows);
  switch (generation) {
    case 0:
      return young;
    case 1:
      return [...middle, ...young];
    case 2:
      return [...oldest, ...young, ...middle];
  }
}

function rows(from: number, to: number): readonly NodeIndex[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, place) => nodeIndex(from + place));
}

/** Notes whose finalizer the innermost frame is, by its first local. */
export function noteFinalizer(running: RunningCollection, frames: readonly FrameNames[]): void {
  const finalized = finalizedBy(frames);
  if (finalized !== undefined && !running.finalizing.includes(finalized))
    running.finalizing.push(finalized);
}

export interface Aftermath {
  readonly stop: CollectionStopMessage;
  readonly drawnOwner: (object: Serial) => Serial | undefined;
  readonly flagsOf: (object: Serial) => number;
  readonly isDead: (object: Serial) => boolean;
  readonly bytesFreed: (object: Serial) => number;
}

/** What is remembered of a collection: drawn objects only, plumbing counted to its owner. */
export function finishCollection(
  { start, found, finalizing }: RunningCollection,
  after: Aftermath,
): CollectionRecord {
  const drawn = unique(found.map(after.drawnOwner));
  const seenFinalized = unique(finalizing.map(after.drawnOwner));
  const unseen = drawn.filter(
    (object) =>
      (after.flagsOf(object) & ObjectFlag.finalizer) !== 0 && !seenFinalized.includes(object),
  );
  const freed = drawn.filter(after.isDead);
  return {
    generation: start.generation,
    trigger: triggerOf(start),
    collected: after.stop.collected,
    uncollectable: after.stop.uncollectable,
    threshold: start.thresholds[0],
    found: drawn,
    finalized: [...seenFinalized, ...unseen],
    freed,
    survived: drawn.filter((object) => !after.isDead(object)),
    freedBytes: freed.reduce((sum, object) => sum + after.bytesFreed(object), 0),
  };
}

/**
 * CPython starts a collection by itself only when the young generation is full, and then takes the
 * oldest generation whose own count is over its threshold (`gc_select_generation`, Python/gc.c).
 */
function triggerOf(start: CollectionStartMessage): CollectionRecord["trigger"] {
  if (start.byPerson) return "person";
  const { counts, thresholds, generation } = start;
  const isFull = start.enabled && thresholds[0] > 0 && counts[0] > thresholds[0];
  const isDue = isFull && (generation === 0 || counts[generation] > thresholds[generation]);
  return isDue ? "automatic" : "explicit";
}

function unique(objects: readonly (Serial | undefined)[]): readonly Serial[] {
  return [...new Set(objects.filter((object) => object !== undefined))];
}
