import { expect, test } from "vitest";
import type { ReportStep } from "../contract/report";
import { lessonFact } from "./lesson-fact";

const step: ReportStep = {
  step: 9,
  inner: 0,
  line: 19,
  file: "",
  code: "gc.collect()",
  scope: "<module>",
  stdout: "",
  stderr: "",
  names: [{ scope: "<module>", name: "b", object: "a" }],
  objects: [
    { key: "a", type: "list", size: 56, refcount: 2, state: "reachable" },
    { key: "MyObject#1", type: "MyObject", size: 48, refcount: 1, state: "unreachable" },
    { key: "MyObject#2", type: "MyObject", size: 48, refcount: 1, state: "unreachable" },
  ],
  references: [],
  cycles: [],
  freed: [],
  collections: [
    { generation: 0, trigger: "automatic", collected: 7, uncollectable: 0 },
    { generation: 2, trigger: "explicit", collected: 2, uncollectable: 1 },
  ],
};

test("what collect returned is the number of the collection the script asked for", () => {
  expect(lessonFact({ kind: "returned" }, step)).toBe(3);
  expect(lessonFact({ kind: "returned" }, { ...step, collections: [] })).toBeUndefined();
});

test("a count is asked for by a name or by the key of the graph", () => {
  expect(lessonFact({ kind: "refcount", name: "b" }, step)).toBe(2);
  expect(lessonFact({ kind: "refcount", name: "MyObject#2" }, step)).toBe(1);
  expect(lessonFact({ kind: "refcount", name: "gone" }, step)).toBeUndefined();
});

test("objects in memory are counted by type, the unreachable ones too", () => {
  expect(lessonFact({ kind: "alive", type: "MyObject" }, step)).toBe(2);
  expect(lessonFact({ kind: "alive", type: "dict" }, step)).toBe(0);
});
