/** Which layout a picture stands in: cards, pills and dots have one each, and so has each focus and grouping among many objects; within one nothing ever moves. */
import type {
  NodeTier,
  SubgraphView,
  UnionGraph,
  UnionNode,
} from "../../electron/contract/subgraph-view";
import type { ViewShape } from "../../electron/contract/view-options";

export interface OwnLayout {
  /** Pictures of the same key share their places. */
  readonly key: string;
  readonly union: UnionGraph;
}

type Layouts = (union: UnionGraph, view: SubgraphView, shape: ViewShape) => OwnLayout;

/** Remembers what was seen in a focus, so that each object keeps its place there from step to step. */
export function createOwnLayouts(): Layouts {
  let focus: { readonly key: string; readonly seen: Map<string, NodeTier | undefined> } | undefined;
  let last:
    | { readonly of: UnionGraph; readonly size: number; readonly made: OwnLayout }
    | undefined;
  return (union, view, shape) => {
    if (!isMixed(union)) return { key: "", union };
    const key = focusKey(view, shape);
    if (key === undefined) return { key: tierOf(view), union: ofTier(union, tierOf(view)) };
    if (focus?.key !== key) focus = { key, seen: new Map() };
    const { seen } = focus;
    for (const node of view.nodes) if (!seen.has(node.id)) seen.set(node.id, node.tier);
    for (const name of view.names) seen.set(name.id, undefined);
    if (last?.of === union && last.size === seen.size && last.made.key === key) return last.made;
    const made = { key, union: only(union, seen) };
    last = { of: union, size: seen.size, made };
    return made;
  };
}

/** More are drawn as pills in one step or another. */
const mostCards = 150;

/** Small recordings are drawn as cards only and have one layout for everything. */
function isMixed({ nodes }: UnionGraph): boolean {
  const isSmall = ({ tier, group }: UnionNode): boolean =>
    group !== undefined || (tier ?? "card") !== "card";
  return nodes.length > mostCards || nodes.some(isSmall);
}

function focusKey(view: SubgraphView, { focus, groupBy = "type" }: ViewShape): string | undefined {
  if (focus !== undefined) return `focus ${focus.node}`;
  return view.nodes.some(({ group }) => group !== undefined) ? `groups by ${groupBy}` : undefined;
}

function tierOf({ nodes }: SubgraphView): NodeTier {
  const tiers = new Set(nodes.map(({ tier }) => tier ?? "card"));
  return tiers.has("mark") ? "mark" : tiers.has("compact") ? "compact" : "card";
}

const known = new WeakMap<UnionGraph, Map<NodeTier, UnionGraph>>();

/** Everything that is ever drawn one by one, all as this tier; as cards only what ever was one. */
function ofTier(union: UnionGraph, tier: NodeTier): UnionGraph {
  const made = known.get(union) ?? new Map<NodeTier, UnionGraph>();
  known.set(union, made);
  const ready = made.get(tier);
  if (ready !== undefined) return ready;
  const ids = new Map<string, NodeTier | undefined>();
  for (const node of union.nodes) {
    const isCard = (node.tier ?? "card") === "card";
    if (node.group === undefined && (isCard || tier !== "card")) ids.set(node.id, tier);
  }
  for (const name of union.names) ids.set(name.id, undefined);
  const result = only(union, ids);
  made.set(tier, result);
  return result;
}

/** The part of the union with these objects and names. */
function only(union: UnionGraph, ids: ReadonlyMap<string, NodeTier | undefined>): UnionGraph {
  const nodes = union.nodes.filter(({ id }) => ids.has(id)).map((node) => inTier(node, ids));
  return {
    ...union,
    nodes,
    names: union.names.filter(({ id }) => ids.has(id)),
    edges: union.edges.filter(({ from, to }) => ids.has(from) && ids.has(to)),
    cycles: union.cycles.filter((members) => members.every((member) => ids.has(member))),
  };
}

function inTier(node: UnionNode, ids: ReadonlyMap<string, NodeTier | undefined>): UnionNode {
  const tier = ids.get(node.id) ?? "card";
  const { tier: _tier, ...card } = node;
  return tier === "card" ? card : { ...card, tier };
}
