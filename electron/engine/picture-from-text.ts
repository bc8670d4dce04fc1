/** Test builder: one entry written as text, as `graphFromText` reads it. What root refers to has the label as its global name; cycles and garbage are found as the recording finds them. */
import { asColumn, entryIndex, nodeIndex, type NodeIndex, type Serial } from "../contract/ids";
import type { EntryPicture } from "./entry-picture";
import { foldPlumbing } from "./folding";
import { countedGraphOf, findUnreachable } from "./gc-reachability";
import { graphFromText, type TextGraph } from "./graph-from-text";
import { ObjectFlag, type HeapSnapshot } from "./heap-snapshot";
import { cyclesOf, describeCycles } from "./known-cycles";
import { indexReferences } from "./reference-index";
import { NO_SIDE_REFERENCES } from "./side-references";
import type { AlivePicture } from "./why-alive";

export interface TextPicture extends AlivePicture {
  readonly node: TextGraph["node"];
}

export function pictureFromText(text: string): TextPicture {
  const written = graphFromText(text);
  const snapshot = withGarbageMarked(written.snapshot);
  const serialOf = (node: NodeIndex): Serial => snapshot.nodes.serial[node];
  const bindings = text.split(";").flatMap((part) => {
    const [, name, object = ""] = /^\s*root -(.*)-> ([^\s:+]+)/.exec(part) ?? [];
    return name === undefined
      ? []
      : [{ name, object: serialOf(written.node(object)), referent: 0, text: "" }];
  });
  const named = new Set(bindings.map(({ object }) => object));
  const graph = foldPlumbing(snapshot, (node) => named.has(serialOf(node)));
  const picture: EntryPicture = {
    entry: entryIndex(1),
    step: 1,
    inner: 0,
    depth: 0,
    file: "",
    line: 1,
    code: "",
    scope: "<module>",
    collecting: false,
    how: "continued",
    graph,
    names: { frames: [{ scope: "<module>", file: "", depth: 0, line: 1, bindings }], deleted: [] },
    beside: NO_SIDE_REFERENCES,
    cycles: describeCycles(graph, cyclesOf(graph), {
      numberOf: () => 1,
      isUnreachable: (node) => (snapshot.nodes.flags[node] & ObjectFlag.unreachable) !== 0,
      step: 1,
      before: [],
    }),
  };
  return {
    picture,
    index: indexReferences(graph),
    keyOf: (object) => written.names[object] ?? "?",
    node: written.node,
  };
}

function withGarbageMarked(snapshot: HeapSnapshot): HeapSnapshot {
  const order = Array.from({ length: snapshot.nodes.length }, (_, place) => nodeIndex(place));
  const flags = Uint32Array.from(order, (node) => snapshot.nodes.flags[node]);
  for (const node of findUnreachable(countedGraphOf(snapshot), { order, borrowed: [] }))
    flags[node] |= ObjectFlag.unreachable;
  return { ...snapshot, nodes: { ...snapshot.nodes, flags: asColumn<NodeIndex, number>(flags) } };
}
