import { expect, test } from "vitest";
import { type ExportSettings, FIRST_SETTINGS } from "../../electron/contract/export-settings";
import { entryIndex } from "../../electron/contract/ids";
import { classicUnion, classicViews } from "../graph/gallery/classic-cycle-views";
import { layoutUnion } from "../graph/graph-layout";
import { stepsFrom } from "../test-support/recording-samples";
import { composePicture, type Picture } from "./compose-picture";
import type { PictureContent } from "./picture-content";
import { clampMessage } from "./picture-size";

const all = stepsFrom("0 1 2 3 4 5 6 7 8 9");
const positions = layoutUnion(classicUnion, new Map());

function contentOf(...numbers: readonly (6 | 7 | 8 | 9)[]): PictureContent {
  return {
    graph: { union: classicUnion, positions, marks: {} },
    script: "cycle.py",
    python: "3.11.7",
    lastStep: 9,
    steps: numbers.flatMap((number) => {
      const step = all[number];
      return step === undefined ? [] : [{ step, view: classicViews[number] }];
    }),
    seen: { area: { x: 100, y: 50, width: 500, height: 400 }, zoom: 0.5 },
    selection: ["o1", "o3"],
    warning: "",
  };
}

function composed(change: Partial<ExportSettings>, content = contentOf(8)): Picture {
  return composePicture({ ...FIRST_SETTINGS, ...change }, content);
}

function words({ parts, beside }: Picture): readonly string[] {
  return [...parts, ...beside].flatMap(({ primitives }) =>
    primitives.flatMap((primitive) => (primitive.kind === "text" ? [primitive.text] : [])),
  );
}

test("a slide has its pixels, and a column of a paper its width at 300 dots to the inch", () => {
  expect(composed({ size: { kind: "slide" } }).size.pixels).toEqual({ width: 1920, height: 1080 });
  const twice = composed({ size: { kind: "slide-2x" } }).size;
  expect(twice.pixels).toEqual({ width: 3840, height: 2160 });
  expect(twice.millimetres).toEqual({ width: 338.67, height: 190.5 });
  const column = composed({ size: { kind: "paper-column" } }).size;
  expect(column.pixels.width).toBe(1004);
  expect(column.millimetres.width).toBe(85);
  expect(composed({ size: { kind: "paper-full" } }).size.pixels.width).toBe(2102);
});

test("the smallest words are told in points of the paper they end up on", () => {
  const natural = composed({ size: { kind: "scale", scale: 1 } });
  // The count in the legend is 9.5 pixels high, at 96 to the inch.
  expect(natural.smallestText).toBe(7.1);
  expect(composed({ size: { kind: "scale", scale: 4 } }).smallestText).toBe(7.1);
  const column = composed({ size: { kind: "paper-column" } });
  const shrunk = 85 / natural.size.millimetres.width;
  expect(column.smallestText).toBeCloseTo(7.125 * shrunk, 1);
});

test("more pixels than a canvas holds are refused with the way out", () => {
  const { size } = composed({ size: { kind: "scale", scale: 40 } });
  expect(size.clamped).toBe(true);
  expect(size.pixels.width * size.pixels.height).toBeLessThanOrEqual(16_384 * 16_384);
  expect(clampMessage(size)).toBe("Larger than 268 megapixels. Use SVG or PDF.");
  expect(clampMessage(composed({}).size)).toBeUndefined();
});

test("everything stands in the same place in each picture of a filmstrip", () => {
  const content = contentOf(6, 7, 8, 9);
  const subject = { kind: "filmstrip", from: 6, to: 9, columns: 2 } as const;
  const include = { ...FIRST_SETTINGS.include, stepNumber: true, codeLine: true };
  const picture = composed({ subject, include }, content);
  const placeIn = (step: number, owner: string): readonly number[] => {
    const [cell, face] = ["cell", `${owner}/badge`].map((key) =>
      picture.parts.find((one) => one.key === `step${step}-${key}`),
    );
    if (cell === undefined || face === undefined) throw new Error(`${owner} is not in ${step}`);
    return [face.bounds.x - cell.bounds.x, face.bounds.y - cell.bounds.y];
  };
  for (const owner of ["o1", "o2"])
    for (const step of [7, 8]) expect(placeIn(step, owner)).toEqual(placeIn(6, owner));
  const boxes = [6, 7, 8].map(
    (step) => picture.parts.find((one) => one.key === `step${step}-cell`)?.bounds,
  );
  expect(boxes[0]?.y).toBe(boxes[1]?.y);
  expect(boxes[2]?.x).toBe(boxes[0]?.x);
  expect(words(picture)).toEqual(
    expect.arrayContaining(["Step 6", "line 6", "cycle.py, steps 6 to 9 of 9, Python 3.11.7"]),
  );
});

test("a selection is its objects, their names and the references between them", () => {
  const said = words(composed({ subject: { kind: "selection" } }));
  expect(said).toContain("class");
  expect(said).not.toContain("'obj2'");
  expect(said).not.toContain("Global names");
});

test("the current view has the pixels of the window, and shows nothing beside it", () => {
  const nothing = { legend: false, caption: false, stepNumber: false, codeLine: false };
  const picture = composed({ subject: { kind: "view" }, include: nothing });
  expect(picture.frame).toEqual({ x: 100, y: 50, width: 500, height: 400 });
  expect(picture.size.pixels).toEqual({ width: 500, height: 400 });
  expect(picture.clip).toEqual(picture.frame);
});

test("the ground decides the colours, not the window", () => {
  const ground = (change: Partial<ExportSettings>): string | undefined =>
    composed({ theme: "dark", ...change }).background;
  expect(ground({})).toBe("#FFFFFF");
  expect(ground({ ground: "theme" })).toBe("#14181D");
  expect(ground({ ground: "transparent" })).toBeUndefined();
  const inks = (change: Partial<ExportSettings>): string =>
    JSON.stringify(composed({ theme: "dark", ground: "transparent", ...change }).parts);
  expect(inks({})).toContain("#E6EEFC");
  expect(inks({ transparentColours: "theme" })).toContain("#16304F");
  // Grey printing: no colour at all is left.
  const print = JSON.stringify(composed({ ground: "print" }));
  for (const [, red, green, blue] of print.matchAll(/#(..)(..)(..)"/g)) {
    const levels = [red, green, blue].map((level) => Number.parseInt(level ?? "", 16));
    expect(Math.max(...levels) - Math.min(...levels)).toBeLessThan(24);
  }
});

test("memory addresses are left out where they are not wanted", () => {
  const [step] = contentOf(8).steps;
  if (step === undefined) throw new Error("There is a step 8.");
  const nodes = step.view.nodes.map((node) => ({
    ...node,
    rows: [{ label: "at", text: "A 0x7f31c0", value: "text" } as const],
  }));
  const view = { ...step.view, entry: entryIndex(8), nodes };
  const content = { ...contentOf(8), steps: [{ ...step, view }] };
  const said = (anonymise: boolean): string => words(composed({ anonymise }, content)).join("|");
  expect(said(false)).toContain("0x7f31c0");
  expect(said(true)).not.toContain("0x7f31c0");
  expect(said(true)).toContain("0x…");
});

test("what nobody may miss stands in the picture even without a caption", () => {
  const include = { ...FIRST_SETTINGS.include, caption: false };
  const picture = composed({ include }, { ...contentOf(8), warning: "What if, not real." });
  expect(words(picture)).toContain("What if, not real.");
});
