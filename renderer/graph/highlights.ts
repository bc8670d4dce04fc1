/** Which things belong together (neighbours, a kind of the legend, a way) and the picture in which only they are bright. Pure. */
import type { SubgraphView, ViewNode } from "../../electron/contract/subgraph-view";
import type { LegendSymbol } from "./legend";
import type { ScenePart } from "./scene";

const DIMMED = 0.25;

/** A thing with what it refers to and what refers to it, the references between them included. */
export function neighbourhood(view: SubgraphView, id: string): ReadonlySet<string> {
  const near = new Set([id]);
  for (const edge of view.edges) {
    if (edge.id !== id && edge.from !== id && edge.to !== id) continue;
    near.add(edge.id).add(edge.from).add(edge.to);
  }
  for (const cycle of view.cycles) {
    if (cycle.id === id) for (const one of within(view, cycle.members)) near.add(one);
    // Its hull says what becomes of it.
    if (cycle.members.includes(id)) near.add(cycle.id);
  }
  return near;
}

/** The members of a cycle and the references among them. */
function within(view: SubgraphView, members: readonly string[]): readonly string[] {
  const inside = new Set(members);
  const edges = view.edges.filter((edge) => inside.has(edge.from) && inside.has(edge.to));
  return [...members, ...edges.map((edge) => edge.id)];
}

/** Everything an entry of the legend speaks of. */
export function legendMembers(view: SubgraphView, symbol: LegendSymbol): ReadonlySet<string> {
  const nodes = (wanted: (node: ViewNode) => boolean): string[] =>
    view.nodes.filter(wanted).map((node) => node.id);
  const cycles = (state: string): string[] =>
    view.cycles
      .filter((cycle) => cycle.state === state)
      .flatMap((cycle) => [cycle.id, ...within(view, cycle.members)]);
  const edges = (wanted: "weak" | "deleted"): string[] =>
    view.edges
      .filter((edge) => (wanted === "weak" ? edge.kind === "weak" : edge.deleted !== undefined))
      .flatMap((edge) => [edge.id, edge.from, edge.to]);
  switch (symbol) {
    case "name":
      return new Set(
        view.names.filter((name) => name.deleted === undefined).map((name) => name.id),
      );
    case "refcount":
      return new Set(nodes((node) => node.state !== "freed" && node.kind !== "class"));
    case "deleted":
      return new Set([
        ...view.names.filter((name) => name.deleted !== undefined).map((name) => name.id),
        ...edges("deleted"),
      ]);
    case "unreachable":
      return new Set([...nodes((node) => node.state === "unreachable"), ...cycles("unreachable")]);
    case "freed":
      return new Set([...nodes((node) => node.state === "freed"), ...cycles("freed")]);
    case "cycle":
      return new Set(cycles("reachable"));
    case "weak":
      return new Set(edges("weak"));
    case "size":
      return new Set(nodes((node) => node.retained !== undefined));
    case "instance":
    case "dict":
    case "list":
    case "tuple":
    case "set":
    case "class":
    case "function":
    case "generator":
    case "module":
    case "scalar":
    case "other":
      return new Set(nodes((node) => node.kind === symbol && node.state !== "freed"));
  }
}

const faint = new WeakMap<ScenePart, ScenePart>();

/** Boxes of names and what is in motion keep their strength. */
export function dimOthers(
  parts: readonly ScenePart[],
  lit: ReadonlySet<string> | undefined,
): readonly ScenePart[] {
  if (lit === undefined) return parts;
  return parts.map((part) => {
    if (lit.has(part.owner) || part.layer === "scope" || part.layer === "motion") return part;
    const known = faint.get(part);
    if (known !== undefined) return known;
    const dimmed = { ...part, opacity: part.opacity * DIMMED };
    faint.set(part, dimmed);
    return dimmed;
  });
}
