/** What there is to say about one selected reference. */
import type { EdgeFacts } from "../contract/edge-facts";
import type { EdgeKind } from "../contract/subgraph-view";
import type { MadeAt } from "../contract/what-if";
import { nameId, type Binding, type FrameNames } from "./bound-names";
import { nodeId, type EntryPicture } from "./entry-picture";
import { typeNameOf } from "./heap-snapshot";
import { counted, kindOf } from "./node-naming";
import { serialOfId } from "./object-ids";
import { idOf } from "./path-roots";
import type { Link } from "./reference-index";
import type { AlivePicture } from "./why-alive";

export type SelectedEdge =
  | { readonly kind: "link"; readonly link: Link }
  | { readonly kind: "name"; readonly frame: FrameNames; readonly binding: Binding };

/** The reference or name an edge's id means; undefined when there is none at this entry. */
export function findEdge({ picture, index }: AlivePicture, id: string): SelectedEdge | undefined {
  const [, from = "", to, kind] = /^e:(.+):(o\d+):(\w+)$/.exec(id) ?? [];
  if (kind === "name") return findName(picture, from, to);
  const holder = serialOfId(from);
  const node = holder === undefined ? undefined : picture.graph.snapshot.nodeOf.get(holder);
  if (node === undefined) return undefined;
  const link = index
    .linksFrom(node)
    .find((candidate) => candidate.kind === kind && idOf(picture, candidate.to) === to);
  return link === undefined ? undefined : { kind: "link", link };
}

function findName(
  { names }: EntryPicture,
  id: string,
  to: string | undefined,
): SelectedEdge | undefined {
  for (const frame of names.frames) {
    for (const binding of frame.bindings) {
      const { object } = binding;
      if (object !== undefined && nodeId(object) === to && nameId(frame, binding.name) === id)
        return { kind: "name", frame, binding };
    }
  }
  return undefined;
}

export function edgeFacts(
  alive: AlivePicture,
  id: string,
  edge: SelectedEdge,
  made: MadeAt | undefined,
): EdgeFacts {
  const facts = edge.kind === "name" ? nameFacts(alive, edge) : linkFacts(alive, edge.link);
  return {
    edge: id,
    ...facts,
    ...(made === undefined ? {} : { made }),
    sentence: sentenceOf(facts, made),
  };
}

type Facts = Omit<EdgeFacts, "edge" | "made" | "sentence">;

function nameFacts(
  { keyOf }: AlivePicture,
  { frame, binding }: Extract<SelectedEdge, { kind: "name" }>,
): Facts {
  const { name, object } = binding;
  return {
    kind: "name",
    kindText: frame.depth === 0 ? "global name" : `local name in ${frame.scope}()`,
    from: nameId(frame, name),
    fromKey: name,
    to: object === undefined ? "" : nodeId(object),
    toKey: object === undefined ? binding.text : keyOf(object),
    labels: [],
    count: 1,
    ownsCount: true,
  };
}

function linkFacts({ picture, keyOf }: AlivePicture, { from, to, kind, labels }: Link): Facts {
  const { snapshot } = picture.graph;
  return {
    kind,
    kindText: kindText(kind, labels[0] ?? "", kindOf(snapshot, from)),
    from: idOf(picture, from),
    fromKey: keyOf(snapshot.nodes.serial[from]),
    to: idOf(picture, to),
    toKey: keyOf(snapshot.nodes.serial[to]),
    labels: labels.toSorted((a, b) => a.localeCompare(b, "en", { numeric: true })),
    count: labels.length,
    ownsCount: kind !== "weak",
  };

  function kindText(edgeKind: EdgeKind, label: string, holder: string): string {
    switch (edgeKind) {
      case "weak":
        return "weak reference";
      case "class":
        return `instance of ${typeNameOf(snapshot, from)}`;
      case "closure":
        return "closure variable";
      case "frame":
        return "local variable of a paused frame";
      case "temporary":
        return "argument of a running call";
      case "name":
        return "name";
      case "reference":
        return plainKind(label, holder);
    }
  }
}

function plainKind(label: string, holder: string): string {
  if (label.startsWith(".")) return "attribute";
  if (label === "{}") return "member of a set";
  if (label.startsWith("key ")) return "key";
  if (holder === "dict") return "value of a key";
  return label.startsWith("[") ? "item" : "reference";
}

/** `obj2.ref refers to obj1 since step 6: obj2.ref = obj1.` */
function sentenceOf(facts: Facts, made: MadeAt | undefined): string {
  const [label = ""] = facts.labels;
  const start =
    facts.count > 1
      ? `${facts.fromKey} refers to ${facts.toKey} ${counted(facts.count, "time")}`
      : `${facts.fromKey}${/^[.[]/.test(label) ? label : ""} refers to ${facts.toKey}`;
  const since = made === undefined ? "" : ` since step ${made.step}`;
  const code = made === undefined || made.code === "" ? "" : `: ${made.code}`;
  const count = facts.ownsCount ? "" : " It is weak: it owns no count and keeps nothing alive.";
  return `${start}${since}${code}.${count}`;
}
