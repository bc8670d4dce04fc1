/** Finds the shortest way from a name to an object: the answer to "why is it still alive?". */
import type { NodeId, SubgraphView, ViewEdge } from "../../electron/contract/subgraph-view";

export interface WayToName {
  readonly name: string;
  /** Edge ids from the name to the object. */
  readonly edges: readonly string[];
}

/** Weak references and the link to the class keep nothing alive. */
const HOLDS: ReadonlySet<ViewEdge["kind"]> = new Set<ViewEdge["kind"]>([
  "name",
  "reference",
  "frame",
  "closure",
]);

export function wayToName(view: SubgraphView, target: NodeId): WayToName | undefined {
  const outgoing = new Map<string, ViewEdge[]>();
  for (const edge of view.edges) {
    if (edge.deleted !== undefined || !HOLDS.has(edge.kind)) continue;
    outgoing.set(edge.from, [...(outgoing.get(edge.from) ?? []), edge]);
  }
  const cameBy = new Map<string, ViewEdge | undefined>();
  let frontier: string[] = view.names
    .filter((name) => name.deleted === undefined)
    .map((name) => name.id);
  for (const id of frontier) cameBy.set(id, undefined);
  while (frontier.length > 0 && !cameBy.has(target)) {
    const onward: string[] = [];
    for (const id of frontier) {
      for (const edge of outgoing.get(id) ?? []) {
        if (cameBy.has(edge.to)) continue;
        cameBy.set(edge.to, edge);
        onward.push(edge.to);
      }
    }
    frontier = onward;
  }
  const edges: string[] = [];
  let start: string = target;
  for (let edge = cameBy.get(target); edge !== undefined; edge = cameBy.get(edge.from)) {
    edges.unshift(edge.id);
    start = edge.from;
  }
  const name = view.names.find((one) => one.id === start);
  return name === undefined || edges.length === 0 ? undefined : { name: name.name, edges };
}
