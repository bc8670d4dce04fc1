/** Banners, calls and marks that need a few lines of a script to come about. */
import { describe, expect, test } from "vitest";
import { entryIndex } from "../contract/ids";
import type { SubgraphView } from "../contract/subgraph-view";
import type { ViewShape } from "../contract/view-options";
import { MessagesForTests, type HeapText } from "./messages-for-tests";
import { createRecorder } from "./recorder";

/** One heap a line; the names are the keys of the heap. The view of the last line. */
function lastView(
  lines: readonly string[],
  heaps: readonly HeapText[],
  shape?: ViewShape,
): SubgraphView {
  const recorder = createRecorder({ scriptText: lines.join("\n") });
  const write = new MessagesForTests();
  recorder.accept(write.heap({}, { "<module>": {} }));
  recorder.accept(write.step(undefined));
  for (const [place, heap] of heaps.entries()) {
    const names = Object.fromEntries(Object.keys(heap).map((key) => [key, key]));
    recorder.accept(write.heap(heap, { "<module>": names }));
    recorder.accept(write.step(place + 1));
  }
  const options = { showHidden: false, ...(shape === undefined ? {} : { shape }) };
  return recorder.view(entryIndex(heaps.length), options);
}

const list = (refcount: number): HeapText => ({ a: { type: "list", refcount, length: 0 } });

describe("banners", () => {
  test("a look into gc.garbage says that empty is good", () => {
    const view = lastView(["a = []", "print(gc.garbage)"], [list(1), list(1)]);
    expect(view.insight).toMatchObject({ kind: "garbage-empty", title: "Empty is good." });
  });

  test("a count the picture does not explain is said aloud", () => {
    const view = lastView(["a = []", "keep(a)"], [list(1), list(3)]);
    expect(view.insight).toMatchObject({
      kind: "unexplained",
      title: "2 of 3 references are not visible here.",
    });
    expect(lastView(["a = []", "keep(a)", "pass"], [list(1), list(3), list(3)]).insight).toBe(
      undefined,
    );
  });

  test("a muted kind makes room for the next in rank", () => {
    const lines = ["a = []", "print(getrefcount(a), gc.garbage)"];
    const heaps = [list(1), list(1)];
    expect(lastView(lines, heaps).insight?.kind).toBe("getrefcount");
    expect(lastView(lines, heaps, { mutedInsights: ["getrefcount"] }).insight?.kind).toBe(
      "garbage-empty",
    );
  });
});

test("a call of getrefcount is drawn with the count it saw", () => {
  const view = lastView(["a = []", "print(getrefcount(a))"], [list(1), list(1)]);
  expect(view.calls).toEqual([
    { id: "call:1", text: "getrefcount(a)", argument: view.nodes[0]?.id, during: 2 },
  ]);
  expect(lastView(["a = []"], [list(1)]).calls).toBeUndefined();
});

test("an object its finalizer brought back is marked", () => {
  const phoenix = (finalizer: "pending" | "ran"): HeapText => ({
    p: { type: "Phoenix", refcount: 1, finalizer },
  });
  const view = lastView(["p = Phoenix()", "rise()"], [phoenix("pending"), phoenix("ran")]);
  expect(view.nodes[0]?.fate).toBe("resurrected");
});

describe("the union", () => {
  const crowd = (count: number): HeapText => ({
    all: {
      type: "list",
      refcount: 1,
      length: count,
      edges: Array.from({ length: count }, (_, place) => `[${place}] -> n${place}`),
    },
    ...Object.fromEntries(
      Array.from({ length: count }, (_, place) => [`n${place}`, { type: "Node", refcount: 2 }]),
    ),
  });

  test("has a place for everything a shaped view draws, groups and pills too", () => {
    for (const shape of [{}, { alwaysGroup: true }, { focus: { node: "o0", depth: 1 as const } }]) {
      const recorder = createRecorder({ scriptText: "all = make()" });
      const write = new MessagesForTests();
      recorder.accept(write.heap(crowd(300), { "<module>": { all: "all" } }));
      recorder.accept(write.step(1));
      const options = { showHidden: false, shape };
      const view = recorder.view(entryIndex(0), options);
      const union = recorder.unionGraph(options);
      expect(union.version).toBe(view.unionVersion);
      const placed = new Set(union.nodes.map(({ id }) => id));
      expect(view.nodes.filter(({ id }) => !placed.has(id))).toEqual([]);
      expect(recorder.unionGraph({ showHidden: false }).nodes).toHaveLength(150);
    }
  });
});
