import { expect, test } from "vitest";
import type { ViewNode } from "../../electron/contract/subgraph-view";
import { sceneText } from "./gallery/scene-text";
import { zooUnion, zooView } from "./gallery/zoo-view";
import { layoutUnion } from "./graph-layout";
import { type BuiltScene, buildScene } from "./scene-builder";
import type { SceneMarks } from "./scene-marks";
import { themeTokens } from "./theme-tokens";

function scene(which: string, marks: SceneMarks = {}): BuiltScene {
  const union = zooUnion(which);
  return buildScene({
    union,
    view: zooView(which),
    positions: layoutUnion(union, new Map()),
    theme: themeTokens("light"),
    selection: undefined,
    focus: undefined,
    marks,
  });
}

const everything = scene("all");
const face = (id: string, built: BuiltScene = everything): string =>
  sceneText({ parts: built.parts.filter((part) => part.owner === id) });
const nodeOf = (title: string): ViewNode => {
  const node = zooView("all").nodes.find((one) => one.title === title);
  if (node === undefined) throw new Error(`The zoo has no ${title}.`);
  return node;
};

test("the elements of a list are cells, a dict has two columns and sharp corners", () => {
  const lines = (text: string): number => text.match(/path M[\d.]+ [\d.]+ [HV]/g)?.length ?? 0;
  // The separator, three lines between four elements and the remark, one line beside each index.
  expect(lines(face("o1"))).toBe(9);
  expect(face("o2")).toContain("r3 fill");
  expect(lines(face("o2"))).toBe(3);
});

test("tuples and sets are told apart by their brackets", () => {
  expect(face("o6")).toContain('"(tuple)"');
  expect(face("o7")).toContain('"{set}"');
});

test("a generator says where it is paused and that it makes one value at a time", () => {
  expect(face("o3")).toContain('"paused at line 14"');
  expect(face("o3")).toContain('"1 value at a time"');
});

test("a group says how many it stands for and how large they are together, a hub how many refer to it", () => {
  expect(face("o23")).toContain('"Session × 1,204"');
  expect(face("o23")).toContain('"1.3 MB"');
  expect(face("o24")).toContain('"812 refs"');
  expect(face("o25")).toContain('"+12"');
});

test("chips say what became of an object; what is only to come is said when it is pointed at", () => {
  expect(face(nodeOf("Doomed").id)).toContain('"uncollectable"');
  expect(face(nodeOf("Phoenix").id)).toContain('"resurrected"');
  expect(face("o25")).toContain('"new"');
  expect(face("o25")).not.toContain('"__del__"');
  expect(face("o25", scene("all", { hovered: "o25" }))).toContain('"__del__"');
});

test("references that cannot be seen are said beside the count", () => {
  expect(face("o5")).toContain('"(1 unseen)"');
});

test("a pill is 84 by 24 and shows its count only while it is pointed at", () => {
  const pills = scene("compact");
  expect(pills.rects.get("o3")).toMatchObject({ width: 84, height: 24 });
  expect(pills.parts.some((part) => part.key === "o3/badge")).toBe(false);
  const hovered = scene("compact", { hovered: "o3" });
  expect(hovered.parts.some((part) => part.key === "o3/badge")).toBe(true);
});

test("an opened pill is a card in the same place, on top of its neighbours", () => {
  const opened = scene("compact", { expanded: new Set(["o3"]) });
  const [pill, card] = [scene("compact").rects.get("o3"), opened.rects.get("o3")];
  expect(card?.width).toBe(168);
  expect((card?.x ?? 0) + 84).toBe((pill?.x ?? 0) + 42);
  expect(opened.parts.findLast((part) => part.layer === "card")?.owner).toBe("o3");
});

test("dots have no words, and their hulls are outlines", () => {
  const dots = scene("marks");
  expect(dots.rects.get("o3")).toMatchObject({ width: 8, height: 8 });
  expect(dots.parts.some((part) => part.layer === "hull-label")).toBe(false);
  const hull = dots.parts.find((part) => part.layer === "hull");
  expect(sceneText({ parts: hull === undefined ? [] : [hull] })).not.toContain("fill");
});

test("at most eight hulls are hatched", () => {
  const hatched = scene("compact").parts.filter((part) =>
    part.primitives.some((one) => one.kind !== "text" && one.hatch !== undefined),
  );
  expect(hatched.length).toBeLessThanOrEqual(8);
});
