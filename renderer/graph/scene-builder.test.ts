import { expect, test } from "vitest";
import { classicUnion, classicViews } from "./gallery/classic-cycle-views";
import { sceneText } from "./gallery/scene-text";
import { zooUnion, zooView } from "./gallery/zoo-view";
import { layoutUnion } from "./graph-layout";
import type { BuiltScene } from "./scene-builder";
import { buildScene } from "./scene-builder";
import { themeTokens } from "./theme-tokens";

function classicScene(step: 6 | 7 | 8 | 9): BuiltScene {
  const positions = layoutUnion(classicUnion, new Map());
  return buildScene({
    union: classicUnion,
    view: classicViews[step],
    positions,
    theme: themeTokens("light"),
    selection: undefined,
    focus: undefined,
  });
}

test("step 8 of the classic cycle is drawn as agreed", () => {
  expect(sceneText(classicScene(8))).toMatchSnapshot();
});

test("the hull is hatched only while its cycle is unreachable", () => {
  const area = (step: 6 | 7 | 8 | 9): string =>
    sceneText({ parts: classicScene(step).parts.filter((part) => part.key === "c:1/area") });
  expect(area(7)).not.toContain("hatched");
  expect(area(8)).toContain("hatched");
  expect(area(8)).toContain("dash 9,6");
  expect(area(9)).toContain("dash 0.1,7");
});

test("nothing moves from step to step", () => {
  const [six, nine] = [classicScene(6), classicScene(9)];
  for (const [id, rect] of six.rects) expect(nine.rects.get(id)).toEqual(rect);
  expect(six.bounds.x).toBe(nine.bounds.x);
});

test("a freed object keeps its title and says when it was freed", () => {
  const text = sceneText(classicScene(9));
  expect(text.match(/"freed in step 9"/g)).toHaveLength(2);
  expect(text).not.toContain("o1/badge");
});

test("everything in the zoo is drawn and no text is wider than its card", () => {
  const union = zooUnion("all");
  const view = zooView("all");
  const scene = buildScene({
    union,
    view,
    positions: layoutUnion(union, new Map()),
    theme: themeTokens("dark"),
    selection: "o1",
    focus: "o2",
  });
  for (const node of view.nodes)
    expect(scene.parts.some((part) => part.owner === node.id)).toBe(true);
  expect(sceneText(scene)).toContain("…");
});

test("what has no place yet is left out without a fuss", () => {
  const scene = buildScene({
    union: classicUnion,
    view: classicViews[8],
    positions: new Map(),
    theme: themeTokens("light"),
    selection: undefined,
    focus: undefined,
  });
  expect(scene.parts).toEqual([]);
});
