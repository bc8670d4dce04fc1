/** Gives what is the same in several views one identity, so that drawing it once is enough. */
import type { SubgraphView } from "../../electron/contract/subgraph-view";
import { keepSame } from "../../electron/contract/same-value";

/** Answers the view again, made of parts of earlier views where these say the same. */
export function createViewSharing(): (view: SubgraphView) => SubgraphView {
  const known = {
    nodes: new Map<string, SubgraphView["nodes"][number]>(),
    names: new Map<string, SubgraphView["names"][number]>(),
    edges: new Map<string, SubgraphView["edges"][number]>(),
    scopes: new Map<string, SubgraphView["scopes"][number]>(),
    cycles: new Map<string, SubgraphView["cycles"][number]>(),
  };
  return (view) => ({
    ...view,
    nodes: view.nodes.map((node) => shared(known.nodes, node)),
    names: view.names.map((name) => shared(known.names, name)),
    edges: view.edges.map((edge) => shared(known.edges, edge)),
    scopes: view.scopes.map((scope) => shared(known.scopes, scope)),
    cycles: view.cycles.map((cycle) => shared(known.cycles, cycle)),
  });
}

function shared<Item extends { readonly id: string }>(known: Map<string, Item>, item: Item): Item {
  const kept = keepSame(known.get(item.id), item);
  known.set(item.id, kept);
  return kept;
}
