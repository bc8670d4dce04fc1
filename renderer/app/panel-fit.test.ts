import { expect, test } from "vitest";
import { usualSizes } from "../../electron/contract/window-layout";
import { fitPanels, type PanelFit, type PanelWishes } from "./panel-fit";

const wishes: PanelWishes = {
  sizes: usualSizes,
  leftOpen: true,
  bottomOpen: true,
  inspectorOpen: true,
  presenting: false,
  hasLesson: false,
};
const fit = (width: number, height: number, change: Partial<PanelWishes> = {}): PanelFit =>
  fitPanels({ width, height }, { ...wishes, ...change });
const sizes = (width: number, height: number, change: Partial<PanelWishes> = {}): string =>
  Object.values(fit(width, height, change).sizes).join(" ");

test("a window of 1440x900 shows every panel in its usual size", () => {
  expect(sizes(1440, 900)).toBe("336 332 150 158");
});

test("a window of 1024x700 has a narrower left column, a lower timeline and output, and the inspector as a drawer", () => {
  expect(sizes(1024, 700)).toBe("300 0 112 118");
  expect(fit(1024, 700)).toMatchObject({ narrow: true, low: true, inspectorIsDrawer: true });
});

test("a size somebody chose is kept in a small window where it fits", () => {
  expect(
    fit(1024, 700, { sizes: { ...usualSizes, left: 400, timeline: 110 } }).sizes,
  ).toMatchObject({ left: 400, timeline: 110 });
});

test("the canvas keeps 420x320: the inspector shrinks, then goes, then the left column", () => {
  const wide = { sizes: { ...usualSizes, left: 500, inspector: 500 } };
  expect(sizes(1300, 900, wide)).toBe("500 380 150 158");
  expect(sizes(1200, 900, { sizes: { ...usualSizes, left: 700 } })).toBe("700 0 150 158");
  expect(sizes(720, 450)).toBe("300 0 112 104");
  expect(fit(512, 700)).toMatchObject({ leftIsDrawer: true, sizes: { left: 0, inspector: 0 } });
  expect(fit(1440, 560).sizes.timeline).toBe(118);
  expect(fit(1440, 500).sizes.timeline).toBe(104);
});

test("a presentation has no columns, and a timeline with room for larger letters", () => {
  expect(sizes(1440, 900, { presenting: true })).toBe("0 0 150 156");
  expect(fit(1440, 900, { presenting: true }).inspectorIsDrawer).toBe(true);
});

test("a lesson stands beside the graph where it can, in a small window and in a presentation, too", () => {
  expect(fit(1024, 700, { hasLesson: true })).toMatchObject({
    inspectorIsDrawer: false,
    sizes: { left: 300, inspector: 304 },
  });
  expect(fit(1440, 900, { hasLesson: true, presenting: true })).toMatchObject({
    inspectorIsDrawer: false,
    sizes: { left: 0, inspector: 438 },
  });
  expect(fit(900, 700, { hasLesson: true }).inspectorIsDrawer).toBe(true);
});
