/** Judges a whole heap after a line: marks every living object as unreachable or not, and as the script's own or not. */
import { nodeIndex, type NodeIndex, type Serial } from "../contract/ids";
import { findUnreachable } from "../engine/gc-reachability";
import { HeapSnapshotBuilder } from "../engine/heap-snapshot-builder";
import type { HeapSnapshot } from "../engine/heap-snapshot";
import { findOwnObjects } from "../engine/own-objects";
import type { LiveHeap, LiveObject } from "./live-heap";
import type { VersionTable } from "./version-table";

export interface HeapFacts {
  readonly versions: VersionTable;
  readonly named: ReadonlySet<Serial>;
  /** Rows of referents that suspended generators only borrow. */
  readonly borrowed: readonly NodeIndex[];
  /** What a collection under way has found: unreachable until it ends, whatever a finalizer refers to meanwhile. */
  readonly inHand: readonly Serial[] | undefined;
}

export function judgeHeap(live: LiveHeap, facts: HeapFacts): void {
  const objects = objectsInOrder(live);
  const snapshot = snapshotOfObjects(objects, facts.versions);
  if (facts.inHand === undefined) markUnreachable(snapshot, objects, facts.borrowed);
  else for (const object of facts.inHand) live.markUnreachable(object);
  const named = [...facts.named]
    .map((object) => snapshot.nodeOf.get(object))
    .filter((node) => node !== undefined);
  const own = findOwnObjects(snapshot, {
    named,
    wasOwn: (node) => objects[node]?.own ?? false,
    isLeftBehind: (node) =>
      (objects[node]?.unreachable ?? false) && objects[node]?.bornInImport === false,
  });
  for (const [place, object] of objects.entries()) object.own = own[place] === 1;
}

/** The rows of the last heap in their order, then what only the collector knows where it is. */
function objectsInOrder(live: LiveHeap): readonly LiveObject[] {
  const objects = [...live.rows];
  const listed = new Set(objects);
  for (const object of live.objects) if (!listed.has(object)) objects.push(object);
  return objects;
}

export function snapshotOfObjects(
  objects: Iterable<LiveObject>,
  versions: VersionTable,
): HeapSnapshot {
  const builder = new HeapSnapshotBuilder(versions.strings);
  for (const object of objects)
    versions.addTo(builder, object.version, { refcount: object.refcount, flags: 0 });
  return builder.finish();
}

function markUnreachable(
  snapshot: HeapSnapshot,
  objects: readonly LiveObject[],
  borrowed: readonly NodeIndex[],
): void {
  const order = objects.map((_, place) => nodeIndex(place));
  const found = new Set(findUnreachable(snapshot, { order, borrowed }));
  for (const [place, object] of objects.entries()) object.unreachable = found.has(nodeIndex(place));
}
