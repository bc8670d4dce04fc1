import { describe, expect, test } from "vitest";
import { entryIndex } from "../../electron/contract/ids";
import { stepsFrom } from "../test-support/recording-samples";
import { memoryChart } from "./memory-chart";
import { tickLabel } from "./tick-label";
import {
  axisTicks,
  axisTop,
  shownSlots,
  slotAtX,
  slotOfEntry,
  slotX,
  thinnedSlots,
  timelineScale,
} from "./timeline-scale";

const cycle = stepsFrom("0 1 2 3.1 3.2 3 4.1 4.2 4 5 6 7 8 9.1 9.2 9");
const labels = (slots: readonly { step: number; inner: number }[]): string =>
  slots.map((slot) => (slot.inner === 0 ? slot.step : `${slot.step}.${slot.inner}`)).join(" ");

describe("which steps have a place", () => {
  test("module-level steps only, until a step is opened", () => {
    expect(labels(shownSlots(cycle, undefined))).toBe("0 1 2 3 4 5 6 7 8 9");
    expect(labels(shownSlots(cycle, 3))).toBe("0 1 2 3.1 3.2 3 4 5 6 7 8 9");
  });

  test("a program that does everything in one call is opened by itself", () => {
    const inner = Array.from({ length: 40 }, (_, index) => `3.${index + 1}`).join(" ");
    expect(shownSlots(stepsFrom(`0 1 2 ${inner} 3`), undefined)).toHaveLength(44);
  });

  test("the step that still runs shows its inner steps as they come", () => {
    expect(labels(shownSlots(stepsFrom("0 1 2 3 4 5.1 5.2"), undefined))).toBe("0 1 2 3 4 5.1 5.2");
  });
});

describe("slot and pixel", () => {
  const scale = timelineScale(shownSlots(cycle, undefined), 1104);

  test("are inverse to each other", () => {
    for (let slot = 0; slot < 10; slot += 1) expect(slotAtX(scale, slotX(scale, slot))).toBe(slot);
    expect(slotAtX(scale, -50)).toBe(0);
    expect(slotAtX(scale, 5000)).toBe(9);
  });

  test("an entry of a closed step stands where its step stands", () => {
    expect(slotOfEntry(scale.slots, entryIndex(5))).toBe(3);
    expect(slotOfEntry(scale.slots, entryIndex(3))).toBe(3);
    expect(slotOfEntry(scale.slots, entryIndex(15))).toBe(9);
  });

  test("thinning keeps the wanted slot and nobody who would touch it", () => {
    const many = timelineScale(
      stepsFrom(Array.from({ length: 1000 }, (_, index) => index).join(" ")),
      1000,
    );
    const kept = thinnedSlots(many, 100, 503);
    expect(kept).toContain(503);
    expect(kept.length).toBeLessThan(12);
    const places = kept.map((slot) => slotX(many, slot)).toSorted((one, other) => one - other);
    for (let index = 1; index < places.length; index += 1)
      expect(places[index]! - places[index - 1]!).toBeGreaterThanOrEqual(90);
  });
});

describe("the axis", () => {
  test("ends on a number that splits well", () => {
    expect([1, 2, 7, 11, 201, 1200].map(axisTop)).toEqual([1, 2, 8, 15, 300, 1500]);
  });

  test("labels each count while they are few, then halves", () => {
    expect(axisTicks(2, 4)).toEqual([0, 1, 2]);
    expect(axisTicks(8, 4)).toEqual([0, 4, 8]);
    expect(axisTicks(15, 4)).toEqual([0, 15]);
  });
});

describe("the chart", () => {
  const y = (count: number): number => 100 - count * 10;

  test("hatches exactly what is in memory and not reachable", () => {
    const steps = stepsFrom("0 1 2").map((step, index) => ({
      ...step,
      inMemory: 3,
      reachable: index === 1 ? 0 : 3,
    }));
    const chart = memoryChart(timelineScale(steps, 1080), y);
    expect(chart.garbage).toBe("M520 70H1020V100H520Z");
    expect(chart.label).toEqual({ x: 770, y: 89 });
  });

  test("costs no more than the width with ten thousand steps, and loses no peak", () => {
    const steps = stepsFrom(Array.from({ length: 10_000 }, (_, index) => index).join(" ")).map(
      (step) => ({
        ...step,
        inMemory: step.step === 5003 ? 9 : 1,
        reachable: 1,
      }),
    );
    const chart = memoryChart(timelineScale(steps, 1000), y);
    expect(chart.inMemory.length).toBeLessThan(25_000);
    expect(chart.inMemory).toContain("V10H");
    expect(chart.garbage).not.toBe("");
  });
});

test("labels of ticks say the code in few letters", () => {
  const label = (code: string): string => tickLabel({ ...stepsFrom("0 1")[1]!, code }, 12);
  expect(label("class MyObject:")).toBe("class MyObj…");
  expect(label('obj1 = MyObject("obj1")')).toBe("obj1 = …");
  expect(label("del obj2")).toBe("del obj2");
  expect(label("print(something_long)")).toBe("print(somet…");
  expect(tickLabel(stepsFrom("0")[0]!, 12)).toBe("start");
});
