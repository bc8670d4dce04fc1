/** The collector's arithmetic on the drawn objects: the count of each and how much of it comes from inside the group it looks into. */
import type {
  NodeId,
  SubgraphView,
  ViewCollection,
  ViewEdge,
  ViewNode,
} from "../../electron/contract/subgraph-view";

export interface ScratchCount {
  readonly node: ViewNode;
  readonly refcount: number;
  readonly inside: number;
}

/** As the engine worked it out; else from the picture: what was found unreachable is held from inside only. */
export function scratchCounts(
  before: SubgraphView,
  collection: ViewCollection,
): readonly ScratchCount[] {
  const nodes = new Map(before.nodes.map((node) => [node.id, node]));
  if (collection.subtraction !== undefined)
    return collection.subtraction.flatMap(({ node: id, refcount, inside }) => {
      const node = nodes.get(id);
      return node === undefined ? [] : [{ node, refcount, inside }];
    });
  return collection.found.flatMap((id) => {
    const node = nodes.get(id);
    if (node === undefined || typeof node.refcount !== "number" || node.state === "freed")
      return [];
    return [{ node, refcount: node.refcount, inside: node.refcount }];
  });
}

/** The references that are subtracted, holder by holder. */
export function insideReferences(
  view: SubgraphView,
  counts: readonly ScratchCount[],
): readonly ViewEdge[] {
  const group = new Set<NodeId>(counts.map((one) => one.node.id));
  return view.edges.filter(
    (edge) =>
      edge.deleted === undefined &&
      edge.kind !== "weak" &&
      edge.kind !== "name" &&
      group.has(edge.from) &&
      group.has(edge.to),
  );
}
