/** Follows one collection from its start to its end: what the subtraction found, whose finalizer ran in which order, what was freed. */
import type {
  CandidatesMessage,
  CollectionStartMessage,
  CollectionStopMessage,
  HeapMessage,
} from "../contract/agent-message";
import { nodeIndex, type NodeIndex, type Serial } from "../contract/ids";
import { finalizedBy, type FrameNames } from "../engine/bound-names";
import {
  countCollection,
  type CollectionCount,
  type FoundObject,
} from "../engine/collection-account";
import type { CollectionRecord } from "../engine/entry-picture";
import { countedGraphOf, findUnreachable } from "../engine/gc-reachability";
import { ObjectFlag, type HeapSnapshot } from "../engine/heap-snapshot";
import { findAmongCandidates, type OwnerName } from "../engine/collection-candidates";

export interface RunningCollection {
  readonly start: CollectionStartMessage;
  /** Objects it looks at. */
  readonly candidates: number;
  /** Every object found unreachable, in the collector's order; `object` is the script's. */
  readonly found: readonly FoundAtStart[];
  /** Objects whose `__del__` was seen running, in order. */
  readonly finalizing: Serial[];
  /** What it collects are weak references, other than those found. */
  readonly weakReferences: ReadonlySet<number>;
}

export interface FoundAtStart {
  readonly address: number;
  readonly object: Serial | undefined;
  readonly owner: OwnerName;
  readonly typeName: string;
}

export interface HeapAtStart {
  readonly heap: HeapMessage;
  readonly candidates: CandidatesMessage | undefined;
  readonly untracksTuples: boolean;
  readonly serialAt: (address: number) => Serial | undefined;
  readonly typeNameAt: (typeAddress: number) => string;
  readonly snapshot: () => HeapSnapshot;
}

/** Predicts what the collector is about to find in the heap taken just before it runs. */
export function startCollection(
  start: CollectionStartMessage,
  before: HeapAtStart,
): RunningCollection {
  const { candidates, heap } = before;
  const found =
    candidates === undefined ? findInScript(start, before) : findInAll(before, candidates);
  const tracked = candidates ?? heap;
  const foundAddresses = new Set(found.map(({ address }) => address));
  const isWeakReference = (row: number): boolean =>
    WEAK_REFERENCE.test(before.typeNameAt(tracked.typeAddress[row] ?? 0)) &&
    !foundAddresses.has(tracked.address[row] ?? 0);
  return {
    start,
    candidates: candidates?.address.length ?? collectorsOrder(heap, start.generation).length,
    found,
    finalizing: [],
    weakReferences: new Set(tracked.address.filter((_, row) => isWeakReference(row))),
  };
}

const WEAK_REFERENCE = /^weakref(\.(ReferenceType|KeyedRef|WeakMethod))?$/;

function findInAll(
  { untracksTuples, typeNameAt, serialAt }: HeapAtStart,
  candidates: CandidatesMessage,
): readonly FoundAtStart[] {
  const isTuple = (typeAddress: number): boolean => typeNameAt(typeAddress) === "tuple";
  return findAmongCandidates(candidates, { untracksTuples, isTuple }).map(
    ({ address, typeAddress, owner }) => ({
      address,
      object: owner === "script" ? serialAt(address) : undefined,
      owner,
      typeName: typeNameAt(typeAddress),
    }),
  );
}

/** An agent that does not say what else is collected: the script's objects alone. */
function findInScript(
  { generation }: CollectionStartMessage,
  { heap, snapshot, typeNameAt, serialAt }: HeapAtStart,
): readonly FoundAtStart[] {
  const found = findUnreachable(countedGraphOf(snapshot()), {
    order: collectorsOrder(heap, generation),
    borrowed: borrowedNodes(heap),
  });
  return found.map((node) => {
    const address = heap.address[node] ?? 0;
    return {
      address,
      object: serialAt(address),
      owner: "script",
      typeName: typeNameAt(heap.typeAddress[node] ?? 0),
    };
  });
}

/** The script's objects that were found. */
export function objectsFound({ found }: RunningCollection): readonly Serial[] {
  return found.map(({ object }) => object).filter((object) => object !== undefined);
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
  /** The agent said of each candidate whether it is gone. */
  readonly saysGone: boolean;
  readonly isPrediction: boolean;
  readonly drawnOwner: (object: Serial) => Serial | undefined;
  readonly flagsOf: (object: Serial) => number;
  readonly isDead: (object: Serial) => boolean;
  readonly bytesFreed: (object: Serial) => number;
}

/** What is remembered of a collection: of single objects only the drawn ones, plumbing counted to its owner. */
export function finishCollection(running: RunningCollection, after: Aftermath): CollectionRecord {
  const { start, finalizing } = running;
  const { stop } = after;
  const drawn = unique(objectsFound(running).map(after.drawnOwner));
  const seenFinalized = unique(finalizing.map(after.drawnOwner));
  const unseen = drawn.filter(
    (object) =>
      (after.flagsOf(object) & ObjectFlag.finalizer) !== 0 && !seenFinalized.includes(object),
  );
  const freed = drawn.filter(after.isDead);
  return {
    generation: start.generation,
    trigger: triggerOf(start),
    collected: stop.collected,
    uncollectable: stop.uncollectable,
    threshold: start.thresholds[0],
    found: drawn,
    finalized: [...seenFinalized, ...unseen],
    freed,
    survived: drawn.filter((object) => !after.isDead(object)),
    freedBytes: freed.reduce((sum, object) => sum + after.bytesFreed(object), 0),
    count: countAll(running, after),
    garbage: stop.garbage.length,
    inGarbage: putIntoGarbage(running, after),
    isPrediction: after.isPrediction,
  };
}

function putIntoGarbage({ found }: RunningCollection, after: Aftermath): readonly Serial[] {
  if (after.stop.garbage.length === 0) return [];
  const garbage = new Set(after.stop.garbage);
  return unique(
    found.flatMap(({ address, object }) =>
      object !== undefined && garbage.has(address) ? [after.drawnOwner(object)] : [],
    ),
  );
}

function countAll(running: RunningCollection, after: Aftermath): CollectionCount {
  const gone = new Set(after.stop.gone);
  const garbage = new Set(after.stop.garbage);
  const isFreed = ({ address, object }: FoundAtStart): boolean =>
    after.saysGone || object === undefined ? gone.has(address) : after.isDead(object);
  const objects = new Set(objectsFound(running));
  return countCollection({
    candidates: running.candidates,
    found: running.found.map((found): FoundObject => ({
      owner: found.owner,
      typeName: found.typeName,
      fate: isFreed(found) ? "freed" : garbage.has(found.address) ? "garbage" : "survived",
      isAttributeDict: isAttributeDict(found, after, objects),
    })),
    returned: after.stop.collected + after.stop.uncollectable,
    droppedWeakReferences: after.stop.gone.filter((address) => running.weakReferences.has(address))
      .length,
  });
}

/** Folded into an instance that was found too. */
function isAttributeDict(
  { object }: FoundAtStart,
  { flagsOf, drawnOwner }: Aftermath,
  found: ReadonlySet<Serial>,
): boolean {
  if (object === undefined || (flagsOf(object) & ObjectFlag.plainDict) === 0) return false;
  const owner = drawnOwner(object);
  return (
    owner !== undefined &&
    owner !== object &&
    found.has(owner) &&
    (flagsOf(owner) & ObjectFlag.class) === 0
  );
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
