/**
 * What Python does when references go away, worked out on a copy of the counts: each goes down by one, and an object whose count
 * reaches 0 is freed at once and lets go of its own referents in the order its `tp_traverse` visits them, which is the order
 * `tp_dealloc` and `tp_clear` drop them in (Objects/listobject.c, tupleobject.c, dictobject.c, typeobject.c: `subtype_dealloc`). What is left
 * over and unreachable is what the collector would find.
 */
import { asColumn, nodeIndex, rowAfter, type EdgeIndex, type NodeIndex } from "../contract/ids";
import { countedGraphOf, findUnreachable } from "./gc-reachability";
import { IMMORTAL, NO_NODE, type HeapSnapshot } from "./heap-snapshot";

export interface Simulation {
  /** In the order they are freed. */
  readonly freed: readonly NodeIndex[];
  /** Not freed and unreachable, in the collector's order. */
  readonly unreachable: readonly NodeIndex[];
  readonly refcount: (node: NodeIndex) => number;
}

export interface CutPlaces {
  readonly edges: ReadonlySet<EdgeIndex>;
  /** Objects that lose a name, once for each. */
  readonly named: readonly NodeIndex[];
  /** Referents listed without owning a count (3.14+), with multiplicity. */
  readonly borrowed: readonly NodeIndex[];
}

export function simulateCuts(snapshot: HeapSnapshot, cuts: CutPlaces): Simulation {
  const { nodes, edges } = snapshot;
  const refcount = copyOf(nodes.length, (place) => nodes.refcount[nodeIndex(place)]);
  const target = copyOf(edges.length, (place) => edges.target[place as EdgeIndex]);
  // As if borrowed references were owned: then every edge gives back what it took.
  const lent = new Uint32Array(nodes.length);
  for (const node of cuts.borrowed) if (refcount[node] !== IMMORTAL) lent[node] += 1;
  for (const node of cuts.borrowed) if (refcount[node] !== IMMORTAL) refcount[node] += 1;
  const lost = [...cuts.named, ...Array.from(cuts.edges, (edge) => edges.target[edge])];
  for (const edge of cuts.edges) target[edge] = NO_NODE;
  const freed: NodeIndex[] = [];
  for (const node of lost) if (node !== NO_NODE) letGo(node, { snapshot, refcount, target, freed });
  const isFreed = new Set(freed);
  const order = Array.from({ length: nodes.length }, (_, place) => nodeIndex(place)).filter(
    (node) => !isFreed.has(node),
  );
  const after: HeapSnapshot = {
    ...snapshot,
    nodes: { ...nodes, refcount: asColumn<NodeIndex, number>(refcount) },
    edges: { ...edges, target: asColumn<EdgeIndex, NodeIndex>(target) },
  };
  return {
    freed,
    unreachable: findUnreachable(countedGraphOf(after), { order, borrowed: [] }),
    refcount: (node) => Math.max(0, refcount[node] - lent[node]),
  };
}

interface Freeing {
  readonly snapshot: HeapSnapshot;
  readonly refcount: Uint32Array;
  readonly target: Uint32Array;
  readonly freed: NodeIndex[];
}

/** Depth first, as one `tp_dealloc` calls the next. */
function letGo(first: NodeIndex, { snapshot, refcount, target, freed }: Freeing): void {
  const { firstEdge } = snapshot.nodes;
  const calls: { readonly node: NodeIndex; edge: EdgeIndex }[] = [];
  const lose = (node: NodeIndex): void => {
    if (refcount[node] === IMMORTAL || refcount[node] === 0) return;
    refcount[node] -= 1;
    if (refcount[node] > 0) return;
    freed.push(node);
    calls.push({ node, edge: firstEdge[node] });
  };
  lose(first);
  for (let call = calls.at(-1); call !== undefined; call = calls.at(-1)) {
    if (call.edge >= firstEdge[rowAfter(call.node)]) {
      calls.pop();
      continue;
    }
    const referent = nodeIndex(target[call.edge] ?? NO_NODE);
    call.edge = rowAfter(call.edge);
    if (referent !== NO_NODE) lose(referent);
  }
}

function copyOf(length: number, read: (place: number) => number): Uint32Array {
  const copy = new Uint32Array(length);
  for (let place = 0; place < length; place += 1) copy[place] = read(place);
  return copy;
}
