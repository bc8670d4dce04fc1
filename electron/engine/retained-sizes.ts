/** What would be freed with each object, by the dominator tree over the references between drawn objects: an object retains what every way from a root leads through it to. */
import { bytes, nodeIndex, type Bytes, type NodeIndex } from "../contract/ids";
import { findDominators, NO_DOMINATOR, type DominatorTree } from "./dominators";
import { hasFlag, ObjectFlag, typeNameOf } from "./heap-snapshot";
import { outsideRoots, visibleRoots } from "./path-roots";
import type { AlivePicture } from "./why-alive";

export interface RetainedSizes {
  readonly of: (node: NodeIndex) => Bytes;
  /** What all objects of a type retain together, what they retain of each other counted once. */
  readonly ofTypes: () => ReadonlyMap<string, Bytes>;
}

/** Undefined when there are so many objects that nobody would wait for it. */
export function retainedSizes(alive: AlivePicture): RetainedSizes | undefined {
  const { graph } = alive.picture;
  if (graph.drawn.length > MOST_OBJECTS) return undefined;
  const successors = (node: number): readonly number[] =>
    alive.index
      .linksFrom(nodeIndex(node))
      .filter(({ kind }) => kind !== "weak")
      .map(({ to }) => to);
  const known = new Map<number, readonly number[]>();
  const tree = findDominators({
    count: graph.snapshot.nodes.length,
    roots: rootsOf(alive),
    successors(node) {
      const found = known.get(node) ?? successors(node);
      known.set(node, found);
      return found;
    },
  });
  const sizes = new Float64Array(graph.snapshot.nodes.length);
  for (const node of graph.drawn) sizes[node] = graph.sizeWithParts(node);
  for (const node of tree.order.toReversed()) {
    const dominator = tree.dominatorOf[node];
    if (dominator !== NO_DOMINATOR) sizes[dominator] += sizes[node];
  }
  shareAmongGarbage(alive, sizes);
  return {
    of: (node) => bytes(sizes[node]),
    ofTypes: () => sizesOfTypes(alive, tree),
  };
}

const MOST_OBJECTS = 60_000;

/** Names, frames and what is out of sight; then one object of each cycle of garbage, which nothing leads to; then whatever is left. */
function rootsOf({ picture, index }: AlivePicture): readonly NodeIndex[] {
  const { graph, cycles } = picture;
  const { nodeOf } = graph.snapshot;
  const roots = new Set(
    [...visibleRoots(picture), ...outsideRoots(picture)].map(({ holds }) => holds),
  );
  for (const { members, state } of cycles) {
    const [first] = members;
    const node = first === undefined ? undefined : nodeOf.get(first);
    if (state === "unreachable" && node !== undefined) roots.add(node);
  }
  const reached = new Set<NodeIndex>();
  const reach = (root: NodeIndex): void => {
    const waiting = [root];
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      if (reached.has(node)) continue;
      reached.add(node);
      for (const { to, kind } of index.linksFrom(node)) if (kind !== "weak") waiting.push(to);
    }
  };
  for (const root of roots) reach(root);
  for (const node of graph.drawn) {
    if (reached.has(node)) continue;
    roots.add(node);
    reach(node);
  }
  return [...roots].filter((node) => graph.isDrawn(node));
}

/** Whichever object of a cycle of garbage goes, the others go with it. */
function shareAmongGarbage({ picture }: AlivePicture, sizes: Float64Array): void {
  const { graph, cycles } = picture;
  for (const { members } of cycles) {
    const nodes = members.flatMap((member) => graph.snapshot.nodeOf.get(member) ?? []);
    if (!nodes.every((node) => hasFlag(graph.snapshot, node, ObjectFlag.unreachable))) continue;
    const most = Math.max(...nodes.map((node) => sizes[node]));
    for (const node of nodes) sizes[node] = most;
  }
}

/** Of each type only the objects that no other of the type dominates count, with all they retain. */
function sizesOfTypes({ picture }: AlivePicture, tree: DominatorTree): ReadonlyMap<string, Bytes> {
  const { graph } = picture;
  const dominated: number[][] = [];
  const tops: number[] = [];
  for (const node of tree.order) {
    const dominator = tree.dominatorOf[node];
    if (dominator === NO_DOMINATOR) tops.push(node);
    else (dominated[dominator] ??= []).push(node);
  }
  const sums = new Map<string, Bytes>();
  const open = new Map<string, number>();
  const walk: { readonly node: number; readonly leaves: boolean }[] = [];
  for (const node of tops.toReversed()) walk.push({ node, leaves: false });
  for (let here = walk.pop(); here !== undefined; here = walk.pop()) {
    const { node, leaves } = here;
    const type = typeNameOf(graph.snapshot, nodeIndex(node));
    const size = graph.sizeWithParts(nodeIndex(node));
    if (leaves) {
      open.set(type, (open.get(type) ?? 1) - 1);
      continue;
    }
    open.set(type, (open.get(type) ?? 0) + 1);
    for (const [outer, times] of open)
      if (times > 0) sums.set(outer, bytes((sums.get(outer) ?? 0) + size));
    walk.push({ node, leaves: true });
    for (const next of dominated[node] ?? []) walk.push({ node: next, leaves: false });
  }
  return sums;
}
