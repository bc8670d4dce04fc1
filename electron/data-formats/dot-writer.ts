/** A picture as DOT, the language of Graphviz: https://graphviz.org/doc/info/lang.html. */
import { assertNever } from "../contract/assert-never";
import type { CycleFacts, GraphFacts, NameFacts, ObjectFacts, ReferenceFacts } from "./graph-facts";
import { nameLine, objectLines, referenceLine } from "./object-lines";
import { plainId, shortened, visibleText } from "./visible-text";

type Attributes = Readonly<Record<string, string | number>>;

const alarm = "#d9480f";
const faded = "#8a94a0";

/** Lines end with a newline; cycles are clusters, a deleted or freed thing is dashed, an unreachable one has a thick edge. */
export function writeDot(facts: GraphFacts): string {
  const clustered = new Set(facts.cycles.flatMap(clusterMembers));
  const known = new Map(facts.objects.map((object) => [object.id, object]));
  const drawCluster = (cycle: CycleFacts): string[] => [
    `  subgraph ${quoted(`cluster_cycle_${cycle.number}`)} {`,
    ...attributeLines("    ", clusterStyle(cycle)),
    ...clusterMembers(cycle)
      .flatMap((id) => known.get(id) ?? [])
      .map((object) => `    ${drawObject(object)}`),
    "  }",
  ];
  const lines = [
    "digraph {",
    '  graph [rankdir=LR, fontname="Helvetica,Arial,sans-serif", labelloc=b,',
    `    label=${quoted(escapedLabel(title(facts)))}]`,
    '  node [shape=box, style="filled,rounded", fillcolor=white, fontname="Helvetica,Arial,sans-serif", fontsize=11]',
    '  edge [fontname="Helvetica,Arial,sans-serif", fontsize=10]',
    ...facts.names.map((name) => `  ${drawName(name)}`),
    ...facts.objects
      .filter(({ id }) => !clustered.has(id))
      .map((object) => `  ${drawObject(object)}`),
    ...facts.cycles.flatMap(drawCluster),
    ...facts.references.map((reference) => `  ${drawReference(reference)}`),
    "}",
  ];
  return `${lines.join("\n")}\n`;
}

/** `cycle.py, step 8: del obj2`. */
function title({ script, step, inner, code, whatIf }: GraphFacts): string {
  const label = inner === 0 ? `${step}` : `${step}.${inner}`;
  const text = `${script}, step ${label}${code === "" ? "" : `: ${code}`}`;
  return shortened(visibleText(whatIf ? `${text} (what if, not real)` : text), 160);
}

const clusterMembers = ({ members, attached }: CycleFacts): readonly string[] => [
  ...members,
  ...attached,
];

function clusterStyle({ label, state }: CycleFacts): Attributes {
  const line = state === "unreachable" ? { color: alarm, penwidth: 2 } : { color: faded };
  return {
    label: escapedLabel(shortened(visibleText(label), 160)),
    labelloc: "t",
    style: state === "freed" ? "rounded,dashed" : "rounded",
    ...line,
  };
}

function drawObject(object: ObjectFacts): string {
  // `\l` ends a line that begins at the left.
  const label = objectLines(object)
    .map((line) => `${escapedLabel(line)}\\l`)
    .join("");
  return `${quoted(plainId(object.id))} ${listed({ label, ...objectStyle(object) })}`;
}

function objectStyle({ state, kind }: ObjectFacts): Attributes {
  const fillcolor = fillOf(kind);
  switch (state) {
    case "reachable":
      return { fillcolor };
    case "unreachable":
      return { fillcolor, color: alarm, penwidth: 2.5 };
    case "freed":
      return { style: "rounded,dashed", color: faded, fontcolor: "#59636e" };
    default:
      return assertNever(state, "state");
  }
}

function fillOf(kind: ObjectFacts["kind"]): string {
  switch (kind) {
    case "instance":
      return "#e6eefc";
    case "dict":
      return "#eee7fa";
    case "list":
    case "tuple":
    case "set":
      return "#ddf5ee";
    case "function":
    case "generator":
      return "#f7efd2";
    case "class":
    case "module":
    case "scalar":
    case "other":
      return "#eef0f3";
    default:
      return assertNever(kind, "kind");
  }
}

function drawName(name: NameFacts): string {
  const style: Attributes =
    name.deletedInStep === null
      ? { style: "filled", fillcolor: "#28313b", fontcolor: "white" }
      : { style: "dashed", color: faded, fontcolor: "#59636e" };
  const label = escapedLabel(nameLine(name));
  return `${quoted(plainId(name.id))} ${listed({ label, height: 0.3, ...style })}`;
}

function drawReference(reference: ReferenceFacts): string {
  const { from, to, label, deletedInStep, inCycle } = reference;
  const text = escapedLabel(referenceLine(label, deletedInStep));
  const gone: Attributes = deletedInStep === null ? {} : { color: faded, fontcolor: "#59636e" };
  const style = deletedInStep === null ? lineStyle(reference.kind) : "dashed";
  const attributes = {
    ...(text === "" ? {} : { label: text }),
    ...(style === "solid" ? {} : { style }),
    ...(inCycle ? { penwidth: 2 } : {}),
    ...gone,
  };
  const arrow = `${quoted(plainId(from))} -> ${quoted(plainId(to))}`;
  return Object.keys(attributes).length === 0 ? arrow : `${arrow} ${listed(attributes)}`;
}

function lineStyle(kind: ReferenceFacts["kind"]): "solid" | "dashed" | "dotted" {
  switch (kind) {
    case "name":
    case "reference":
    case "closure":
    case "frame":
      return "solid";
    case "weak":
    case "temporary":
      return "dashed";
    case "class":
      return "dotted";
    default:
      return assertNever(kind, "kind");
  }
}

function listed(attributes: Attributes): string {
  return `[${pairs(attributes).join(", ")}]`;
}

function attributeLines(indent: string, attributes: Attributes): readonly string[] {
  return pairs(attributes).map((pair) => `${indent}${pair}`);
}

const pairs = (attributes: Attributes): readonly string[] =>
  Object.entries(attributes).map(
    ([name, value]) => `${name}=${typeof value === "number" ? value : quoted(value)}`,
  );

/** Within quotes only the quote itself is escaped; `escapedLabel` doubles backslashes where they mean something. */
function quoted(text: string): string {
  return `"${text.replaceAll('"', '\\"')}"`;
}

/** In a label a backslash begins an escape such as `\l` or `\N`, and `&` an HTML entity. */
function escapedLabel(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("\\", "\\\\");
}
