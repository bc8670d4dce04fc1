/** "Show instance dicts": the attribute dicts of 3.9 as objects of their own, everywhere they are asked about. */
import { expect, test } from "vitest";
import { entryIndex } from "../contract/ids";
import type { SubgraphView } from "../contract/subgraph-view";
import type { ViewShape } from "../contract/view-options";
import { MessagesForTests, type HeapText } from "./messages-for-tests";
import { createRecorder } from "./recorder";
import type { Recorder } from "./recorder-interface";

/** `a.ref = b; b.ref = a` of an interpreter that keeps attributes in dicts. */
function pair(refcounts: { a: number; b: number }): HeapText {
  const instance = (dict: string, refcount: number): HeapText[string] => ({
    type: "Node",
    refcount,
    size: 48,
    edges: [`.__dict__ -> ${dict}`],
  });
  const dict = (ref: string): HeapText[string] => ({
    type: "dict",
    is: "plain dict",
    refcount: 1,
    size: 104,
    length: 1,
    edges: [`['ref'] -> ${ref}`],
  });
  return {
    a: instance("a dict", refcounts.a),
    b: instance("b dict", refcounts.b),
    "a dict": dict("b"),
    "b dict": dict("a"),
  };
}

function record(): Recorder {
  const write = new MessagesForTests();
  const recorder = createRecorder({ scriptText: "tie()\ndel a, b\ngc.collect()\n" });
  for (const message of [
    write.heap({}, { "<module>": {} }),
    write.step(undefined),
    write.heap(pair({ a: 2, b: 2 }), { "<module>": { a: "a", b: "b" } }),
    write.step(1),
    write.heap(pair({ a: 1, b: 1 }), { "<module>": {} }),
    write.step(2),
    write.heap(pair({ a: 1, b: 1 }), { "<module>": {} }),
    write.collectionStart(),
    write.heap({}, { "<module>": {} }),
    write.collectionStop(4),
    write.heap({}, { "<module>": {} }),
    write.step(3),
  ])
    recorder.accept(message);
  return recorder;
}

const recorder = record();
const viewOf = (entry: number, shape: ViewShape = { instanceDicts: true }): SubgraphView =>
  recorder.view(entryIndex(entry), { showHidden: false, shape });
const arrows = ({ nodes, edges }: SubgraphView): readonly string[] => {
  const keyOf = new Map(nodes.map(({ id, key }) => [id, key]));
  return edges
    .filter(({ kind }) => kind === "reference")
    .map(({ from, to, label }) => `${keyOf.get(from)} ${label} ${keyOf.get(to)}`);
};

test("without the wish an instance's dict is part of its card", () => {
  const view = viewOf(1, {});
  expect(view.nodes.map(({ key }) => key)).toEqual(["a", "b"]);
  expect(arrows(view)).toEqual(["a .ref b", "b .ref a"]);
});

test("with the wish it stands between the instance and what it refers to", () => {
  const view = viewOf(1);
  expect(view.nodes.map(({ key, kind }) => `${key} ${kind}`)).toEqual([
    "a instance",
    "b instance",
    "a.__dict__ dict",
    "b.__dict__ dict",
  ]);
  expect(arrows(view)).toEqual([
    "a .__dict__ a.__dict__",
    "b .__dict__ b.__dict__",
    "a.__dict__ ['ref'] b",
    "b.__dict__ ['ref'] a",
  ]);
});

test("a size is then the object's own, and no reference seems to be new or gone", () => {
  expect(viewOf(1).nodes.map(({ size }) => size)).toEqual([48, 48, 104, 104]);
  const { edges } = viewOf(2);
  expect(
    edges.filter(({ kind, isNew, deleted }) => kind === "reference" && (isNew || deleted)),
  ).toEqual([]);
});

test("the cycle is the same one, with the dicts among its members", () => {
  const [plain] = viewOf(2, {}).cycles;
  const [cycle] = viewOf(2).cycles;
  expect(plain?.members).toHaveLength(2);
  expect(cycle?.members).toHaveLength(4);
  expect(cycle).toMatchObject({ number: plain?.number, state: "unreachable" });
});

test("a dict goes with its instance, as a ghost of the same step", () => {
  const ghosts = viewOf(3).nodes.map(({ key, state, freed }) => `${key} ${state} ${freed?.step}`);
  expect(ghosts.toSorted()).toEqual([
    "a freed 3",
    "a.__dict__ freed 3",
    "b freed 3",
    "b.__dict__ freed 3",
  ]);
});

test("every object drawn has a place in the union, and its cycle stands together", () => {
  const shape: ViewShape = { instanceDicts: true };
  const view = viewOf(1, shape);
  const union = recorder.unionGraph({ showHidden: false, shape });
  expect(new Set(union.cycles.map((members) => members.length))).toEqual(new Set([2, 4]));
  const placed = new Set(union.nodes.map(({ id }) => id));
  expect(view.nodes.filter(({ id }) => !placed.has(id))).toEqual([]);
});

test("a dict and its references are inspected like any other", () => {
  const entry = entryIndex(1);
  const view = viewOf(1);
  const dict = view.nodes.find(({ key }) => key === "a.__dict__")?.id ?? "";
  expect(recorder.inspect(entry, dict)).toMatchObject({
    typeName: "dict",
    refcount: 1,
    referencedBy: [{ expression: "a.__dict__" }],
  });
  expect(
    recorder.answer({ kind: "whyAlive", args: [entry, dict, { ignored: [], skip: 0 }] }),
  ).toMatchObject({ kind: "path" });
  const edge = view.edges.find(({ from }) => from === dict)?.id ?? "";
  expect(recorder.answer({ kind: "edgeFacts", args: [entry, edge] })).toMatchObject({
    fromKey: "a.__dict__",
    toKey: "b",
    labels: ["['ref']"],
  });
});

test("a what-if keeps the dicts", () => {
  const entry = entryIndex(1);
  const edge = viewOf(1).edges.find(({ label }) => label === "['ref']")?.id ?? "";
  const options = { showHidden: false, shape: { instanceDicts: true } };
  const answer = recorder.answer({
    kind: "whatIf",
    args: [entry, [{ kind: "reference", edge }], options],
  });
  expect(answer).toMatchObject({ unknown: [], freed: [], view: { notReal: true } });
  if (typeof answer !== "object" || !("view" in answer)) throw new Error("No what-if");
  expect(answer.view.nodes.map(({ key }) => key)).toEqual(["a", "b", "a.__dict__", "b.__dict__"]);
  expect(answer.view.cycles).toEqual([]);
});
