/** Counts the drawn objects of one heap by type. */
import type { NodeIndex } from "../contract/ids";
import type { FoldedGraph } from "./folding";
import { typeNameOf } from "./heap-snapshot";

export interface TypeCount {
  readonly count: number;
  readonly size: number;
}

export function countTypes(graph: FoldedGraph): ReadonlyMap<string, TypeCount> {
  const counts = new Map<string, { count: number; size: number }>();
  for (const node of graph.drawn) {
    const type = typeNameOf(graph.snapshot, node);
    const known = counts.get(type) ?? { count: 0, size: 0 };
    counts.set(type, known);
    known.count += 1;
    known.size += graph.sizeWithParts(node);
  }
  return counts;
}

export function unreachableByType(
  graph: FoldedGraph,
  isUnreachable: (node: NodeIndex) => boolean,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const node of graph.drawn) {
    if (!isUnreachable(node)) continue;
    const type = typeNameOf(graph.snapshot, node);
    counts.set(type, (counts.get(type) ?? 0) + 1);
  }
  return counts;
}
