/** Pictures with everything in them: every kind, long texts, local scopes, many names, sixty cards. For looking at, and for tests of the layout. */
import { bytes, entryIndex } from "../../../electron/contract/ids";
import type { SubgraphView, UnionGraph } from "../../../electron/contract/subgraph-view";
import { sizedNode } from "../node-face";
import { manyNames, oneList, sessions } from "./crowd-view";
import { bind, edge, GLOBAL, LOCAL, name, node, row, type Zoo } from "./zoo-parts";

// oxlint-disable-next-line max-lines-per-function -- a list of examples, not a procedure
function everyKind(): Zoo {
  const zoo: Zoo = {
    nodes: [],
    names: [],
    edges: [],
    scopes: [GLOBAL, LOCAL],
    cycles: [["o10", "o11", "o12"]],
  };
  zoo.nodes.push(
    node("o1", "list", "list", {
      subtitle: "len 10,000",
      rows: [
        row("[0]", "node", "reference", "o5"),
        row("[1]", "'two'", "text"),
        row("[2]", "3", "number"),
        row("", "9,996 more", "remark"),
        row("[9999]", "None", "constant"),
      ],
      refcount: 2,
      was: 1,
    }),
    node("o2", "dict", "dict", {
      subtitle: "len 2",
      rows: [
        row("'colour of it'", "'a very long text indeed, cut'", "text"),
        row("'k'", "True", "constant"),
      ],
      isNew: true,
    }),
    node("o3", "generator", "make_numbers_from_something()", {
      subtitle: "paused at line 14",
      rows: [row("i", "3", "number")],
    }),
    node("o4", "function", "make()", {
      rows: [row("", "2 defaults", "remark")],
      refcount: "immortal",
    }),
    node("o5", "instance", "Node", {
      rows: [row("value", "1.5", "number"), row("self", "node", "reference", "o5")],
      refcount: 12,
      unseen: 1,
    }),
    node("o6", "tuple", "tuple", {
      subtitle: "len 2",
      rows: [row("[0]", "1", "number"), row("[1]", "2", "number")],
      tracked: false,
    }),
    node("o7", "set", "set", { subtitle: "len 1", rows: [row("", "'a'", "remark")] }),
    node("o8", "class", "class AVeryLongClassNameForTheHexagon"),
    node("o9", "class", "class Node"),
    node("o10", "instance", "Ring", {
      rows: [row("next", "ring2", "reference", "o11")],
      state: "unreachable",
      refcount: 1,
    }),
    node("o11", "instance", "Ring", {
      rows: [row("next", "ring3", "reference", "o12")],
      state: "unreachable",
    }),
    node("o12", "instance", "Ring", {
      rows: [row("next", "ring1", "reference", "o10")],
      state: "unreachable",
      finalizer: "ran",
    }),
    node("o13", "module", "module json"),
    node("o20", "instance", "Doomed", {
      rows: [row("held", "1", "number")],
      fate: "uncollectable",
      finalizer: "pending",
    }),
    node("o21", "instance", "Phoenix", { fate: "resurrected", finalizer: "ran", weak: 1 }),
    node("o22", "scalar", "'a value of its own, cut at 24'", { tracked: false }),
    node("o23", "instance", "Session", {
      group: { count: 1204, typeName: "Session", bytes: bytes(1_310_000) },
    }),
    node("o24", "module", "builtins", { hub: { count: 812 } }),
    node("o25", "instance", "Fresh", {
      rows: [row("x", "1", "number")],
      isNew: true,
      finalizer: "pending",
      generation: 0,
      more: { referents: 12, referrers: 3 },
      retained: bytes(52_000),
    }),
    node("o14", "other", "re.Pattern", { rows: [row("", "re.compile('a+')", "remark")] }),
  );
  for (const [text, target] of [
    ["items", "o1"],
    ["also_items", "o1"],
    ["config", "o2"],
    ["numbers", "o3"],
    ["make", "o4"],
    ["pair", "o6"],
    ["seen", "o7"],
    ["AVeryLongClassNameForTheHexagon", "o8"],
    ["Node", "o9"],
    ["pattern", "o14"],
    ["doomed", "o20"],
    ["phoenix", "o21"],
    ["value", "o22"],
    ["sessions", "o23"],
    ["fresh", "o25"],
  ] as const)
    bind(zoo, GLOBAL, text, target);
  zoo.names.push(
    name(GLOBAL, "count", { text: "42" }),
    name(GLOBAL, "greeting", { text: "'hello there, wor…'" }),
    name(GLOBAL, "gc", { text: "module gc" }),
  );
  for (const [text, target] of [
    ["node", "o5"],
    ["json", "o13"],
    ["items_", "o1"],
  ] as const)
    bind(zoo, LOCAL, text, target);
  zoo.names.push(name(LOCAL, "gone", { target: "o10", deleted: { step: 4 } }));
  zoo.edges.push(
    { ...edge(`n:${LOCAL.id}:gone`, "o10", "name", ""), deleted: { step: 4 } },
    edge("o1", "o5", "reference", "×3 ([0], [3], [5])"),
    edge("o5", "o5", "reference", ".self", true),
    edge("o2", "o7", "weak", ""),
    edge("o3", "o1", "frame", "local xs"),
    edge("o4", "o6", "closure", "closure pair"),
    edge("o5", "o9", "class", ""),
    edge("o10", "o11", "reference", ".next", true),
    edge("o11", "o12", "reference", ".next", true),
    edge("o12", "o10", "reference", ".next", true),
    edge("o12", "o2", "reference", ".config"),
    { ...edge("o23", "o25", "reference", ""), count: 1204 },
    edge("o25", "o24", "reference", ".builtins"),
    edge("o21", "o20", "temporary", ""),
    edge("o9", "o8", "class", ""),
  );
  return zoo;
}

function zoo(which: string): Zoo {
  if (which === "list") return oneList();
  if (which === "sixty") return sessions(32);
  if (which === "thousand") return sessions(500);
  if (which === "compact") return sessions(600, "compact");
  if (which === "marks") return sessions(2500, "mark");
  return which === "names" ? manyNames() : everyKind();
}

export function zooView(which: string): SubgraphView {
  const { nodes, names, edges, scopes, cycles } = zoo(which);
  const states = new Map(nodes.map((one) => [one.id, one.state]));
  return {
    entry: entryIndex(1),
    nodes,
    scopes,
    names,
    edges,
    cycles: cycles.map((members, index) => ({
      id: `c:${members[0] ?? ""}`,
      number: index + 1,
      members,
      attached: [],
      state: states.get(members[0] ?? "") ?? "reachable",
      label:
        states.get(members[0] ?? "") === "unreachable"
          ? `Cycle ${index + 1}, nothing outside points in`
          : `Cycle ${index + 1}, reachable from sessions`,
      size: bytes(100),
    })),
    collections: [],
    notes: [],
    shown: nodes.length,
    total: 9000,
    leftOut: 0,
  };
}

export function zooUnion(which: string): UnionGraph {
  const { nodes, names, edges, scopes, cycles } = zoo(which);
  return {
    version: 1,
    nodes: nodes.map((one) => ({ id: one.id, ...sizedNode(one, false) })),
    scopes,
    names: names.map((one) => ({
      id: one.id,
      scope: one.scope,
      name: one.name,
      textLength: one.text?.length ?? 0,
      targets: one.target === undefined ? [] : [one.target],
    })),
    edges: edges
      .filter((one) => one.kind !== "name")
      .map(({ from, to, kind, label }) => ({ from, to, kind, label })),
    cycles,
  };
}
