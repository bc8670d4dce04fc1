/** How many data objects of the script are in memory, and how many of them a name still leads to: the timeline's two lines. */
import type { NodeIndex } from "../contract/ids";
import type { FoldedGraph } from "./folding";
import { isData, kindOf } from "./node-naming";

export interface MemoryCounts {
  readonly inMemory: number;
  readonly reachable: number;
  readonly garbageBytes: number;
}

export function countMemory(
  graph: FoldedGraph,
  isUnreachable: (node: NodeIndex) => boolean,
): MemoryCounts {
  let inMemory = 0;
  let reachable = 0;
  let garbageBytes = 0;
  for (const node of graph.drawn) {
    const isGarbage = isUnreachable(node);
    if (isGarbage) garbageBytes += graph.sizeWithParts(node);
    if (!isData(kindOf(graph.snapshot, node))) continue;
    inMemory += 1;
    if (!isGarbage) reachable += 1;
  }
  return { inMemory, reachable, garbageBytes };
}
