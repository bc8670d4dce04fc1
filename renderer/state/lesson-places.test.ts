import { expect, test } from "vitest";
import type { LessonStep } from "../../electron/contract/lesson";
import { stepsFrom } from "../test-support/recording-samples";
import { entryOfAnswer, entryOfPlace } from "./lesson-places";

const lines = ["", "a = []", "del a", "gc.collect()", "del a", "gc.collect()"];
const steps = stepsFrom("0 1 2 3 4 5").map((step, at) => ({ ...step, code: lines[at] ?? "" }));

test("a step of a lesson is where its line ran, for the so-many-th time", () => {
  expect(entryOfPlace(steps, { code: "del a", turn: 1 })).toBe(2);
  expect(entryOfPlace(steps, { code: "del a", turn: 2 })).toBe(4);
  expect(entryOfPlace(steps, { code: "del a", turn: 3 })).toBeUndefined();
});

test("a line of another file of the person's is not the script's", () => {
  const others = steps.map((step) => ({ ...step, file: "/somewhere/shop.py" }));
  expect(entryOfPlace(others, { code: "del a", turn: 1 })).toBeUndefined();
});

test("a question is answered by the first run of its line from the step on", () => {
  const step = (turn: number, after: string): LessonStep => ({
    title: "",
    at: { code: "del a", turn },
    text: [],
    question: { ask: "", fact: { kind: "returned" }, after, explanation: [] },
  });
  expect(entryOfAnswer(steps, step(1, "gc.collect()"))).toBe(3);
  expect(entryOfAnswer(steps, step(2, "gc.collect()"))).toBe(5);
  expect(entryOfAnswer(steps, step(1, "del a"))).toBe(2);
  expect(entryOfAnswer(steps, step(1, "a = []"))).toBeUndefined();
});
