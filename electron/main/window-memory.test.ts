import { expect, test } from "vitest";
import { usualSizes } from "../contract/window-layout";
import {
  layoutOf,
  rememberedPlace,
  screenKey,
  withScreen,
  type WindowMemory,
} from "./window-memory";

const laptop = { x: 0, y: 0, width: 1440, height: 875 };
const beamer = { x: 1440, y: 0, width: 1920, height: 1080 };
const onLaptop = { bounds: { x: 100, y: 50, width: 1200, height: 800 }, maximized: false };
const onBeamer = { bounds: { x: 1500, y: 20, width: 1700, height: 1000 }, maximized: true };

const memory: WindowMemory = withScreen(
  withScreen({ last: "", screens: {} }, screenKey(laptop), { place: onLaptop }),
  screenKey(beamer),
  { place: onBeamer },
);

test("the window opens where it was last", () => {
  expect(rememberedPlace(memory, [laptop, beamer])).toEqual(onBeamer);
});

test("without the screen it was on, it opens where it was on the screen that is there", () => {
  expect(rememberedPlace(memory, [laptop])).toEqual(onLaptop);
});

test("a place on no screen of now is not used", () => {
  expect(rememberedPlace(memory, [{ x: 0, y: 0, width: 1024, height: 700 }])).toBeUndefined();
  const above = { ...onLaptop, bounds: { ...onLaptop.bounds, y: -40 } };
  const lost = withScreen(memory, screenKey(laptop), { place: above });
  expect(rememberedPlace(lost, [laptop])).toBeUndefined();
});

test("a layout with sizes that are none is refused", () => {
  const layout = { sizes: usualSizes, leftOpen: true, bottomOpen: false, inspectorOpen: true };
  expect(layoutOf(layout)).toMatchObject({ sizes: usualSizes, bottomOpen: false });
  expect(layoutOf({ ...layout, sizes: { ...usualSizes, left: "wide" } })).toBeUndefined();
  expect(layoutOf({ ...layout, sizes: { ...usualSizes, left: -3 } })).toBeUndefined();
});
