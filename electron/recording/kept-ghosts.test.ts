/** How long what is gone stays drawn: for the step that took it away, not at all, or to the end. */
import { expect, test } from "vitest";
import { entryIndex } from "../contract/ids";
import type { ViewShape } from "../contract/view-options";
import { MessagesForTests } from "./messages-for-tests";
import { createRecorder } from "./recorder";

const write = new MessagesForTests();
const recorder = createRecorder({ scriptText: "x = []\ny = {}\ndel x\ndel y\npass\n" });
const x = { type: "list", refcount: 1, address: 64 };
const y = { type: "dict", refcount: 1, address: 128 };
for (const message of [
  write.heap({}, { "<module>": {} }),
  write.step(undefined),
  write.heap({ x }, { "<module>": { x: "x" } }),
  write.step(1),
  write.heap({ x, y }, { "<module>": { x: "x", y: "y" } }),
  write.step(2),
  write.heap({ y }, { "<module>": { y: "y" } }),
  write.step(3),
  write.heap({}, { "<module>": {} }),
  write.step(4),
  write.heap({}, { "<module>": {} }),
  write.step(5),
])
  recorder.accept(message);

const goneAt = (entry: number, shape: ViewShape): string =>
  recorder
    .view(entryIndex(entry), { showHidden: false, shape })
    .nodes.filter((node) => node.state === "freed")
    .map((node) => node.key)
    .toSorted()
    .join(" ");

test("usually for the one step", () => {
  expect([3, 4, 5].map((entry) => goneAt(entry, {}))).toEqual(["x", "y", ""]);
});

test("to the end, and no longer when going back", () => {
  expect([5, 4, 3, 2].map((entry) => goneAt(entry, { ghosts: "all" }))).toEqual([
    "x y",
    "x y",
    "x",
    "",
  ]);
});

test("not at all, nor the tag of a deleted name", () => {
  const view = recorder.view(entryIndex(3), { showHidden: false, shape: { ghosts: "none" } });
  expect(view.nodes.map((node) => node.key)).toEqual(["y"]);
  expect(view.names.map(({ name }) => name)).toEqual(["y"]);
});
