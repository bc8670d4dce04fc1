/** Whether a row of a heap is the object that was known at its address, or somebody else who took it over. */
import { NONE, type HeapMessage, type ObjectDescription } from "../contract/agent-message";
import { FINALIZER_SCOPE } from "../engine/bound-names";
import type { Generation } from "./generation-history";
import type { LiveObject } from "./live-heap";

/** Addresses of what is the first local of a running `__del__`. */
export function objectsBeingFinalized(heap: HeapMessage): ReadonlySet<number> {
  const finalizing = heap.frames.filter(
    (frame, depth) => depth > 0 && FINALIZER_SCOPE.test(frame.scope),
  );
  return new Set(
    finalizing.flatMap((frame) => frame.names.slice(0, 1)).map(({ address }) => address),
  );
}

export interface FoundRow {
  readonly typeAddress: number;
  readonly refcount: number;
  readonly tracked: boolean;
  /** Of the collector; undefined: in none. */
  readonly generation: Generation | undefined;
  readonly born: boolean;
  readonly finalizing: boolean;
  readonly collecting: boolean;
}

export function rowAt(heap: HeapMessage, place: number, finalizing: ReadonlySet<number>): FoundRow {
  const tracked = place < heap.trackedRows;
  return {
    typeAddress: heap.typeAddress[place] ?? 0,
    refcount: heap.refcount[place] ?? NONE,
    tracked,
    generation: generationOf(heap, place),
    born: tracked && place >= heap.bornFrom,
    finalizing: finalizing.has(heap.address[place] ?? 0),
    collecting: heap.insideCollection,
  };
}

/** The first rows are the tracked ones, oldest generation first. */
function generationOf(heap: HeapMessage, place: number): Generation | undefined {
  if (place >= heap.trackedRows) return undefined;
  if (place < heap.oldestEnd) return 2;
  return place < heap.middleEnd ? 1 : 0;
}

export function isSame(known: LiveObject, found: FoundRow): boolean {
  const sameType = known.typeAddress === found.typeAddress;
  // A dict without containers is untracked; it joins the youngest generation, among the newly born, with its first one.
  // A dying object is taken out of its generation and put among the youngest while its `__del__` runs.
  if (found.born)
    return (
      sameType &&
      ((!known.tracked && known.description.isPlainDict) || (found.finalizing && !known.finalizing))
    );
  // A survivor whose type changed had its `__class__` set.
  return sameType || (found.tracked && known.tracked);
}

/**
 * An object that its finalizer refers to again is put among the youngest like a new one; but a new one's finalizer
 * has not run. Where the finalizer is a line of the script, it is seen running before.
 */
export function isResurrected(
  known: LiveObject,
  found: FoundRow,
  described: ObjectDescription | undefined,
): boolean {
  return (
    found.born &&
    known.typeAddress === found.typeAddress &&
    known.description.hasFinalizer &&
    !known.description.finalizerRan &&
    described?.finalizerRan === true
  );
}
