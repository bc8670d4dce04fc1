/** Whether the layout knows a place for everything a picture shows. Pure. */
import type { NodeId, SubgraphView, UnionGraph } from "../../electron/contract/subgraph-view";

export function hasPlaceForAll(union: UnionGraph | undefined, view: SubgraphView): boolean {
  if (union === undefined) return false;
  const placed = placedNodes.get(union) ?? new Set(union.nodes.map((node) => node.id));
  placedNodes.set(union, placed);
  return view.nodes.every((node) => placed.has(node.id));
}

const placedNodes = new WeakMap<UnionGraph, ReadonlySet<NodeId>>();
