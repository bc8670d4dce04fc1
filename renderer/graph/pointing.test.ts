import { expect, test } from "vitest";
import { classicUnion, classicViews } from "./gallery/classic-cycle-views";
import { layoutUnion } from "./graph-layout";
import { dimOthers, legendMembers, neighbourhood } from "./highlights";
import { edgeAt, hullLabelAt, nodeAt } from "./hit-test";
import { pickedFrom } from "./picked";
import { buildScene } from "./scene-builder";
import { themeTokens } from "./theme-tokens";

const view = classicViews[8];
const scene = buildScene({
  union: classicUnion,
  view,
  positions: layoutUnion(classicUnion, new Map()),
  theme: themeTokens("light"),
  selection: undefined,
  focus: undefined,
});
const onLine = scene.routes.get("e:o1:o2:reference")?.route.track[4] ?? { x: 0, y: 0 };

test("a reference is found a few pixels beside its line and not further away", () => {
  expect(edgeAt(scene, { x: onLine.x + 5, y: onLine.y }, 7)).toBe("e:o1:o2:reference");
  expect(edgeAt(scene, { x: onLine.x + 40, y: onLine.y }, 7)).toBeUndefined();
});

test("of two lines the nearer one is found, and a label is part of its line", () => {
  const other = scene.routes.get("e:o2:o1:reference")?.route.track[12] ?? { x: 0, y: 0 };
  expect(edgeAt(scene, other, 200)).toBe("e:o2:o1:reference");
  const plate = scene.parts.find((part) => part.key === "e:o1:o2:reference/label")?.bounds;
  if (plate === undefined) throw new Error("The reference has a label.");
  expect(edgeAt(scene, { x: plate.x + 3, y: plate.y + 3 }, 0)).toBe("e:o1:o2:reference");
});

test("the words on a hull pick the cycle with its members", () => {
  const words = scene.parts.find((part) => part.key === "c:1/label")?.bounds;
  if (words === undefined) throw new Error("The hull has words.");
  const found = hullLabelAt(scene.parts, { x: words.x + 10, y: words.y + 10 });
  expect(pickedFrom(view, found ?? "")).toEqual({
    kind: "cycle",
    id: "c:1",
    members: ["o1", "o2"],
  });
});

test("a picked reference tells its kind, its label and its ends", () => {
  expect(pickedFrom(view, "e:o1:o2:reference")).toEqual({
    kind: "edge",
    id: "e:o1:o2:reference",
    edge: "reference",
    label: ".ref",
    from: "o1",
    to: "o2",
  });
});

test("a card is found where it is drawn", () => {
  const card = scene.rects.get("o2");
  expect(nodeAt(scene.rects, { x: (card?.x ?? 0) + 4, y: (card?.y ?? 0) + 4 })).toBe("o2");
});

test("pointing at an object keeps it, its neighbours and its cycle bright and everything else at a quarter", () => {
  const near = neighbourhood(view, "o1");
  expect(near.has("o2") && near.has("o3") && near.has("c:1")).toBe(true);
  const dimmed = dimOthers(scene.parts, near);
  const opacity = (owner: string): number | undefined =>
    dimmed.find((part) => part.owner === owner)?.opacity;
  expect(opacity("o2")).toBe(1);
  expect(opacity("n:s:0:<module>:MyObject")).toBe(0.25);
});

test("an entry of the legend stands for all it speaks of", () => {
  expect([...legendMembers(view, "unreachable")].sort()).toEqual(
    ["c:1", "e:o1:o2:reference", "e:o2:o1:reference", "o1", "o2"].sort(),
  );
  expect(legendMembers(view, "class")).toEqual(new Set(["o3"]));
});
