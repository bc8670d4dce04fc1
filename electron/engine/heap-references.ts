/** What a reference between two drawn objects is in the heap, where an attribute may be kept in a dict of its own. */
import type { Serial } from "../contract/ids";
import type { FoldedGraph } from "./folding";
import type { Link } from "./reference-index";

export interface HeapReferences {
  /** The object and what is folded into it. */
  readonly holders: ReadonlySet<Serial>;
  readonly target: Serial;
  /** As the heap has them: `['ref']` of an attribute dict. */
  readonly labels: readonly string[];
}

export function heapReferencesOf(graph: FoldedGraph, link: Link): HeapReferences {
  const { nodes, edges, strings } = graph.snapshot;
  const holders = [link.from, ...graph.partsOf(link.from)];
  return {
    holders: new Set(holders.map((node) => nodes.serial[node])),
    target: nodes.serial[link.to],
    labels: graph
      .slotsOf(link.from)
      .filter(({ target, kind }) => target === link.to && kind === link.kind)
      .flatMap(({ edge }) => (edge === undefined ? [] : [strings.text(edges.label[edge])])),
  };
}
