/** The collector's arithmetic for one object, as a person reads it: refcount minus what comes from inside its cycle is what is left over. */
import { rowAfter, type NodeIndex, type Serial } from "../contract/ids";
import type { SubtractionRow } from "../contract/object-detail";
import { nodeId, type EntryPicture } from "./entry-picture";
import { IMMORTAL, NO_NODE } from "./heap-snapshot";
import type { KnownCycle } from "./known-cycles";

export function subtractionOf(
  { graph }: EntryPicture,
  object: Serial,
  cycle: KnownCycle | undefined,
  keyOf: (object: Serial) => string,
): readonly SubtractionRow[] {
  const group = cycle === undefined ? [object] : [...cycle.members, ...cycle.attached];
  const members = new Set(group);
  const { nodes, edges, nodeOf } = graph.snapshot;
  const inside = new Map<Serial, number>();
  for (const node of nodeOf.values()) {
    const owner = graph.ownerOf(node);
    if (owner === NO_NODE || !members.has(nodes.serial[owner])) continue;
    countEdges(node);
  }
  return group.flatMap((member): readonly SubtractionRow[] => {
    const node = nodeOf.get(member);
    if (node === undefined || nodes.refcount[node] === IMMORTAL) return [];
    const refcount = nodes.refcount[node];
    const fromInside = Math.min(refcount, inside.get(member) ?? 0);
    return [
      {
        id: nodeId(member),
        key: keyOf(member),
        refcount,
        inside: fromInside,
        leftOver: refcount - fromInside,
      },
    ];
  });

  function countEdges(holder: NodeIndex): void {
    for (
      let edge = nodes.firstEdge[holder];
      edge < nodes.firstEdge[rowAfter(holder)];
      edge = rowAfter(edge)
    ) {
      const target = edges.target[edge];
      if (target === NO_NODE) continue;
      const referent = nodes.serial[target];
      if (members.has(referent)) inside.set(referent, (inside.get(referent) ?? 0) + 1);
    }
  }
}
