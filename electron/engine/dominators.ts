/**
 * Who must be passed on every way from the roots to a node: immediate dominators by Cooper, Harvey and Kennedy, "A Simple, Fast
 * Dominance Algorithm" (2001). Nodes are numbered by depth-first post-order; the dominators of a node's predecessors are walked up
 * to where they meet, until nothing changes.
 */

export interface RootedGraph {
  readonly count: number;
  readonly roots: readonly number[];
  /** With or without parallel ones. */
  readonly successors: (node: number) => readonly number[];
}

export interface DominatorTree {
  /** Reached nodes, dominators before what they dominate. */
  readonly order: readonly number[];
  /** `NO_DOMINATOR` for roots, for what only several roots together lead to, and for what nothing leads to. */
  readonly dominatorOf: Int32Array;
}

export const NO_DOMINATOR = -1;

export function findDominators(graph: RootedGraph): DominatorTree {
  const { order, placeOf } = reversePostOrder(graph);
  const predecessors = predecessorsOf(graph, order);
  const isRoot = new Uint8Array(graph.count);
  for (const root of graph.roots) isRoot[root] = 1;
  // Places in `order`, one further, so that 0 is the virtual root above all.
  const dominator = new Int32Array(order.length + 1).fill(NO_DOMINATOR);
  dominator[0] = 0;
  for (let changed = true; changed;) {
    changed = false;
    for (const [at, node] of order.entries()) {
      let found = isRoot[node] === 1 ? 0 : NO_DOMINATOR;
      for (const from of predecessors[node] ?? []) {
        const place = placeOf[from] + 1;
        if (dominator[place] === NO_DOMINATOR) continue;
        found = found === NO_DOMINATOR ? place : meet(dominator, found, place);
      }
      if (dominator[at + 1] === found) continue;
      dominator[at + 1] = found;
      changed = true;
    }
  }
  const dominatorOf = new Int32Array(graph.count).fill(NO_DOMINATOR);
  for (const [at, node] of order.entries()) {
    const place = dominator[at + 1];
    if (place > 0) dominatorOf[node] = order[place - 1] ?? NO_DOMINATOR;
  }
  return { order, dominatorOf };
}

function meet(dominator: Int32Array, one: number, other: number): number {
  let [left, right] = [one, other];
  while (left !== right) {
    while (left > right) left = dominator[left];
    while (right > left) right = dominator[right];
  }
  return left;
}

interface Order {
  readonly order: readonly number[];
  readonly placeOf: Int32Array;
}

function reversePostOrder({ count, roots, successors }: RootedGraph): Order {
  const seen = new Uint8Array(count);
  const postOrder: number[] = [];
  for (const root of roots) {
    if (seen[root] === 1) continue;
    seen[root] = 1;
    const path = [{ node: root, next: 0 }];
    for (let here = path.at(-1); here !== undefined; here = path.at(-1)) {
      const to = successors(here.node)[here.next];
      here.next += 1;
      if (to === undefined) {
        postOrder.push(here.node);
        path.pop();
      } else if (seen[to] === 0) {
        seen[to] = 1;
        path.push({ node: to, next: 0 });
      }
    }
  }
  const order = postOrder.toReversed();
  const placeOf = new Int32Array(count).fill(NO_DOMINATOR);
  for (const [at, node] of order.entries()) placeOf[node] = at;
  return { order, placeOf };
}

function predecessorsOf(
  { successors }: RootedGraph,
  order: readonly number[],
): readonly (readonly number[] | undefined)[] {
  const predecessors: number[][] = [];
  for (const node of order) for (const to of successors(node)) (predecessors[to] ??= []).push(node);
  return predecessors;
}
