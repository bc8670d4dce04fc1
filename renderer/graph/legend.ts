/** Which kinds and states are in the picture now: the entries of the legend, for the window and for exports. */
import type { NodeKind, SubgraphView } from "../../electron/contract/subgraph-view";

export type LegendSymbol =
  | "name"
  | "refcount"
  | "deleted"
  | "unreachable"
  | "freed"
  | "cycle"
  | "weak"
  | "size"
  | NodeKind;

export interface LegendEntry {
  readonly symbol: LegendSymbol;
  readonly label: string;
}

const MOST_ENTRIES = 6;

/** The most telling ones first; at most six unless all are asked for. */
export function legendEntries(view: SubgraphView, all: boolean = false): readonly LegendEntry[] {
  const alive = view.nodes.filter((node) => node.state !== "freed");
  const kinds = new Set(alive.map((node) => node.kind));
  const entries: LegendEntry[] = [];
  const add = (present: boolean, symbol: LegendSymbol, label: string): void => {
    if (present) entries.push({ symbol, label });
  };
  add(kinds.has("instance"), "instance", "instance");
  add(view.names.length > 0, "name", "name");
  add(kinds.has("class"), "class", "class");
  add(
    alive.some((node) => node.retained !== undefined),
    "size",
    "bar: freed with it",
  );
  const hulls = (state: string): boolean => view.cycles.some((cycle) => cycle.state === state);
  const loose = alive.some((node) => node.state === "unreachable");
  add(loose, "unreachable", hulls("unreachable") ? "unreachable cycle" : "unreachable");
  add(
    view.names.some((name) => name.deleted !== undefined),
    "deleted",
    "deleted",
  );
  add(
    alive.some((node) => node.kind !== "class"),
    "refcount",
    "refcount",
  );
  add(
    view.nodes.some((node) => node.state === "freed"),
    "freed",
    "freed",
  );
  add(
    view.edges.some((edge) => edge.kind === "weak"),
    "weak",
    "weak reference",
  );
  add(hulls("reachable"), "cycle", "cycle");
  for (const kind of OTHER_KINDS)
    add(kinds.has(kind), kind, kind === "other" ? "other object" : kind);
  return all ? entries : entries.slice(0, MOST_ENTRIES);
}

const OTHER_KINDS: readonly NodeKind[] = [
  "list",
  "dict",
  "tuple",
  "set",
  "function",
  "generator",
  "module",
  "other",
];
