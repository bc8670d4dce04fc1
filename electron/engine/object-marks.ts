/** What a card says about an object besides its rows: how many weak references watch it, and whether its finalizer brought it back. */
import type { NodeIndex } from "../contract/ids";
import type { ViewNode } from "../contract/subgraph-view";
import { finalizedBy } from "./bound-names";
import type { EntryPicture } from "./entry-picture";
import { hasFlag, NO_NODE, ObjectFlag } from "./heap-snapshot";
import { kindOf } from "./node-naming";

export type ObjectMarks = Pick<ViewNode, "weak" | "fate">;

export function findMarks(picture: EntryPicture): (node: NodeIndex) => ObjectMarks {
  const weak = weakCounts(picture);
  return (node) => {
    const count = weak.get(node);
    return {
      ...(count === undefined ? {} : { weak: count }),
      ...(isResurrected(picture, node) ? { fate: "resurrected" } : {}),
    };
  };
}

function weakCounts({ graph, beside }: EntryPicture): ReadonlyMap<NodeIndex, number> {
  const counts = new Map<NodeIndex, number>();
  if (beside.weak.length === 0) return counts;
  for (const node of graph.drawn)
    for (const { kind, target } of graph.slotsOf(node))
      if (kind === "weak" && target !== NO_NODE) counts.set(target, (counts.get(target) ?? 0) + 1);
  return counts;
}

/** A finalizer runs once; who is reachable after that was brought back by it. */
function isResurrected({ graph, names, collecting }: EntryPicture, node: NodeIndex): boolean {
  const { snapshot } = graph;
  return (
    !collecting &&
    hasFlag(snapshot, node, ObjectFlag.finalizerRan) &&
    !hasFlag(snapshot, node, ObjectFlag.unreachable) &&
    kindOf(snapshot, node) !== "generator" &&
    finalizedBy(names.frames) !== snapshot.nodes.serial[node]
  );
}
