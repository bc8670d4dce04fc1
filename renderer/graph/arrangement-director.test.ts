import { expect, test } from "vitest";
import { directArrangement } from "./arrangement-director";
import { classicUnion, classicViews } from "./gallery/classic-cycle-views";
import { layoutUnion } from "./graph-layout";
import { type BuiltScene, buildScene } from "./scene-builder";
import { mixScenes } from "./scene-mixer";
import { themeTokens } from "./theme-tokens";

const places = layoutUnion(classicUnion, new Map());

function sceneWith(x: number): BuiltScene {
  const positions = new Map(places).set("o1", { x, y: 50 });
  const theme = themeTokens("light");
  const view = classicViews[8];
  const union = classicUnion;
  return buildScene({ union, view, positions, theme, selection: undefined, focus: undefined });
}

test("a card slides from its old place to its new one in 400 ms, and what stayed does not move", () => {
  const [before, after] = [sceneWith(100), sceneWith(300)];
  const story = directArrangement(before.rects, after.rects, false);
  expect(story.changes.map((change) => change.kind === "slide" && change.owner)).toEqual(["o1"]);
  const fillAt = (time: number): number | undefined =>
    mixScenes(before, after, story)
      .at(time)
      .find((part) => part.key === "o1/fill")?.bounds.x;
  const first = before.parts.find((part) => part.key === "o1/fill")?.bounds.x ?? 0;
  expect(fillAt(0)).toBeCloseTo(first, 5);
  expect(fillAt(200)).toBeGreaterThan(first + 20);
  expect(fillAt(400)).toBeCloseTo(first + 200, 5);
});

test("without motion the new arrangement fades in", () => {
  const story = directArrangement(sceneWith(100).rects, sceneWith(300).rects, true);
  expect(story.changes).toEqual([]);
  expect(story.duration).toBe(120);
});
