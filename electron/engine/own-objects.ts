/** Which objects are the script's own: what its names lead to, instances of its classes, what once was its own, and garbage it left behind. */
import { nodeIndex, rowAfter, type NodeIndex } from "../contract/ids";
import { hasFlag, NO_NODE, ObjectFlag, type HeapSnapshot } from "./heap-snapshot";

export interface OwnSeeds {
  readonly named: readonly NodeIndex[];
  /** Was own before, and still lives. */
  readonly wasOwn: (node: NodeIndex) => boolean;
  /** Garbage born while the script's own lines ran, with nothing imported. */
  readonly isLeftBehind: (node: NodeIndex) => boolean;
}

/** One for own, closed under references: whatever an own object refers to is own too. */
export function findOwnObjects(snapshot: HeapSnapshot, seeds: OwnSeeds): Uint8Array {
  const own = new Uint8Array(snapshot.nodes.length);
  const waiting: NodeIndex[] = [];
  const add = (node: NodeIndex): void => {
    if (own[node] === 1) return;
    own[node] = 1;
    waiting.push(node);
  };
  for (const node of seeds.named) add(node);
  for (let node = nodeIndex(0); node < snapshot.nodes.length; node = rowAfter(node)) {
    if (
      hasFlag(snapshot, node, ObjectFlag.ownType) ||
      seeds.wasOwn(node) ||
      seeds.isLeftBehind(node)
    )
      add(node);
  }
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const end = snapshot.nodes.firstEdge[rowAfter(next)];
    for (let edge = snapshot.nodes.firstEdge[next]; edge < end; edge = rowAfter(edge)) {
      const target = snapshot.edges.target[edge];
      if (target !== NO_NODE) add(target);
    }
  }
  return own;
}
