/** A graph of any size for measurements: lists of lists of objects that refer to their neighbours, about two references each. */
import { entryIndex } from "../../../electron/contract/ids";
import type {
  NodeTier,
  SubgraphView,
  UnionGraph,
  ViewEdge,
  ViewNode,
} from "../../../electron/contract/subgraph-view";
import { sizedNode } from "../node-face";
import { bind, edge, GLOBAL, node, row, type Zoo } from "./zoo-parts";

const PER_LIST = 30;

function benchZoo(count: number): Zoo {
  const tier: NodeTier = count <= 150 ? "card" : "compact";
  const zoo: Zoo = { nodes: [], names: [], edges: [], scopes: [GLOBAL], cycles: [] };
  const add = (one: ViewNode): void => void zoo.nodes.push({ ...one, tier });
  add(node("o0", "list", "list", { key: "all" }));
  bind(zoo, GLOBAL, "all", "o0");
  for (let index = 1; index < count; index += 1) {
    const id = `o${index}`;
    const isList = index % PER_LIST === 1;
    add(
      isList
        ? node(id, "list", "list", { key: `list#${index}` })
        : node(id, "instance", "Item", {
            key: `Item#${index}`,
            rows: [row("next", "item", "reference", `o${index + 1}`)],
          }),
    );
    const list = index - ((index - 1) % PER_LIST);
    zoo.edges.push(edge(isList ? "o0" : `o${list}`, id, "reference", ""));
    if (!isList && index + 1 < count)
      zoo.edges.push(edge(id, `o${index + 1}`, "reference", ".next"));
  }
  return zoo;
}

export function benchView(count: number): SubgraphView {
  const { nodes, names, edges, scopes } = benchZoo(count);
  const plain: readonly ViewEdge[] = edges;
  return {
    entry: entryIndex(1),
    nodes,
    scopes,
    names,
    edges: plain,
    cycles: [],
    collections: [],
    notes: [],
    shown: nodes.length,
    total: nodes.length,
    leftOut: 0,
  };
}

export function benchUnion(count: number): UnionGraph {
  const { nodes, names, edges, scopes } = benchZoo(count);
  return {
    version: 1,
    nodes: nodes.map((one) => ({ id: one.id, ...sizedNode(one, false) })),
    scopes,
    names: names.map((one) => ({
      id: one.id,
      scope: one.scope,
      name: one.name,
      textLength: 0,
      targets: one.target === undefined ? [] : [one.target],
    })),
    edges: edges
      .filter((one) => one.kind !== "name")
      .map(({ from, to, kind, label }) => ({ from, to, kind, label })),
    cycles: [],
  };
}
