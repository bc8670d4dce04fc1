import { expect, test } from "vitest";
import { type ExportSettings, FIRST_SETTINGS } from "../../../electron/contract/export-settings";
import { classicUnion, classicViews } from "../../graph/gallery/classic-cycle-views";
import { layoutUnion } from "../../graph/graph-layout";
import { stepsFrom } from "../../test-support/recording-samples";
import type { PictureContent } from "../picture-content";
import { type Film, makeFilm } from "./film";

const steps = stepsFrom("0 1 2 3 4 5 6 7 8 9");
const content: PictureContent = {
  graph: { union: classicUnion, positions: layoutUnion(classicUnion, new Map()), marks: {} },
  script: "cycle.py",
  python: "3.11.7",
  lastStep: 9,
  steps: ([6, 7, 8, 9] as const).flatMap((number) => {
    const step = steps[number];
    return step === undefined ? [] : [{ step, view: classicViews[number] }];
  }),
  selection: [],
  warning: "",
};
const animation = { kind: "animation", from: 6, to: 9, speed: 1 } as const;
const settings: ExportSettings = {
  ...FIRST_SETTINGS,
  subject: animation,
  format: "gif",
  size: { kind: "scale", scale: 1 },
};
const told = { ...settings.include, stepNumber: true, codeLine: true };

function wordsAt(film: Film, index: number): readonly string[] {
  const frame = film.frames[index];
  if (frame === undefined) throw new Error(`There is no frame ${index}.`);
  const { parts, beside } = film.pictureAt(frame);
  const primitives = [...parts, ...beside].flatMap((part) => part.primitives);
  return primitives.flatMap((one) => (one.kind === "text" ? [one.text] : []));
}

test("every frame shows the same part of the plane in the same even number of pixels", () => {
  const film = makeFilm(settings, content);
  const frames = film.frames.map((frame) => JSON.stringify(film.pictureAt(frame).frame));
  expect(new Set(frames).size).toBe(1);
  const { width, height } = film.size.pixels;
  expect([width % 2, height % 2]).toEqual([0, 0]);
  expect(film.size.tooLarge).toBeUndefined();
});

test("each frame says which step it shows: in its caption, or above it", () => {
  const plain = makeFilm(settings, content);
  expect(wordsAt(plain, 0)).toContain("cycle.py, step 6 of 9: line 6, Python 3.11.7");
  expect(wordsAt(plain, plain.frames.length - 1)).toContain(
    "cycle.py, step 9 of 9: line 9, Python 3.11.7",
  );
  const headed = makeFilm({ ...settings, include: told }, content);
  const words = wordsAt(headed, headed.frames.length - 1);
  for (const one of ["Step 9", "line 9", "cycle.py, steps 6 to 9 of 9, Python 3.11.7"])
    expect(words).toContain(one);
});

test("between two steps it is neither the one nor the other that is drawn", () => {
  const film = makeFilm(settings, content);
  const drawn = (index: number): string => {
    const frame = film.frames[index];
    return frame === undefined ? "" : JSON.stringify(film.pictureAt(frame).parts);
  };
  const moving = film.frames.findIndex(({ moment }) => moment !== undefined && moment > 300);
  expect(drawn(moving)).not.toBe(drawn(0));
  expect(drawn(moving)).not.toBe(drawn(film.frames.length - 1));
});

test("the same steps and settings make the same film", () => {
  const drawn = (film: Film) =>
    JSON.stringify(film.frames.slice(0, 40).map((frame) => film.pictureAt(frame)));
  expect(drawn(makeFilm(settings, content))).toBe(drawn(makeFilm(settings, content)));
});

test("a film stands on something, and one too large to play says so", () => {
  const film = makeFilm(
    { ...settings, ground: "transparent", size: { kind: "scale", scale: 20 } },
    content,
  );
  expect(film.background).toBe("#FFFFFF");
  expect(film.size.tooLarge).toMatch(/pixels is too large to play/);
});
