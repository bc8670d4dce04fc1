import { describe, expect, test } from "vitest";
import { entryIndex } from "../../electron/contract/ids";
import type { StepSummary } from "../../electron/contract/session-events";
import { stepsFrom } from "../test-support/recording-samples";
import { initialState, type AppState } from "./app-state";
import { entryOfLine, firstEntryOfLine, nextBreakpointEntry } from "./breakpoint-travel";

/** Line 1, then line 2, which calls a function of lines 10 and 11; then line 3. */
const calls: readonly Partial<StepSummary>[] = [
  { line: undefined, nextLine: 1 },
  { line: 1, nextLine: 2 },
  { line: 10, nextLine: 11, depth: 1 },
  { line: 11, nextLine: undefined, depth: 1 },
  { line: 2, nextLine: 3 },
  { line: 3, nextLine: undefined },
];

function recorded(change: Partial<AppState> = {}, from = 0): AppState {
  const steps = stepsFrom("0 1 2.1 2.2 2 3").map((step, at) => ({ ...step, ...calls[at] }));
  const travel = { entry: entryIndex(from), direction: "jump", follows: "no" } as const;
  return { ...initialState, steps, travel, ...change };
}
const mark = (line: number, condition = "") => ({ file: "", line, condition, enabled: true });

describe("the next breakpoint in the recording", () => {
  test("is the entry at which its line is about to run", () => {
    expect(nextBreakpointEntry(recorded({ breakpoints: [mark(3)] }))).toBe(4);
    expect(nextBreakpointEntry(recorded({ breakpoints: [mark(3)] }, 4))).toBeUndefined();
  });

  test("on a function's first line is the first entry that has the call's names", () => {
    expect(nextBreakpointEntry(recorded({ breakpoints: [mark(10)] }))).toBe(2);
    expect(nextBreakpointEntry(recorded({ breakpoints: [mark(11)] }))).toBe(2);
  });

  test("is not met when it is off, or in another file", () => {
    const off = { ...mark(3), enabled: false };
    const elsewhere = { ...mark(3), file: "/shop.py" };
    expect(nextBreakpointEntry(recorded({ breakpoints: [off, elsewhere] }))).toBeUndefined();
  });

  test("with a condition is met where the program itself paused, for only there it was asked", () => {
    const breakpoints = [mark(3, "n > 2")];
    expect(nextBreakpointEntry(recorded({ breakpoints }))).toBeUndefined();
    const pausedEntries = new Set([entryIndex(4)]);
    expect(nextBreakpointEntry(recorded({ breakpoints, pausedEntries }))).toBe(4);
  });

  test("where the program paused before a function's first line is met once", () => {
    const paused = { breakpoints: [mark(10)], pausedEntries: new Set([entryIndex(1)]) };
    expect(nextBreakpointEntry(recorded(paused))).toBe(1);
    expect(nextBreakpointEntry(recorded(paused, 1))).toBeUndefined();
  });
});

test("a line is looked for from here on, or from the start", () => {
  expect(entryOfLine(recorded({}, 3), { file: "", line: 2 })).toBeUndefined();
  expect(firstEntryOfLine(recorded({}, 3), { file: "", line: 2 })).toBe(1);
  expect(firstEntryOfLine(recorded(), { file: "", line: 99 })).toBeUndefined();
});
