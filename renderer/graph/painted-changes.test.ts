import { expect, test } from "vitest";
import { changedArea, touches } from "./painted-changes";
import type { ScenePart } from "./scene";

const part = (key: string, x: number, y: number): ScenePart => ({
  key,
  owner: key,
  layer: "card",
  bounds: { x, y, width: 20, height: 20 },
  primitives: [],
  opacity: 1,
});
const canvas = {
  size: { width: 960, height: 480 },
  viewport: { zoom: 1, pan: { x: 0, y: 0 } },
};
const [first, second, third] = [part("a", 10, 10), part("b", 400, 200), part("c", 800, 400)];

test("nothing is painted again when nothing has changed", () => {
  expect(changedArea([first, second], [first, second], canvas)).toEqual([]);
});

test("where something came or went is painted again, and only there", () => {
  const area = changedArea([first, second], [second, third], canvas) ?? [];
  expect(touches(first, area)).toBe(true);
  expect(touches(third, area)).toBe(true);
  expect(touches(second, area)).toBe(false);
});

test("a long line touches only what is near its way", () => {
  const line = {
    ...part("line", 0, 0),
    bounds: { x: 0, y: 0, width: 960, height: 480 },
    reach: [
      { x: 0, y: 0, width: 40, height: 40 },
      { x: 900, y: 440, width: 40, height: 40 },
    ],
  };
  const area = changedArea([second], [line, second], canvas) ?? [];
  expect(touches(first, area)).toBe(true);
  expect(touches(second, area)).toBe(false);
});

test("another order, or almost everything new, paints the whole canvas", () => {
  expect(changedArea([first, second], [second, first], canvas)).toBeUndefined();
  const all = { ...first, bounds: { x: 0, y: 0, width: 960, height: 480 } };
  expect(changedArea([first], [all], canvas)).toBeUndefined();
});
