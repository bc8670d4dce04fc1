import { expect, test } from "vitest";
import { exactnessWords } from "./exactness-words";

const short = (...args: Parameters<typeof exactnessWords>) =>
  exactnessWords(...args).map((words) => words.short);

test("an exact run needs no words", () => {
  expect(exactnessWords({ inexact: [], otherTracer: false }, "3.12.1")).toEqual([]);
});

test("each reason is told once, a debugger first", () => {
  expect(short({ inexact: ["free-threaded"], otherTracer: true }, "3.13.0")).toEqual([
    "A debugger is attached",
    "Prediction only: free-threaded Python",
  ]);
  expect(short({ inexact: ["incremental"], otherTracer: false }, "3.14.2")).toEqual([
    "Python 3.14.2 collects in small steps: automatic collections are predictions",
  ]);
  expect(short({ inexact: ["counts", "free-lists"], otherTracer: false }, "3.15.0")).toHaveLength(
    1,
  );
});
