/** A picture as GraphML with typed attributes: http://graphml.graphdrawing.org/primer/graphml-primer.html. Names are nodes of kind `name`. */
import type { GraphFacts, NameFacts, ObjectFacts, ReferenceFacts } from "./graph-facts";
import { visibleText } from "./visible-text";

type Value = string | number | boolean | null;
type Values = Readonly<Record<string, Value>>;
type ValueType = "string" | "int" | "long" | "boolean";
type Keys = Readonly<Record<string, ValueType>>;

const graphKeys = {
  script: "string",
  python: "string",
  step: "int",
  inner: "int",
  line: "int",
  code: "string",
  what_if: "boolean",
} as const satisfies Keys;

const nodeKeys = {
  kind: "string",
  key: "string",
  type: "string",
  title: "string",
  values: "string",
  refcount: "long",
  immortal: "boolean",
  size: "long",
  state: "string",
  freed_in_step: "int",
  freed_by: "string",
  tracked: "boolean",
  finalizer: "string",
  fate: "string",
  cycle: "int",
  count: "int",
  scope: "string",
  text: "string",
  deleted_in_step: "int",
} as const satisfies Keys;

const edgeKeys = {
  kind: "string",
  label: "string",
  in_cycle: "boolean",
  deleted_in_step: "int",
  count: "int",
} as const satisfies Keys;

/** Every reference is one `edge`, so the number of nodes is that of objects and names together. */
export function writeGraphml(facts: GraphFacts): string {
  const { script, python, step, inner, line, code, whatIf } = facts;
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">',
    ...declared("graph", graphKeys),
    ...declared("node", nodeKeys),
    ...declared("edge", edgeKeys),
    '  <graph id="graph" edgedefault="directed">',
    ...dataLines("    ", "graph", { script, python, step, inner, line, code, what_if: whatIf }),
    ...facts.names.flatMap((name) => nodeLines(name.id, nameValues(name))),
    ...facts.objects.flatMap((object) => nodeLines(object.id, objectValues(object))),
    ...facts.references.flatMap(edgeLines),
    "  </graph>",
    "</graphml>",
  ];
  return `${lines.join("\n")}\n`;
}

function declared(domain: "graph" | "node" | "edge", keys: Keys): readonly string[] {
  return Object.entries(keys).map(
    ([name, type]) =>
      `  <key id="${domain}-${name}" for="${domain}" attr.name="${name}" attr.type="${type}"/>`,
  );
}

function objectValues(object: ObjectFacts): Partial<Record<keyof typeof nodeKeys, Value>> {
  return {
    kind: object.kind,
    key: object.key,
    type: object.type,
    title: object.title,
    values: object.values.map(({ label, text }) => `${label} = ${text}`).join("\n") || null,
    refcount: object.refcount,
    immortal: object.immortal,
    size: object.size,
    state: object.state,
    freed_in_step: object.freedInStep,
    freed_by: object.freedBy,
    tracked: object.tracked,
    finalizer: object.finalizer,
    fate: object.fate,
    cycle: object.cycle,
    count: object.count,
  };
}

function nameValues(name: NameFacts): Partial<Record<keyof typeof nodeKeys, Value>> {
  return {
    kind: "name",
    key: name.name,
    scope: name.scope,
    text: name.text,
    deleted_in_step: name.deletedInStep,
  };
}

function nodeLines(id: string, values: Values): readonly string[] {
  const data = dataLines("      ", "node", values);
  return [`    <node id="${escaped(id)}">`, ...data, "    </node>"];
}

function edgeLines(reference: ReferenceFacts): readonly string[] {
  const { id, from, to, kind, label, inCycle, deletedInStep, count } = reference;
  const values: Partial<Record<keyof typeof edgeKeys, Value>> = {
    kind,
    label: label === "" ? null : label,
    in_cycle: inCycle,
    deleted_in_step: deletedInStep,
    count,
  };
  return [
    `    <edge id="${escaped(id)}" source="${escaped(from)}" target="${escaped(to)}">`,
    ...dataLines("      ", "edge", values),
    "    </edge>",
  ];
}

/** What there is nothing to say about has no `data`. */
function dataLines(indent: string, domain: string, values: Values): readonly string[] {
  return Object.entries(values).flatMap(([name, value]) =>
    value === null
      ? []
      : [`${indent}<data key="${domain}-${name}">${escaped(String(value))}</data>`],
  );
}

/** XML has no place for most control characters, not even escaped: those are written as Python would. Line ends survive as references. */
function escaped(text: string): string {
  return text
    .split(/([\t\n\r])/)
    .map((part, place) =>
      place % 2 === 1
        ? `&#${part.charCodeAt(0)};`
        : visibleText(part)
            .replaceAll("&", "&amp;")
            .replaceAll("<", "&lt;")
            .replaceAll(">", "&gt;")
            .replaceAll('"', "&quot;"),
    )
    .join("");
}
