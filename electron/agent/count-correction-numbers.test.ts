/** The search for the correction of the start. */
import { describe, expect, it } from "vitest";
import { areEqual, finish, improve, noCorrection, readFacts } from "./count-correction-numbers";

const plain = { counts: [650, 9, 0, 9, 0, 0, 700, 10, 10], waiting: [5, 12], imports: [200, 11] };

describe("the correction of the start", () => {
  it("reads what the probe tells, and nothing else", () => {
    expect(readFacts("650 9 0 9 0 0 700 10 10\n5 12\n200 11\n")).toEqual(plain);
    expect(readFacts("650 9 0\n5 12\n200 11")).toBeUndefined();
    expect(readFacts("650 9 0 9 0 0 700 10 10\n5 12")).toBeUndefined();
    expect(readFacts("")).toBeUndefined();
    expect(readFacts("650 9 0 9 0 0 700 10 x\n5 12\n200 11")).toBeUndefined();
  });

  it("takes back a collection that came too early, with its whole threshold", () => {
    const seen = { counts: [30, 10, 0, 10, 0, 0, 700, 10, 10], waiting: [5, 10], imports: [0, 0] };
    const next = improve(noCorrection(plain), plain, seen);
    expect(next.atStart).toEqual([650 - 30 - 701, 0, 0, 0, 2]);
    expect(next.atFirstLine).toEqual([0, 0, 0]);
  });

  it("never asks for fewer than no objects at the start, but may at the first line", () => {
    const seen = { ...plain, waiting: [7, 12] };
    expect(improve(noCorrection(plain), plain, seen).atStart).toEqual([0, 0, 0, 0, 0]);
    expect(finish(noCorrection(plain), plain, seen).atFirstLine).toEqual([0, -2, 0]);
  });

  it("adds at the first import of a module what plain Python counts there and the agent has counted before", () => {
    const seen = { ...plain, imports: [6, 12] };
    expect(finish(noCorrection(plain), plain, seen).firstImports).toEqual([194, -1]);
    expect(areEqual(plain, seen)).toBe(true);
  });

  it("is over when the two starts are equal, whatever imports count", () => {
    expect(areEqual(plain, { ...plain, counts: [...plain.counts] })).toBe(true);
    expect(areEqual(plain, { ...plain, waiting: [5, 13] })).toBe(false);
  });
});
