/** A picture as a Mermaid flowchart: https://mermaid.js.org/syntax/flowchart.html. */
import { assertNever } from "../contract/assert-never";
import type { GraphFacts, ObjectFacts, ReferenceFacts } from "./graph-facts";
import { nameLine, objectLines, referenceLine } from "./object-lines";
import { shortened, visibleText } from "./visible-text";

const classDefinitions = [
  "  classDef name fill:#28313b,color:#ffffff,stroke:#28313b",
  "  classDef gone fill:#ffffff,color:#59636e,stroke:#8a94a0,stroke-dasharray:4 3",
  "  classDef reachable fill:#eef0f3,color:#1b2128,stroke:#5b626d",
  "  classDef unreachable fill:#fdefe8,color:#1b2128,stroke:#d9480f,stroke-width:3px",
  "  classDef cycle fill:#ffffff,color:#1b2128,stroke:#8a94a0",
  "  classDef brokenOff fill:#ffffff,color:#1b2128,stroke:#d9480f",
];

/** Cycles are subgraphs; nodes are `o1`, `o2`, ... and names `n1`, `n2`, ... in the order of the picture. */
export function writeMermaid(facts: GraphFacts): string {
  const idOf = new Map([
    ...facts.names.map(({ id }, place) => [id, `n${place + 1}`] as const),
    ...facts.objects.map(({ id }, place) => [id, `o${place + 1}`] as const),
  ]);
  const objectOf = new Map(facts.objects.map((object) => [object.id, object]));
  const inSubgraph = new Set(
    facts.cycles.flatMap(({ members, attached }) => [...members, ...attached]),
  );
  const draw = (object: ObjectFacts): string =>
    `${idOf.get(object.id)}["${objectLines(object).map(escaped).join("<br/>")}"]:::${classOf(object)}`;
  const lines = [
    "flowchart LR",
    ...classDefinitions,
    ...facts.names.map((name) => {
      const style = name.deletedInStep === null ? "name" : "gone";
      return `  ${idOf.get(name.id)}(["${escaped(nameLine(name))}"]):::${style}`;
    }),
    ...facts.objects.filter(({ id }) => !inSubgraph.has(id)).map((object) => `  ${draw(object)}`),
    ...facts.cycles.flatMap(({ number, label, state, members, attached }) => [
      `  subgraph cycle${number}["${escaped(shortened(visibleText(label), 160))}"]`,
      ...[...members, ...attached]
        .flatMap((id) => objectOf.get(id) ?? [])
        .map((object) => `    ${draw(object)}`),
      "  end",
      `  class cycle${number} ${state === "unreachable" ? "brokenOff" : "cycle"}`,
    ]),
    ...facts.references.flatMap((reference) => {
      const from = idOf.get(reference.from);
      const to = idOf.get(reference.to);
      return from === undefined || to === undefined ? [] : [`  ${from} ${arrow(reference)} ${to}`];
    }),
  ];
  return `${lines.join("\n")}\n`;
}

function classOf({ state }: ObjectFacts): string {
  switch (state) {
    case "reachable":
    case "unreachable":
      return state;
    case "freed":
      return "gone";
    default:
      return assertNever(state, "state");
  }
}

function arrow({ kind, label, deletedInStep }: ReferenceFacts): string {
  const text = escaped(referenceLine(label, deletedInStep));
  const line = deletedInStep === null && isSolid(kind) ? "-->" : "-.->";
  return text === "" ? line : `${line}|"${text}"|`;
}

function isSolid(kind: ReferenceFacts["kind"]): boolean {
  switch (kind) {
    case "name":
    case "reference":
    case "closure":
    case "frame":
      return true;
    case "weak":
    case "temporary":
    case "class":
      return false;
    default:
      return assertNever(kind, "kind");
  }
}

/**
 * Mermaid looks for comments, directives, styles, Markdown and HTML in the whole text, quoted or not. Everything that
 * could be one of these is written as its entity code, which needs no ampersand here.
 */
function escaped(text: string): string {
  return text.replaceAll(
    /[^\p{L}\p{N} ._,()'=[\]×…’→-]/gu,
    (character) => `#${character.codePointAt(0)};`,
  );
}
