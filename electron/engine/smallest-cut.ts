/**
 * The fewest arcs whose removal leaves no cycle (a minimum feedback arc set), by iterative deepening: some arc of any one cycle
 * must go, so each is tried, and those tried before it on the same cycle are then kept. NP-hard (Karp, Reducibility among
 * Combinatorial Problems, 1972), so past a bound of work the arcs that lead back in a depth-first walk are taken instead.
 */

export interface Arc {
  readonly from: number;
  readonly to: number;
  /** Parallel references: all must go. */
  readonly weight: number;
  /** Among cuts of the same size the one with the least is taken. */
  readonly dislike: number;
}

export interface ArcCut {
  readonly arcs: readonly Arc[];
  readonly isSmallest: boolean;
}

/** Arcs looked at before the search for the smallest cut gives up; some 50 ms. */
const MOST_WORK = 2_000_000;

/** Nodes are 0 up to `length`; arcs between the same two come at most once per direction. */
export function smallestCut(length: number, arcs: readonly Arc[]): ArcCut {
  const outgoing: Arc[][] = Array.from({ length }, () => []);
  for (const arc of arcs) outgoing[arc.from].push(arc);
  const search: Search = {
    outgoing,
    removed: new Set(),
    kept: new Set(),
    work: 0,
    best: undefined,
  };
  const most = arcs.reduce((sum, { weight }) => sum + weight, 0);
  for (let weight = 0; weight <= most && search.work < MOST_WORK; weight += 1) {
    cutWithin(search, weight);
    if (search.best !== undefined && search.work < MOST_WORK)
      return { arcs: search.best.arcs, isSmallest: true };
  }
  return { arcs: search.best?.arcs ?? backArcs(outgoing), isSmallest: false };
}

interface Search {
  readonly outgoing: readonly (readonly Arc[])[];
  readonly removed: Set<Arc>;
  readonly kept: Set<Arc>;
  work: number;
  best: { readonly arcs: readonly Arc[]; readonly dislike: number } | undefined;
}

/** Tries every cut of at most this weight; the least disliked is noted. */
function cutWithin(search: Search, weight: number): void {
  if (search.work >= MOST_WORK) return;
  const cycle = findCycle(search);
  if (cycle === undefined) {
    const arcs = [...search.removed];
    const dislike = arcs.reduce((sum, arc) => sum + arc.dislike, 0);
    if (search.best === undefined || dislike < search.best.dislike) search.best = { arcs, dislike };
    return;
  }
  const tried: Arc[] = [];
  for (const arc of cycle.toSorted((a, b) => a.dislike - b.dislike)) {
    if (search.kept.has(arc) || arc.weight > weight) continue;
    search.removed.add(arc);
    cutWithin(search, weight - arc.weight);
    search.removed.delete(arc);
    search.kept.add(arc);
    tried.push(arc);
  }
  for (const arc of tried) search.kept.delete(arc);
}

/** A short cycle that is left, as its arcs. */
function findCycle(search: Search): readonly Arc[] | undefined {
  let shortest: readonly Arc[] | undefined;
  for (let start = 0; start < search.outgoing.length; start += 1) {
    const cycle = shortestFrom(search, start, shortest?.length ?? Infinity);
    if (cycle !== undefined) shortest = cycle;
    if (shortest !== undefined && shortest.length <= 2) return shortest;
    if (search.work >= MOST_WORK) return shortest ?? [];
  }
  return shortest;
}

/** Breadth first from one node until an arc leads back to it; undefined when none does in fewer arcs. */
function shortestFrom(search: Search, start: number, limit: number): readonly Arc[] | undefined {
  const cameBy = new Map<number, Arc>();
  let frontier = [start];
  for (let length = 1; length < limit && frontier.length > 0; length += 1) {
    const next: number[] = [];
    for (const node of frontier) {
      for (const arc of search.outgoing[node]) {
        search.work += 1;
        if (search.removed.has(arc)) continue;
        if (arc.to === start) return wayBack(cameBy, arc, start);
        if (cameBy.has(arc.to)) continue;
        cameBy.set(arc.to, arc);
        next.push(arc.to);
      }
    }
    frontier = next;
  }
  return undefined;
}

function wayBack(cameBy: ReadonlyMap<number, Arc>, last: Arc, start: number): readonly Arc[] {
  const cycle = [last];
  for (let node = last.from; node !== start;) {
    const arc = cameBy.get(node);
    if (arc === undefined) break;
    cycle.push(arc);
    node = arc.from;
  }
  return cycle.toReversed();
}

/** Without these no walk comes back: what is left runs only onwards in the order of leaving. */
function backArcs(outgoing: readonly (readonly Arc[])[]): readonly Arc[] {
  const ENTERED = 1;
  const LEFT = 2;
  const state = new Uint8Array(outgoing.length);
  const back: Arc[] = [];
  for (let root = 0; root < outgoing.length; root += 1) {
    if (state[root] !== 0) continue;
    const path = [{ node: root, next: 0 }];
    state[root] = ENTERED;
    for (let at = path.at(-1); at !== undefined; at = path.at(-1)) {
      const arc = outgoing[at.node][at.next];
      if (arc === undefined) {
        state[at.node] = LEFT;
        path.pop();
        continue;
      }
      at.next += 1;
      if (state[arc.to] === ENTERED) back.push(arc);
      if (state[arc.to] !== 0) continue;
      state[arc.to] = ENTERED;
      path.push({ node: arc.to, next: 0 });
    }
  }
  return back;
}
