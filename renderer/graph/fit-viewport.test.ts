import { expect, test } from "vitest";
import { boundsOfUnion, fitViewport } from "./fit-viewport";
import { classicUnion } from "./gallery/classic-cycle-views";
import { layoutUnion } from "./graph-layout";

test("the classic cycle fits at full size between the banner and the legend of a 1440 x 900 window", () => {
  const bounds = boundsOfUnion(classicUnion, layoutUnion(classicUnion, new Map()), true)!;
  const { zoom, pan } = fitViewport(bounds, { width: 772, height: 632 });
  expect(zoom).toBe(1);
  expect(pan.y + bounds.y).toBeGreaterThanOrEqual(126);
  expect(pan.y + bounds.y + bounds.height).toBeLessThanOrEqual(632 - 84);
});

test("a large graph is made small enough, a small one is not blown up", () => {
  expect(
    fitViewport({ x: 0, y: 0, width: 4000, height: 300 }, { width: 800, height: 700 }).zoom,
  ).toBeCloseTo(768 / 4000);
  expect(fitViewport({ x: 0, y: 0, width: 40, height: 30 }, { width: 800, height: 700 }).zoom).toBe(
    1,
  );
});
