/**
 * Finds reference cycles: strongly connected components with two members or more, and objects that refer to themselves.
 * Tarjan's algorithm (Depth-first search and linear graph algorithms, SIAM J. Comput. 1, 1972) with the explicit stacks
 * of Pearce (A space-efficient algorithm for finding strongly connected components, Inf. Process. Lett. 116, 2016), so that a
 * linked list of a million objects does not overflow the call stack.
 */

/** Edges of node n are rows firstEdge[n] up to firstEdge[n + 1]; a target past the last node leads nowhere. */
export interface Digraph {
  readonly length: number;
  readonly firstEdge: ArrayLike<number>;
  readonly target: ArrayLike<number>;
}

/** The members of each cycle in ascending order, the cycles by their first member. */
export function findReferenceCycles(graph: Digraph): readonly (readonly number[])[] {
  const component = findComponents(graph);
  const members = new Map<number, number[]>();
  for (let node = 0; node < graph.length; node += 1) {
    const known = members.get(component[node] ?? 0);
    if (known === undefined) members.set(component[node] ?? 0, [node]);
    else known.push(node);
  }
  return [...members.values()].filter(
    (group) => group.length > 1 || refersToItself(graph, group[0] ?? 0),
  );
}

function refersToItself(graph: Digraph, node: number): boolean {
  for (let edge = graph.firstEdge[node]; edge < graph.firstEdge[node + 1]; edge += 1) {
    if (graph.target[edge] === node) return true;
  }
  return false;
}

/** Number of each node's component; nodes that can reach each other have the same number. */
export function findComponents(graph: Digraph): Uint32Array {
  const search = newSearch(graph);
  for (let root = 0; root < graph.length; root += 1) {
    if (search.order[root] === 0) searchFrom(search, root);
  }
  return search.component;
}

interface Search {
  readonly graph: Digraph;
  /** 0 = not visited; else 1, 2, ... in order of visit. */
  readonly order: Uint32Array;
  readonly lowest: Uint32Array;
  readonly component: Uint32Array;
  readonly nextEdge: Uint32Array;
  readonly path: Uint32Array;
  readonly waiting: Uint32Array;
  pathLength: number;
  waitingLength: number;
  visited: number;
  components: number;
}

/** Marks nodes whose component is not known yet. */
const UNASSIGNED = 0xffffffff;

function newSearch(graph: Digraph): Search {
  const column = (): Uint32Array => new Uint32Array(graph.length);
  return {
    graph,
    order: column(),
    lowest: column(),
    component: column().fill(UNASSIGNED),
    nextEdge: column(),
    path: column(),
    waiting: column(),
    pathLength: 0,
    waitingLength: 0,
    visited: 0,
    components: 0,
  };
}

function searchFrom(search: Search, root: number): void {
  visit(search, root);
  while (search.pathLength > 0) {
    const node = search.path[search.pathLength - 1];
    const unvisited = nextUnvisited(search, node);
    if (unvisited === undefined) leave(search, node);
    else visit(search, unvisited);
  }
}

function visit(search: Search, node: number): void {
  search.visited += 1;
  search.order[node] = search.visited;
  search.lowest[node] = search.visited;
  search.nextEdge[node] = search.graph.firstEdge[node];
  search.path[search.pathLength++] = node;
  search.waiting[search.waitingLength++] = node;
}

function nextUnvisited(search: Search, node: number): number | undefined {
  const { graph, order, lowest, component, nextEdge } = search;
  const end = graph.firstEdge[node + 1];
  while (nextEdge[node] < end) {
    const target = graph.target[nextEdge[node]++];
    if (target >= graph.length) continue;
    if (order[target] === 0) return target;
    if (component[target] === UNASSIGNED && order[target] < lowest[node])
      lowest[node] = order[target];
  }
  return undefined;
}

function leave(search: Search, node: number): void {
  const { order, lowest, component } = search;
  search.pathLength -= 1;
  if (lowest[node] === order[node]) {
    let member: number;
    do {
      member = search.waiting[--search.waitingLength];
      component[member] = search.components;
    } while (member !== node);
    search.components += 1;
  }
  if (search.pathLength === 0) return;
  const parent = search.path[search.pathLength - 1];
  if (lowest[node] < lowest[parent]) lowest[parent] = lowest[node];
}
