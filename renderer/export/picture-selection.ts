/** The part of a view that is selected: its objects, the names bound to them, the references between them. */
import type { NodeId, SubgraphView } from "../../electron/contract/subgraph-view";

export function selectedPart(view: SubgraphView, selection: readonly NodeId[]): SubgraphView {
  const chosen = new Set(selection);
  const nodes = view.nodes.filter(({ id }) => chosen.has(id));
  const names = view.names.filter(({ target }) => target !== undefined && chosen.has(target));
  const kept = new Set([...nodes, ...names].map(({ id }) => id));
  const edges = view.edges.filter(({ from, to }) => kept.has(from) && kept.has(to));
  const cycles = view.cycles.filter(({ members }) => members.every((member) => chosen.has(member)));
  // The boxes of names are as large as all their names together.
  return { ...view, nodes, names, edges, cycles, scopes: [] };
}
