/**
 * What `gc.collect()` would call unreachable, in the collector's own order: CPython's deduce_unreachable (Modules/gcmodule.c).
 * Refcount minus the references that come from the candidates themselves; what is left over came from outside. Then
 * move_unreachable is replayed list operation by list operation, because its order is the order finalizers run in.
 */
import { rowAfter, type Column, type EdgeIndex, type NodeIndex } from "../contract/ids";
import { IMMORTAL, NO_NODE, type HeapSnapshot } from "./heap-snapshot";

/** All the collector knows of the heap. Columns as in `HeapSnapshot`. */
export interface CountedGraph {
  readonly length: number;
  readonly refcount: Column<NodeIndex, number>;
  readonly firstEdge: Column<NodeIndex, EdgeIndex>;
  readonly target: Column<EdgeIndex, NodeIndex>;
}

export function countedGraphOf({ nodes, edges }: HeapSnapshot): CountedGraph {
  const { length, refcount, firstEdge } = nodes;
  return { length, refcount, firstEdge, target: edges.target };
}

export interface CollectionCandidates {
  /** Objects the collector looks at, in the order of its list. */
  readonly order: readonly NodeIndex[];
  /** Referents listed by suspended generators without owning a count (3.14+): their count is not to be subtracted. */
  readonly borrowed: readonly NodeIndex[];
}

const Place = { outside: 0, waiting: 1, unreachable: 2, reachable: 3 } as const;

/** The unreachable objects in the order the collector finds, finalizes and clears them. */
export function findUnreachable(
  graph: CountedGraph,
  candidates: CollectionCandidates,
): readonly NodeIndex[] {
  const place = new Uint8Array(graph.length);
  for (const node of candidates.order) place[node] = Place.waiting;
  const leftOver = subtractInternalReferences(graph, candidates, place);
  const waiting: NodeIndex[] = [...candidates.order];
  const found: NodeIndex[] = [];
  // `waiting` grows while it is walked: rescued objects move to its tail, as in the collector.
  for (let next = 0; next < waiting.length; next += 1) {
    const node = waiting[next];
    // A count below zero contradicts itself (a torn capture); such an object is never called garbage.
    if (leftOver[node] === 0) {
      place[node] = Place.unreachable;
      found.push(node);
    } else {
      place[node] = Place.reachable;
      keepReferents(graph, node, { place, leftOver, waiting });
    }
  }
  return found.filter((node) => place[node] === Place.unreachable);
}

/** Refcount of each candidate minus the references from candidates, parallel references counted each. */
export function subtractInternalReferences(
  graph: CountedGraph,
  candidates: CollectionCandidates,
  place: Uint8Array,
): Float64Array {
  const { refcount, firstEdge, target } = graph;
  const leftOver = new Float64Array(graph.length);
  for (const node of candidates.order) leftOver[node] = refcount[node];
  for (const node of candidates.order) {
    const end = firstEdge[rowAfter(node)];
    for (let edge = firstEdge[node]; edge < end; edge = rowAfter(edge)) {
      const referent = target[edge];
      if (referent !== NO_NODE && place[referent] === Place.waiting) leftOver[referent] -= 1;
    }
  }
  for (const node of candidates.borrowed) leftOver[node] += 1;
  for (const node of candidates.order) if (refcount[node] === IMMORTAL) leftOver[node] = IMMORTAL;
  return leftOver;
}

interface Passing {
  readonly place: Uint8Array;
  readonly leftOver: Float64Array;
  readonly waiting: NodeIndex[];
}

function keepReferents(
  { firstEdge, target }: CountedGraph,
  node: NodeIndex,
  { place, leftOver, waiting }: Passing,
): void {
  const end = firstEdge[rowAfter(node)];
  for (let edge = firstEdge[node]; edge < end; edge = rowAfter(edge)) {
    const referent = target[edge];
    if (referent === NO_NODE) continue;
    if (place[referent] === Place.unreachable) {
      place[referent] = Place.waiting;
      leftOver[referent] = 1;
      waiting.push(referent);
    } else if (place[referent] === Place.waiting && leftOver[referent] === 0) {
      leftOver[referent] = 1;
    }
  }
}
