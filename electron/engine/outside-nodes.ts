/** Modules, builtins and library objects as stubs: drawn only on request. They are known by name alone, so they say no refcount (0) and no size. */
import { ReferentKind } from "../contract/agent-message";
import { bytes } from "../contract/ids";
import type { NodeId, NodeKind, ViewEdge, ViewNode } from "../contract/subgraph-view";
import { nodeId, type EntryPicture } from "./entry-picture";
import { NO_NODE } from "./heap-snapshot";
import { mergedLabel } from "./view-edges";

/** `h:module:gc`: stable over all entries. */
export function outsideId(text: string): NodeId {
  return `h:${text.replace("\u001f", ":")}`;
}

export interface OutsideView {
  readonly nodes: readonly ViewNode[];
  readonly edges: readonly ViewEdge[];
}

/** Stubs for everything outside that drawn objects and names refer to. */
export function viewOutside(picture: EntryPicture): OutsideView {
  const texts = new Set<string>();
  for (const frame of picture.names.frames) {
    for (const { referent, text } of frame.bindings)
      if (referent === ReferentKind.outside) texts.add(text);
  }
  const edges: ViewEdge[] = [];
  for (const node of picture.graph.drawn) {
    const labels = new Map<string, string[]>();
    for (const slot of picture.graph.slotsOf(node)) {
      if (slot.target !== NO_NODE || slot.referent !== ReferentKind.outside) continue;
      texts.add(slot.text);
      labels.set(slot.text, [...(labels.get(slot.text) ?? []), slot.label]);
    }
    const from = nodeId(picture.graph.snapshot.nodes.serial[node]);
    for (const [text, parallel] of labels) edges.push(outsideEdge(from, text, parallel));
  }
  return { nodes: [...texts].map(outsideNode), edges };
}

function outsideEdge(from: NodeId, text: string, labels: readonly string[]): ViewEdge {
  const isClass = labels.every((label) => label === ".__class__");
  const kind = isClass ? "class" : "reference";
  const to = outsideId(text);
  return {
    id: `e:${from}:${to}:${kind}`,
    from,
    to,
    kind,
    label: isClass ? "" : mergedLabel(labels),
    inCycle: false,
    isNew: false,
  };
}

const KINDS: Readonly<Record<string, NodeKind>> = {
  module: "module",
  class: "class",
  function: "function",
};

export function outsideNode(text: string): ViewNode {
  const [kind = "", name = ""] = text.split("\u001f");
  const shortName = name.replace(/^builtins\./, "");
  const nodeKind = KINDS[kind] ?? "other";
  const title =
    nodeKind === "class"
      ? `class ${shortName}`
      : nodeKind === "function"
        ? `${shortName}()`
        : shortName;
  return {
    id: outsideId(text),
    key: shortName,
    kind: nodeKind,
    typeName: kind === "object" ? shortName : kind,
    title,
    subtitle: "",
    rows: [],
    hiddenRows: 0,
    refcount: 0,
    unseen: 0,
    size: bytes(0),
    address: 0,
    state: "reachable",
    isNew: false,
    finalizer: "none",
    tracked: true,
  };
}
