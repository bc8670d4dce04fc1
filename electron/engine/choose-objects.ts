/** Which objects get a card when there are too many to read: garbage first, then those nearest to a name. */
import type { NodeIndex } from "../contract/ids";
import { namedObjects, type FrameNames } from "./bound-names";
import type { FoldedGraph } from "./folding";
import { hasFlag, NO_NODE, ObjectFlag } from "./heap-snapshot";

/** More cards than this cannot be read; the rest is counted. */
export const CARD_LIMIT = 150;
/** So many pills can be read; more are put together. */
export const COMPACT_LIMIT = 1500;
/** So many dots can be drawn at all. */
export const MARK_LIMIT = 5000;

export function chooseObjects(
  graph: FoldedGraph,
  frames: readonly FrameNames[],
): readonly NodeIndex[] {
  return nearestObjects(graph, frames, CARD_LIMIT, graph.drawn);
}

/** At most `limit` of the objects, in the heap's order. */
export function nearestObjects(
  graph: FoldedGraph,
  frames: readonly FrameNames[],
  limit: number,
  objects: readonly NodeIndex[],
): readonly NodeIndex[] {
  if (objects.length <= limit) return objects;
  const distance = distancesFromNames(graph, frames);
  for (const node of objects)
    if (hasFlag(graph.snapshot, node, ObjectFlag.unreachable)) distance[node] = GARBAGE;
  return firstByDistance(objects, distance, limit).toSorted((a, b) => a - b);
}

/** Garbage is nearest of all; names come next. */
const GARBAGE = 0;
const NAMED = 1;

/** Number of references between each object and the nearest name, from `NAMED` on; objects no name leads to are farthest. */
function distancesFromNames(graph: FoldedGraph, frames: readonly FrameNames[]): Uint32Array {
  const { snapshot } = graph;
  const far = snapshot.nodes.length + NAMED;
  const distance = new Uint32Array(snapshot.nodes.length).fill(far);
  const reached: NodeIndex[] = [];
  const reach = (node: NodeIndex, steps: number): void => {
    if (distance[node] !== far) return;
    distance[node] = steps;
    reached.push(node);
  };
  for (const object of namedObjects(frames)) {
    const node = snapshot.nodeOf.get(object);
    if (node !== undefined) reach(node, NAMED);
  }
  // `reached` grows while it is walked: nearer objects come first.
  for (let next = 0; next < reached.length; next += 1) {
    const node = reached[next];
    for (const { target } of graph.slotsOf(node))
      if (target !== NO_NODE) reach(target, distance[node] + 1);
  }
  return distance;
}

/** By distance and then by age, without sorting what is left out. */
function firstByDistance(
  drawn: readonly NodeIndex[],
  distance: Uint32Array,
  limit: number,
): readonly NodeIndex[] {
  const groups = new Map<number, NodeIndex[]>();
  for (const node of drawn) {
    const group = groups.get(distance[node]);
    if (group === undefined) groups.set(distance[node], [node]);
    else group.push(node);
  }
  const chosen: NodeIndex[] = [];
  for (const steps of [...groups.keys()].toSorted((a, b) => a - b)) {
    if (chosen.length >= limit) break;
    chosen.push(...(groups.get(steps) ?? []).slice(0, limit - chosen.length));
  }
  return chosen;
}
