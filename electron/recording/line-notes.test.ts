/** The notes at the ends of lines: of the step's own line, and of the lines it called. */
import { expect, test } from "vitest";
import { entryIndex } from "../contract/ids";
import { MessagesForTests, type HeapText } from "./messages-for-tests";
import { createRecorder } from "./recorder";

const alone: HeapText = { a: { type: "Node", refcount: 1 } };
const shared: HeapText = {
  a: { type: "Node", refcount: 2 },
  box: { type: "list", refcount: 1, length: 1, edges: ["[0] -> a"] },
};

test("a step notes what its called lines did, each on its line and in its file", () => {
  const write = new MessagesForTests();
  const recorder = createRecorder({ scriptText: "a = Node()\nkeep(a)\n" });
  recorder.accept(write.heap(alone, { "<module>": { a: "a" } }));
  recorder.accept(write.step(1));
  recorder.accept(write.heap(shared, { "<module>": { a: "a" }, keep: { box: "box" } }));
  recorder.accept(write.step(5, { depth: 1, scope: "keep", file: "/shop.py" }));
  recorder.accept(write.heap(alone, { "<module>": { a: "a" } }));
  recorder.accept(write.step(2, { how: "continued" }));
  const notes = (entry: number): unknown =>
    recorder.view(entryIndex(entry), { showHidden: false }).notes;
  expect(notes(1)).toContainEqual({
    line: 5,
    file: "/shop.py",
    text: "a 1 → 2",
    tone: "neutral",
  });
  expect(notes(2)).toContainEqual({
    line: 5,
    file: "/shop.py",
    text: "a 1 → 2",
    tone: "neutral",
  });
});
