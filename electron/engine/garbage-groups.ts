/** The objects of one picture that became unreachable in it, put together by what ties them: each cycle, and what no cycle explains. */
import type { NodeIndex, Serial } from "../contract/ids";
import type { EntryPicture } from "./entry-picture";
import type { FoldedGraph } from "./folding";
import { hasFlag, NO_NODE, ObjectFlag } from "./heap-snapshot";
import { isData, kindOf } from "./node-naming";

export interface GarbageGroup {
  readonly isCycle: boolean;
  /** What hangs off a cycle stands behind its members. */
  readonly objects: readonly Serial[];
  readonly members: readonly Serial[];
}

/**
 * A class that is dropped is left out, with what hangs off it alone: every class refers to itself, so it always waits for
 * the collector, and there is nothing to mend.
 */
export function garbageGroups(
  { graph, cycles }: EntryPicture,
  isNew: (object: Serial) => boolean,
): readonly GarbageGroup[] {
  const { nodeOf, nodes } = graph.snapshot;
  const isClass = (object: Serial): boolean => {
    const node = nodeOf.get(object);
    return node !== undefined && kindOf(graph.snapshot, node) === "class";
  };
  const unreachable = cycles.filter(({ state }) => state === "unreachable");
  const explained = new Set(
    unreachable.flatMap(({ members, attached }) => [...members, ...attached]),
  );
  const ofClasses = hangingOffClasses(graph);
  const alone = graph.drawn
    .filter(
      (node) =>
        isUnreachable(graph, node) && isData(kindOf(graph.snapshot, node)) && !ofClasses.has(node),
    )
    .map((node) => nodes.serial[node])
    .filter((object) => isNew(object) && !explained.has(object));
  const groups = unreachable
    .filter(({ members }) => members.some(isNew) && !members.every(isClass))
    .map(({ members, attached }) => ({
      isCycle: true,
      objects: [...members, ...attached],
      members,
    }));
  return alone.length === 0
    ? groups
    : [...groups, { isCycle: false, objects: alone, members: alone }];
}

function hangingOffClasses(graph: FoldedGraph): ReadonlySet<NodeIndex> {
  const hanging = new Set<NodeIndex>();
  const waiting = graph.drawn.filter(
    (node) => isUnreachable(graph, node) && kindOf(graph.snapshot, node) === "class",
  );
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    for (const { target, kind } of graph.slotsOf(node)) {
      if (target === NO_NODE || kind === "weak" || hanging.has(target)) continue;
      hanging.add(target);
      waiting.push(target);
    }
  }
  return hanging;
}

function isUnreachable(graph: FoldedGraph, node: NodeIndex): boolean {
  return hasFlag(graph.snapshot, node, ObjectFlag.unreachable);
}
