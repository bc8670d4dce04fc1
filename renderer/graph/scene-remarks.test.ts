import { expect, test } from "vitest";
import { classicUnion, classicViews } from "./gallery/classic-cycle-views";
import { layoutUnion } from "./graph-layout";
import { buildScene, type SceneInput } from "./scene-builder";
import { remarkedScene } from "./scene-remarks";
import { themeTokens } from "./theme-tokens";

const plain: SceneInput = {
  union: classicUnion,
  view: classicViews[8],
  positions: layoutUnion(classicUnion, new Map()),
  theme: themeTokens("light"),
  selection: undefined,
  focus: undefined,
};
const scene = buildScene(plain);

test("another selection draws what was and what is selected, and leaves the rest as it is", () => {
  const selected: SceneInput = { ...plain, selection: "o1", marks: { hovered: "o2" } };
  const remarked = remarkedScene(selected, plain, scene);
  const whole = buildScene(selected);
  const sorted = (parts: typeof whole.parts): unknown =>
    parts.toSorted((one, other) => one.key.localeCompare(other.key));
  expect(sorted(remarked?.parts ?? [])).toEqual(sorted(whole.parts));
  const before = new Set(scene.parts);
  const kept = remarked?.parts.filter((part) => !["o1", "o2"].includes(part.owner)) ?? [];
  expect(kept.every((part) => before.has(part))).toBe(true);
});

test("what concerns more than single things is not drawn this way", () => {
  expect(remarkedScene({ ...plain, view: classicViews[7] }, plain, scene)).toBeUndefined();
  const picked = { ...plain, marks: { picked: "c:1" } };
  expect(remarkedScene(picked, plain, scene)).toBeUndefined();
  const opened = { ...plain, marks: { expanded: new Set(["o1"]) } };
  expect(remarkedScene(opened, plain, scene)).toBeUndefined();
});
