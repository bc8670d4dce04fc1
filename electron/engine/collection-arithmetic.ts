/**
 * The collector's arithmetic on the drawn objects of a collection: what each count was, which references from other candidates
 * were subtracted, what was left over, and what that led to (subtract_refs and move_unreachable, Modules/gcmodule.c). What is
 * folded into an object counts as that object.
 */
import { rowAfter, type NodeIndex } from "../contract/ids";
import type { CollectionRecord, EntryPicture } from "./entry-picture";
import { hasFlag, IMMORTAL, NO_NODE, ObjectFlag } from "./heap-snapshot";
import type { Link, ReferenceIndex } from "./reference-index";

export interface CollectionArithmetic {
  readonly candidates: readonly CandidateSum[];
  /** Between drawn candidates. */
  readonly subtracted: readonly Link[];
  readonly kept: readonly NodeIndex[];
  /** In the order the kept lead to them. */
  readonly reached: readonly Link[];
  /** Weak references to what was found. */
  readonly weak: readonly Link[];
  /** References from what was freed. */
  readonly broken: readonly Link[];
}

export interface CandidateSum {
  readonly node: NodeIndex;
  readonly refcount: number;
  /** References from other candidates, those that are not drawn included. */
  readonly inside: number;
}

/** `picture`: the heap as the collection found it. */
export function collectionArithmetic(
  picture: EntryPicture,
  index: ReferenceIndex,
  collection: CollectionRecord,
): CollectionArithmetic {
  const { graph } = picture;
  const found = new Set(
    collection.found.flatMap((object) => graph.snapshot.nodeOf.get(object) ?? []),
  );
  const candidates = candidatesOf(picture, collection, found);
  const inside = insideCounts(picture, candidates);
  const sums = [...candidates].map((node): CandidateSum => {
    const refcount = graph.snapshot.nodes.refcount[node];
    return { node, refcount, inside: Math.min(refcount, inside.get(node) ?? 0) };
  });
  const kept = sums
    .filter(({ node, refcount, inside: own }) => !found.has(node) && refcount > own)
    .map(({ node }) => node);
  const freed = new Set(
    collection.freed.flatMap((object) => graph.snapshot.nodeOf.get(object) ?? []),
  );
  const linksOf = (nodes: Iterable<NodeIndex>): readonly Link[] =>
    [...nodes].flatMap((node) => index.linksFrom(node)).filter(({ kind }) => kind !== "weak");
  return {
    candidates: sums,
    subtracted: linksOf(candidates).filter(
      ({ to, kind }) => candidates.has(to) && kind !== "class",
    ),
    kept,
    reached: reachedFrom(index, kept, candidates),
    weak: [...found].flatMap((node) => index.linksTo(node)).filter(({ kind }) => kind === "weak"),
    broken: linksOf(freed).filter(({ kind }) => kind !== "class"),
  };
}

/** Which generation an object is in is not recorded: of a young collection only what it found is known for certain. */
function candidatesOf(
  { graph }: EntryPicture,
  { generation }: CollectionRecord,
  found: ReadonlySet<NodeIndex>,
): ReadonlySet<NodeIndex> {
  if (generation < 2) return found;
  return new Set(
    graph.drawn.filter(
      (node) =>
        found.has(node) ||
        (hasFlag(graph.snapshot, node, ObjectFlag.tracked) &&
          graph.snapshot.nodes.refcount[node] !== IMMORTAL),
    ),
  );
}

/** References to each drawn candidate from candidates and what is folded into them. */
function insideCounts(
  { graph }: EntryPicture,
  candidates: ReadonlySet<NodeIndex>,
): ReadonlyMap<NodeIndex, number> {
  const { nodes, edges, nodeOf } = graph.snapshot;
  const counts = new Map<NodeIndex, number>();
  for (const holder of nodeOf.values()) {
    if (!candidates.has(graph.ownerOf(holder))) continue;
    const end = nodes.firstEdge[rowAfter(holder)];
    for (let edge = nodes.firstEdge[holder]; edge < end; edge = rowAfter(edge)) {
      const target = edges.target[edge];
      if (target !== NO_NODE && candidates.has(target))
        counts.set(target, (counts.get(target) ?? 0) + 1);
    }
  }
  return counts;
}

function reachedFrom(
  index: ReferenceIndex,
  kept: readonly NodeIndex[],
  candidates: ReadonlySet<NodeIndex>,
): readonly Link[] {
  const reached = new Set(kept);
  const ways: Link[] = [];
  // The set grows while it is walked.
  for (const node of reached) {
    for (const link of index.linksFrom(node)) {
      if (link.kind === "weak" || !candidates.has(link.to) || reached.has(link.to)) continue;
      reached.add(link.to);
      ways.push(link);
    }
  }
  return ways;
}
