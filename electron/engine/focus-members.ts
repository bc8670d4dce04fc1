/** Focus and context: an object, its shortest way to a name, its cycle, and the first few that hold it and that it holds. */
import type { NodeIndex } from "../contract/ids";
import { CARD_LIMIT } from "./choose-objects";
import { serialOfId } from "./object-ids";
import { whyAlive, type AlivePicture } from "./why-alive";

const FIRST = 8;
/** What expanding one object brings in, in each direction. */
const EXPANDED = 20;

export function focusMembers(
  alive: AlivePicture,
  node: NodeIndex,
  depth: 1 | 2 | 3 | 4,
): Set<NodeIndex> {
  const members = new Set([node, ...wayToName(alive, node)]);
  for (const member of cycleOf(alive, node)) if (members.size < CARD_LIMIT) members.add(member);
  let frontier: readonly NodeIndex[] = [node];
  for (let distance = 0; distance < depth; distance += 1) {
    const next: NodeIndex[] = [];
    for (const at of frontier) {
      for (const near of nextTo(alive, at, FIRST)) {
        if (members.has(near)) continue;
        if (members.size >= CARD_LIMIT) return members;
        members.add(near);
        next.push(near);
      }
    }
    frontier = next;
  }
  return members;
}

export function neighboursShown(alive: AlivePicture, node: NodeIndex): readonly NodeIndex[] {
  return nextTo(alive, node, EXPANDED);
}

function nextTo({ index }: AlivePicture, node: NodeIndex, most: number): readonly NodeIndex[] {
  const holders = index.linksTo(node).slice(0, most);
  const held = index.linksFrom(node).slice(0, most);
  return [...holders.map(({ from }) => from), ...held.map(({ to }) => to)];
}

function wayToName(alive: AlivePicture, node: NodeIndex): readonly NodeIndex[] {
  const why = whyAlive(alive, node, { ignored: [], skip: 0 });
  const ids =
    why.kind === "path"
      ? [why.root.holds, ...why.hops.map(({ to }) => to)]
      : why.kind === "unreachable"
        ? [...why.circle, ...why.hops].map(({ from }) => from)
        : [];
  return ids.flatMap((id) => {
    const object = serialOfId(id);
    return object === undefined ? [] : (alive.picture.graph.snapshot.nodeOf.get(object) ?? []);
  });
}

function cycleOf({ picture }: AlivePicture, node: NodeIndex): readonly NodeIndex[] {
  const { nodes, nodeOf } = picture.graph.snapshot;
  const cycle = picture.cycles.find(({ members }) => members.includes(nodes.serial[node]));
  return (cycle?.members ?? []).flatMap((member) => nodeOf.get(member) ?? []);
}
