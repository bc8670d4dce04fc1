/** Where the collector has the objects: their generations, and gc.garbage. */
import { expect, test } from "vitest";
import { entryIndex } from "../contract/ids";
import type { ViewNode } from "../contract/subgraph-view";
import { MessagesForTests, type HeapText } from "./messages-for-tests";
import { createRecorder } from "./recorder";
import type { Recorder } from "./recorder-interface";

const objects: HeapText = {
  a: { type: "Node", refcount: 1 },
  b: { type: "Node", refcount: 1 },
  c: { type: "Node", refcount: 1 },
};
const names = { "<module>": { a: "a", b: "b", c: "c" } };

function nodesAt(recorder: Recorder, entry: number, generations: boolean): readonly ViewNode[] {
  return recorder.view(entryIndex(entry), { showHidden: false, shape: { generations } }).nodes;
}

test("the generation of each object is known at every entry, and drawn when asked for", () => {
  const write = new MessagesForTests();
  const recorder = createRecorder({ scriptText: "pass\npass\n" });
  recorder.accept(write.heap(objects, names));
  recorder.accept(write.step(1));
  recorder.accept({ ...write.heap(objects, names), oldestEnd: 1, middleEnd: 2 });
  recorder.accept(write.step(2));
  const drawn = (entry: number, asked: boolean): string =>
    nodesAt(recorder, entry, asked)
      .map(({ key, generation }) => `${key} ${generation}`)
      .join(", ");
  expect(drawn(0, true)).toBe("a 0, b 0, c 0");
  expect(drawn(1, true)).toBe("a 2, b 1, c 0");
  expect(drawn(1, false)).toBe("a undefined, b undefined, c undefined");
  const [first] = nodesAt(recorder, 1, false);
  expect(recorder.inspect(entryIndex(1), first?.id ?? "")?.generation).toBe(2);
});

test("what a collection put into gc.garbage is uncollectable while the list holds it", () => {
  const held: HeapText = {
    a: { type: "Node", refcount: 1, edges: [".x -> b"] },
    b: { type: "Node", refcount: 1, edges: [".x -> a"] },
  };
  const inList: HeapText = {
    a: { type: "Node", refcount: 2, edges: [".x -> b"] },
    b: { type: "Node", refcount: 2, edges: [".x -> a"] },
  };
  const none = { "<module>": {} };
  const write = new MessagesForTests();
  const recorder = createRecorder({ scriptText: "pass\ngc.collect()\ngc.garbage.clear()\n" });
  recorder.accept(write.heap(held, none));
  recorder.accept(write.step(1));
  recorder.accept(write.heap(held, none));
  recorder.accept(write.candidates(held));
  recorder.accept(write.collectionStart());
  recorder.accept(write.heap(inList, none));
  recorder.accept(write.collectionStop(2, 0, { gone: [], garbage: ["a", "b"] }));
  recorder.accept(write.heap(inList, none));
  recorder.accept(write.step(2));
  recorder.accept(write.heap(held, none));
  recorder.accept(write.step(3));
  const fates = (entry: number): unknown[] =>
    nodesAt(recorder, entry, false).map(({ fate }) => fate);
  expect([fates(0), fates(1), fates(2)]).toEqual([
    [undefined, undefined],
    ["uncollectable", "uncollectable"],
    [undefined, undefined],
  ]);
});
