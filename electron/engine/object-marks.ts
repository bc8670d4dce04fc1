/** What a card says about an object besides its rows: how many weak references watch it, whether its finalizer brought it back, whether it is in `gc.garbage`, its generation, and what would be freed with it. */
import type { NodeIndex } from "../contract/ids";
import type { ViewNode } from "../contract/subgraph-view";
import { finalizedBy } from "./bound-names";
import type { EntryPicture, PictureContext } from "./entry-picture";
import { hasFlag, NO_NODE, ObjectFlag } from "./heap-snapshot";
import type { Shaping } from "./shaped-view";
import { kindOf } from "./node-naming";

export type ObjectMarks = Pick<ViewNode, "weak" | "fate" | "generation" | "retained">;

export type MarksOf = (node: NodeIndex, card: Pick<ViewNode, "unseen">) => ObjectMarks;

export function findMarks(
  context: PictureContext,
  shaping: Pick<Shaping, "shape" | "retained"> | undefined,
): MarksOf {
  const picture = context.now;
  const weak = weakCounts(picture);
  const sizes = shaping?.retained;
  const withGenerations = shaping?.shape.generations === true;
  const { serial } = picture.graph.snapshot.nodes;
  return (node, { unseen }) => {
    const count = weak.get(node);
    const generation = withGenerations ? context.generationOf(serial[node]) : undefined;
    // The list itself is out of sight: as long as something unseen holds the object, it does.
    const isInGarbage = unseen > 0 && context.inGarbage.has(serial[node]);
    return {
      ...(count === undefined ? {} : { weak: count }),
      ...(isInGarbage
        ? { fate: "uncollectable" }
        : isResurrected(picture, node)
          ? { fate: "resurrected" }
          : {}),
      ...(generation === undefined ? {} : { generation }),
      ...(sizes === undefined ? {} : { retained: sizes.of(node) }),
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
export function isResurrected(
  { graph, names, collecting }: EntryPicture,
  node: NodeIndex,
): boolean {
  const { snapshot } = graph;
  return (
    !collecting &&
    hasFlag(snapshot, node, ObjectFlag.finalizerRan) &&
    !hasFlag(snapshot, node, ObjectFlag.unreachable) &&
    kindOf(snapshot, node) !== "generator" &&
    finalizedBy(names.frames) !== snapshot.nodes.serial[node]
  );
}
