/** Who is next to an object: all its holders, all it holds, and everything within a few references. */
import type { NodeIndex } from "../contract/ids";
import type {
  Neighbour,
  NeighbourList,
  Neighbourhood,
  NeighbourhoodOptions,
  Neighbours,
} from "../contract/why-alive";
import { typeNameOf } from "./heap-snapshot";
import { idOf, visibleRoots } from "./path-roots";
import type { Link } from "./reference-index";
import { mergedLabel } from "./view-edges";
import type { AlivePicture } from "./why-alive";

export function neighboursOf(alive: AlivePicture, node: NodeIndex, limit: number): Neighbours {
  const { picture, index } = alive;
  const names = visibleRoots(picture)
    .filter(({ kind, holds }) => holds === node && kind !== "module")
    .map(({ text, id }): Neighbour => ({
      id: id ?? "",
      key: text,
      typeName: "name",
      label: "",
      references: 1,
      weak: false,
    }));
  const neighbour = (link: Link, other: NodeIndex): Neighbour => ({
    id: idOf(picture, other),
    key: alive.keyOf(picture.graph.snapshot.nodes.serial[other]),
    typeName: typeNameOf(picture.graph.snapshot, other),
    label: link.kind === "class" ? "" : mergedLabel(link.labels),
    references: link.labels.length,
    weak: link.kind === "weak",
  });
  return {
    holders: listOf([...names, ...index.linksTo(node).map((link) => neighbour(link, link.from))]),
    held: listOf(index.linksFrom(node).map((link) => neighbour(link, link.to))),
  };

  function listOf(all: readonly Neighbour[]): NeighbourList {
    return {
      total: all.length,
      references: all.reduce((sum, { references }) => sum + references, 0),
      shown: all.slice(0, limit),
    };
  }
}

/** Everything within `depth` references, nearest first. */
export function neighbourhoodOf(
  { picture, index }: AlivePicture,
  node: NodeIndex,
  { direction, depth, limit }: NeighbourhoodOptions,
): Neighbourhood {
  const depths = new Map<NodeIndex, number>([[node, 0]]);
  // The map grows while it is walked, in the order of distance.
  for (const [at, distance] of depths) {
    if (distance === depth) break;
    for (const next of nextTo(at)) if (!depths.has(next)) depths.set(next, distance + 1);
  }
  depths.delete(node);
  const members = [...depths].slice(0, limit);
  return {
    members: members.map(([member, distance]) => ({ id: idOf(picture, member), depth: distance })),
    leftOut: depths.size - members.length,
  };

  function nextTo(at: NodeIndex): readonly NodeIndex[] {
    const holders = direction === "held" ? [] : index.linksTo(at).map(({ from }) => from);
    const held = direction === "holders" ? [] : index.linksFrom(at).map(({ to }) => to);
    return [...holders, ...held];
  }
}
