/** Everything the collector is about to look at, the script's or not, as a graph; and what of it the collector will find unreachable. */
import type { CandidatesMessage, ObjectOwner } from "../contract/agent-message";
import {
  asColumn,
  edgeIndex,
  nodeIndex,
  rowAfter,
  type EdgeIndex,
  type NodeIndex,
} from "../contract/ids";
import { findUnreachable, type CountedGraph } from "./gc-reachability";
import { NO_NODE } from "./heap-snapshot";

export type OwnerName = keyof typeof ObjectOwner;

export interface FoundCandidate {
  readonly address: number;
  readonly typeAddress: number;
  readonly owner: OwnerName;
}

/**
 * The unreachable ones in the collector's order. `untracksTuples`: 3.14.0 to 3.14.4 stop tracking tuples that
 * hold nothing tracked before they search (`untrack_tuples`, Python/gc.c), all other versions after it.
 */
export function findAmongCandidates(
  candidates: CandidatesMessage,
  { untracksTuples, isTuple }: TupleTracking,
): readonly FoundCandidate[] {
  const rowOf = new Map(Array.from(candidates.address, (address, row) => [address, row]));
  const graph = graphOf(candidates, rowOf);
  const order = Array.from(candidates.address, (_, row) => nodeIndex(row));
  const borrowed = Array.from(candidates.borrowed, (address) => rowOf.get(address))
    .filter((row) => row !== undefined)
    .map(nodeIndex);
  const dropped = untracksTuples
    ? untrackedTuples(graph, (node) => isTuple(candidates.typeAddress[node] ?? 0))
    : NO_NODES;
  return findUnreachable(graph, { order, borrowed })
    .filter((node) => !dropped.has(node))
    .map((node) => ({
      address: candidates.address[node] ?? 0,
      typeAddress: candidates.typeAddress[node] ?? 0,
      owner: ownerNames[candidates.owner[node] ?? 0] ?? "interpreter",
    }));
}

export interface TupleTracking {
  readonly untracksTuples: boolean;
  readonly isTuple: (typeAddress: number) => boolean;
}

/** By `ObjectOwner`. */
const ownerNames: readonly OwnerName[] = ["script", "library", "interpreter"];
const NO_NODES: ReadonlySet<NodeIndex> = new Set();

function graphOf(candidates: CandidatesMessage, rowOf: ReadonlyMap<number, number>): CountedGraph {
  const length = candidates.address.length;
  const firstEdge = new Uint32Array(length + 1);
  for (let row = 0; row < length; row += 1)
    firstEdge[row + 1] = firstEdge[row] + (candidates.edgeCount[row] ?? 0);
  const target = Uint32Array.from(
    candidates.edgeTarget,
    (address) => rowOf.get(address) ?? NO_NODE,
  );
  return {
    length,
    refcount: asColumn<NodeIndex, number>(candidates.refcount),
    firstEdge: asColumn<NodeIndex, EdgeIndex>(firstEdge),
    target: asColumn<EdgeIndex, NodeIndex>(target),
  };
}

/** Tuples in the order of the list: one that holds only tuples dropped before it is dropped too. */
function untrackedTuples(
  graph: CountedGraph,
  isTuple: (node: NodeIndex) => boolean,
): ReadonlySet<NodeIndex> {
  const dropped = new Set<NodeIndex>();
  for (let node = nodeIndex(0); node < graph.length; node = rowAfter(node)) {
    if (isTuple(node) && referentsOf(graph, node).every((referent) => dropped.has(referent)))
      dropped.add(node);
  }
  return dropped;
}

function referentsOf({ firstEdge, target }: CountedGraph, node: NodeIndex): readonly NodeIndex[] {
  const referents: NodeIndex[] = [];
  for (
    let edge = edgeIndex(firstEdge[node]);
    edge < firstEdge[rowAfter(node)];
    edge = rowAfter(edge)
  )
    if (target[edge] !== NO_NODE) referents.push(target[edge]);
  return referents;
}
