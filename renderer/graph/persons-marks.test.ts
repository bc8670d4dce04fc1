import { expect, test } from "vitest";
import { entryIndex } from "../../electron/contract/ids";
import { classicViews } from "./gallery/classic-cycle-views";
import { PersonsMarks } from "./persons-marks";

test("a pinned object stays as a ghost in the steps after it was freed, and only there", () => {
  const marks = new PersonsMarks();
  marks.togglePin("o1");
  marks.withPinnedGhosts(classicViews[9]);
  const later = { ...classicViews[9], entry: entryIndex(10), nodes: [] };
  expect(marks.withPinnedGhosts(later).nodes.map((node) => [node.id, node.state])).toEqual([
    ["o1", "freed"],
  ]);
  const earlier = { ...later, entry: entryIndex(2) };
  expect(marks.withPinnedGhosts(earlier).nodes).toEqual([]);
  marks.togglePin("o1");
  expect(marks.withPinnedGhosts(later).nodes).toEqual([]);
});

test("the ring takes every colour in turn and is then gone", () => {
  const marks = new PersonsMarks();
  const colors = [1, 2, 3, 4].map(() => {
    marks.nextRing("o1");
    return marks.snapshot().rings.get("o1");
  });
  expect(colors).toEqual([0, 1, 2, undefined]);
});
