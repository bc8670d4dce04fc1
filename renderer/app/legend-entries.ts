/** Which marks the legend explains: only those in the picture now, at most six. Pure. */
import type { NodeKind, SubgraphView } from "../../electron/contract/subgraph-view";

export type LegendEntry =
  | "instance"
  | "dict"
  | "sequence"
  | "code"
  | "class"
  | "name"
  | "cycle"
  | "unreachable cycle"
  | "unreachable"
  | "deleted"
  | "freed"
  | "weak reference"
  | "refcount";

const most = 6;
const entryOfKind: Readonly<Record<NodeKind, LegendEntry>> = {
  instance: "instance",
  dict: "dict",
  list: "sequence",
  tuple: "sequence",
  set: "sequence",
  class: "class",
  function: "code",
  generator: "code",
  module: "class",
  scalar: "instance",
  other: "instance",
};

export function legendEntries(view: SubgraphView): readonly LegendEntry[] {
  const kinds = new Set(
    view.nodes.filter((node) => node.state !== "freed").map((node) => entryOfKind[node.kind]),
  );
  const ofKind = (...wanted: readonly LegendEntry[]): LegendEntry[] =>
    wanted.filter((entry) => kinds.has(entry));
  const when = (entry: LegendEntry, present: boolean): LegendEntry[] => (present ? [entry] : []);
  const alarm = view.cycles.some((cycle) => cycle.state === "unreachable");
  const entries: LegendEntry[] = [
    ...ofKind("instance"),
    ...when(
      "name",
      view.names.some((name) => name.deleted === undefined),
    ),
    ...ofKind("class"),
    ...when("unreachable cycle", alarm),
    ...when("unreachable", !alarm && view.nodes.some((node) => node.state === "unreachable")),
    ...when(
      "freed",
      view.nodes.some((node) => node.state === "freed"),
    ),
    ...when(
      "deleted",
      view.names.some((name) => name.deleted !== undefined),
    ),
    ...when(
      "weak reference",
      view.edges.some((edge) => edge.kind === "weak"),
    ),
    ...ofKind("sequence", "dict", "code"),
    ...when(
      "cycle",
      view.cycles.some((cycle) => cycle.state === "reachable"),
    ),
  ];
  const counted = view.nodes.some((node) => node.state !== "freed");
  return [...entries.slice(0, counted ? most - 1 : most), ...when("refcount", counted)];
}
