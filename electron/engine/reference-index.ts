/** The references between drawn objects in both directions, parallel ones as one: what every walk through the graph of things reads. */
import { nodeIndex, type NodeIndex } from "../contract/ids";
import { NO_NODE } from "./heap-snapshot";
import type { FoldedGraph, Slot } from "./folding";

/** Parallel references of one kind. */
export interface Link {
  readonly from: NodeIndex;
  readonly to: NodeIndex;
  readonly kind: Slot["kind"];
  readonly labels: readonly string[];
}

export interface ReferenceIndex {
  readonly graph: FoldedGraph;
  /** In the order the object lists them. */
  readonly linksFrom: (node: NodeIndex) => readonly Link[];
  /** In the order of the objects they come from. */
  readonly linksTo: (node: NodeIndex) => readonly Link[];
}

export function indexReferences(graph: FoldedGraph): ReferenceIndex {
  const from: (readonly Link[])[] = [];
  const to: Link[][] = [];
  for (const node of graph.drawn) {
    const links = linksOf(graph, node);
    from[node] = links;
    for (const link of links) (to[link.to] ??= []).push(link);
  }
  return {
    graph,
    linksFrom: (node) => from[node] ?? [],
    linksTo: (node) => to[node] ?? [],
  };
}

/** Parallel references of one drawn object, merged. */
function linksOf(graph: FoldedGraph, from: NodeIndex): readonly Link[] {
  const slots = graph.slotsOf(from).filter(({ target }) => target !== NO_NODE);
  if (slots.length === 0) return [];
  const links = new Map<string, { readonly link: Link; readonly labels: string[] }>();
  for (const { target, kind, label } of slots) {
    const key = `${target}:${kind}`;
    const known = links.get(key);
    if (known !== undefined) {
      known.labels.push(label);
      continue;
    }
    const labels = [label];
    links.set(key, { link: { from, to: nodeIndex(target), kind, labels }, labels });
  }
  return [...links.values()].map(({ link }) => link);
}
