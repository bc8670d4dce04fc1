import { describe, expect, test } from "vitest";
import { entryIndex } from "../../electron/contract/ids";
import { stepsFrom } from "../test-support/recording-samples";
import {
  entryBack,
  entryInto,
  entryOfStepText,
  entryOut,
  entryOver,
  nextCollectionEntry,
  nextEventEntry,
  previousEventEntry,
} from "./step-travel";

// Entries        0 1 2 3   4   5 6   7   8 9
const steps = stepsFrom("0 1 2 3.1 3.2 3 4.1 4.2 4 5");
const at = entryIndex;

describe("travel commands", () => {
  test("over at module level passes by what functions do", () => {
    expect(entryOver(steps, at(2))).toBe(5);
    expect(entryOver(steps, at(5))).toBe(8);
  });

  test("over inside a function goes line by line and then to the caller's line", () => {
    expect(entryOver(steps, at(3))).toBe(4);
    expect(entryOver(steps, at(4))).toBe(5);
  });

  test("over at the end leads nowhere", () => {
    expect(entryOver(steps, at(9))).toBeUndefined();
  });

  test("into goes to the next recorded line, wherever it is", () => {
    expect(entryInto(steps, at(2))).toBe(3);
    expect(entryInto(steps, at(5))).toBe(6);
  });

  test("out ends the function, and leads nowhere at module level", () => {
    expect(entryOut(steps, at(3))).toBe(5);
    expect(entryOut(steps, at(5))).toBeUndefined();
  });

  test("back is the mirror of over", () => {
    expect(entryBack(steps, at(8))).toBe(5);
    expect(entryBack(steps, at(5))).toBe(2);
    expect(entryBack(steps, at(4))).toBe(3);
    expect(entryBack(steps, at(3))).toBe(2);
    expect(entryBack(steps, at(0))).toBeUndefined();
  });

  test("over then back from any module-level step is where one was", () => {
    const outer = steps.filter((step) => step.inner === 0).slice(0, -1);
    const thereAndBack = outer.map((step) =>
      entryBack(steps, entryOver(steps, step.entry) ?? at(0)),
    );
    expect(thereAndBack).toEqual(outer.map((step) => step.entry));
  });

  test("deeper calls are passed over from the middle of a shallower function", () => {
    const nested = stepsFrom("0 1.1 1.2 1.3 1").map((step, index) => ({
      ...step,
      depth: [0, 1, 2, 1, 0][index] ?? 0,
    }));
    expect(entryOver(nested, at(1))).toBe(3);
    expect(entryOut(nested, at(2))).toBe(3);
    expect(entryBack(nested, at(3))).toBe(1);
  });
});

describe("finding steps", () => {
  test("events are found in both directions", () => {
    const eventful = steps.map((step) =>
      step.entry === 5 ? { ...step, events: ["freed"] as const } : step,
    );
    expect(nextEventEntry(eventful, at(0))).toBe(5);
    expect(previousEventEntry(eventful, at(9))).toBe(5);
    expect(nextEventEntry(eventful, at(5))).toBeUndefined();
  });

  test("the next collection is the module-level line that runs it", () => {
    const collected = steps.map((step) =>
      step.entry >= 6 ? { ...step, events: ["collection"] as const } : step,
    );
    expect(nextCollectionEntry(collected, at(0))).toBe(8);
  });

  test("steps are named as people write them", () => {
    expect(entryOfStepText(steps, "3")).toBe(5);
    expect(entryOfStepText(steps, " 3.2 ")).toBe(4);
    expect(entryOfStepText(steps, "77")).toBeUndefined();
    expect(entryOfStepText(steps, "three")).toBeUndefined();
  });
});
