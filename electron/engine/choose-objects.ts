/** Which objects get a card when there are too many to read: garbage first, then those nearest to a name. */
import type { NodeIndex } from "../contract/ids";
import { namedObjects, type FrameNames } from "./bound-names";
import type { FoldedGraph } from "./folding";
import { hasFlag, NO_NODE, ObjectFlag } from "./heap-snapshot";

/** More cards than this cannot be read; the rest is counted. */
export const CARD_LIMIT = 150;

export function chooseObjects(
  graph: FoldedGraph,
  frames: readonly FrameNames[],
): readonly NodeIndex[] {
  const { drawn, snapshot } = graph;
  if (drawn.length <= CARD_LIMIT) return drawn;
  const distance = distancesFromNames(graph, frames);
  const rank = (node: NodeIndex): number =>
    hasFlag(snapshot, node, ObjectFlag.unreachable) ? -1 : (distance.get(node) ?? drawn.length);
  const ranked = drawn.map((node) => ({ node, rank: rank(node) }));
  const kept = ranked.toSorted((a, b) => a.rank - b.rank || a.node - b.node).slice(0, CARD_LIMIT);
  return kept.map(({ node }) => node).toSorted((a, b) => a - b);
}

/** Number of references between each object and the nearest name. */
function distancesFromNames(
  graph: FoldedGraph,
  frames: readonly FrameNames[],
): ReadonlyMap<NodeIndex, number> {
  const distance = new Map<NodeIndex, number>();
  let front: readonly NodeIndex[] = [...namedObjects(frames)]
    .map((object) => graph.snapshot.nodeOf.get(object))
    .filter((node) => node !== undefined);
  for (let steps = 0; front.length > 0; steps += 1) {
    const reached = front.filter((node) => !distance.has(node));
    for (const node of reached) distance.set(node, steps);
    front = reached
      .flatMap((node) => graph.slotsOf(node).map((slot) => slot.target))
      .filter((node) => node !== NO_NODE && !distance.has(node));
  }
  return distance;
}
