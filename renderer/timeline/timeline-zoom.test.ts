import { expect, test } from "vitest";
import { stepsFrom } from "../test-support/recording-samples";
import { collectionMarks } from "./collection-places";
import { panned, showing, slotX, timelineScale, wholeRecording, zoomed } from "./timeline-scale";

const slots = stepsFrom(Array.from({ length: 101 }, (_, index) => index).join(" "));
const entryOf = (slot: number): (typeof slots)[number]["entry"] => {
  const step = slots[slot];
  if (step === undefined) throw new Error(`There is no slot ${slot}.`);
  return step.entry;
};

test("the slot that is zoomed round stays where it is", () => {
  const before = slotX(timelineScale(slots, 1080), 60);
  const near = zoomed(wholeRecording, 4, 60, slots.length);
  expect(near.factor).toBe(4);
  expect(slotX(timelineScale(slots, 1080, near), 60)).toBeCloseTo(before);
  expect(zoomed(near, 0.01, 60, slots.length)).toEqual(wholeRecording);
});

test("panning and following stay within the recording", () => {
  const near = zoomed(wholeRecording, 4, 0, slots.length);
  expect(panned(near, -1, slots.length).first).toBe(0);
  expect(panned(near, 9, slots.length).first).toBe(75);
  expect(showing(near, 10, slots.length)).toEqual(near);
  expect(showing(near, 60, slots.length).first).toBe(47.5);
});

test("collections that would touch share one mark", () => {
  const scale = timelineScale(slots, 1080);
  const at = (slot: number, trigger: "explicit" | "person") => ({
    entry: entryOf(slot),
    trigger,
    freed: 1,
  });
  const marks = collectionMarks([at(5, "explicit"), at(6, "explicit"), at(50, "person")], scale);
  expect(marks.map(({ word, count }) => `${word} ${count}`)).toEqual(["gc 2", "you 1"]);
});
