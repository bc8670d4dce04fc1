/**
 * Every simple way from a root to one object, shortest first, one at a time: a best-first search backwards from the object. What is
 * still missing of a way is its exact distance from the roots, so ways come out in the order of their lengths (A*: Hart, Nilsson,
 * Raphael 1968, with parallel partial ways kept for the k-th shortest); of equal ones the first found in the heap's order comes first.
 */
import type { NodeIndex } from "../contract/ids";
import type { Link, ReferenceIndex } from "./reference-index";

export interface PathRules {
  readonly roots: readonly NodeIndex[];
  readonly isUsable: (link: Link) => boolean;
  readonly isIgnored: (node: NodeIndex) => boolean;
}

/** The links of a way, the root's end first. */
export type Path = readonly Link[];

/** Partial ways tried before the search gives up; a tangle can hold more ways than anybody will look at. */
const MOST_TRIED = 50_000;

export function* pathsTo(
  index: ReferenceIndex,
  target: NodeIndex,
  rules: PathRules,
): Generator<Path, void> {
  const distance = distancesFromRoots(index, rules);
  if (distance[target] === FAR) return;
  const isRoot = new Set(rules.roots);
  const queue = new BucketQueue<PartialPath>();
  queue.add(distance[target], { node: target, length: 0, link: undefined, rest: undefined });
  let tried = 0;
  for (let next = queue.take(); next !== undefined; next = queue.take()) {
    tried += 1;
    if (tried > MOST_TRIED) return;
    const { item: partial, priority } = next;
    if (partial.isComplete === true) {
      yield linksOf(partial);
      continue;
    }
    // Completing is a step of its own: a root may also be held by other objects.
    if (isRoot.has(partial.node)) queue.add(priority, { ...partial, isComplete: true });
    for (const link of index.linksTo(partial.node)) {
      if (distance[link.from] === FAR || !rules.isUsable(link) || isOnWay(partial, link.from))
        continue;
      const length = partial.length + 1;
      queue.add(length + distance[link.from], { node: link.from, length, link, rest: partial });
    }
  }
}

interface PartialPath {
  readonly node: NodeIndex;
  readonly length: number;
  /** The link from this node towards the target. */
  readonly link: Link | undefined;
  readonly rest: PartialPath | undefined;
  readonly isComplete?: true;
}

function linksOf(partial: PartialPath): Path {
  const links: Link[] = [];
  for (let at: PartialPath | undefined = partial; at !== undefined; at = at.rest)
    if (at.link !== undefined) links.push(at.link);
  return links;
}

function isOnWay(partial: PartialPath, node: NodeIndex): boolean {
  for (let at: PartialPath | undefined = partial; at !== undefined; at = at.rest)
    if (at.node === node) return true;
  return false;
}

const FAR = 0xffffffff;

function distancesFromRoots(
  index: ReferenceIndex,
  { roots, isUsable, isIgnored }: PathRules,
): Uint32Array {
  const distance = new Uint32Array(index.graph.snapshot.nodes.length).fill(FAR);
  const reached: NodeIndex[] = [];
  const reach = (node: NodeIndex, steps: number): void => {
    if (distance[node] !== FAR || isIgnored(node)) return;
    distance[node] = steps;
    reached.push(node);
  };
  for (const root of roots) reach(root, 0);
  // `reached` grows while it is walked: nearer objects come first.
  for (let next = 0; next < reached.length; next += 1) {
    const node = reached[next];
    for (const link of index.linksFrom(node))
      if (isUsable(link)) reach(link.to, distance[node] + 1);
  }
  return distance;
}

/** Small whole numbers as priorities; equal ones leave in the order they came. */
class BucketQueue<Item> {
  readonly #buckets: { readonly items: Item[]; taken: number }[] = [];
  #lowest = 0;

  add(priority: number, item: Item): void {
    (this.#buckets[priority] ??= { items: [], taken: 0 }).items.push(item);
    this.#lowest = Math.min(this.#lowest, priority);
  }

  take(): { readonly item: Item; readonly priority: number } | undefined {
    for (; this.#lowest < this.#buckets.length; this.#lowest += 1) {
      const bucket = this.#buckets[this.#lowest];
      if (bucket === undefined || bucket.taken === bucket.items.length) continue;
      const item = bucket.items[bucket.taken];
      bucket.taken += 1;
      return { item, priority: this.#lowest };
    }
    return undefined;
  }
}
