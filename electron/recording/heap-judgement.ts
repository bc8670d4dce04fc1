/** Judges a whole heap after a line: marks every living object as unreachable or not, and as the script's own or not. */
import { asColumn, nodeIndex, type NodeIndex, type Serial } from "../contract/ids";
import { countedGraphOf, findUnreachable } from "../engine/gc-reachability";
import { HeapSnapshotBuilder } from "../engine/heap-snapshot-builder";
import type { HeapSnapshot } from "../engine/heap-snapshot";
import { findOwnObjects } from "../engine/own-objects";
import type { LiveHeap, LiveObject } from "./live-heap";
import type { VersionIndex, VersionTable } from "./version-table";

export interface HeapFacts {
  readonly versions: VersionTable;
  readonly named: ReadonlySet<Serial>;
  /** Rows of referents that suspended generators only borrow. */
  readonly borrowed: readonly NodeIndex[];
  /** What a collection under way has found: unreachable until it ends, whatever a finalizer refers to meanwhile. */
  readonly inHand: readonly Serial[] | undefined;
}

export class HeapJudge {
  #objects: readonly LiveObject[] = [];
  #shown: readonly VersionIndex[] = [];
  #snapshot: HeapSnapshot | undefined;

  judge(live: LiveHeap, facts: HeapFacts): void {
    const objects = objectsInOrder(live);
    const snapshot = this.#snapshotOf(objects, facts.versions);
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

  /** Most lines change only counts: the edges are then those of the heap before. */
  #snapshotOf(objects: readonly LiveObject[], versions: VersionTable): HeapSnapshot {
    const before = this.#snapshot;
    const isSame =
      objects.length === this.#objects.length &&
      objects.every(
        (object, place) => object === this.#objects[place] && object.version === this.#shown[place],
      );
    const snapshot =
      isSame && before !== undefined
        ? withCounts(before, objects)
        : snapshotOfObjects(objects, versions);
    this.#objects = objects;
    if (!isSame) this.#shown = objects.map(({ version }) => version);
    this.#snapshot = snapshot;
    return snapshot;
  }
}

function withCounts(snapshot: HeapSnapshot, objects: readonly LiveObject[]): HeapSnapshot {
  const counts = new Uint32Array(objects.length);
  for (const [place, { refcount }] of objects.entries()) counts[place] = refcount;
  return {
    ...snapshot,
    nodes: { ...snapshot.nodes, refcount: asColumn<NodeIndex, number>(counts) },
  };
}

/** The rows of the last heap in their order, then what only the collector knows where it is. */
function objectsInOrder(live: LiveHeap): readonly LiveObject[] {
  if (live.rows.length === live.size) return live.rows;
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
  const order: NodeIndex[] = [];
  for (const [place, { frozen }] of objects.entries()) if (!frozen) order.push(nodeIndex(place));
  const found = new Set(findUnreachable(countedGraphOf(snapshot), { order, borrowed }));
  for (const [place, object] of objects.entries()) object.unreachable = found.has(nodeIndex(place));
}
