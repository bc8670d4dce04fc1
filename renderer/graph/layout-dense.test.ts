import { expect, test } from "vitest";
import { overlaps, rectAround, type Rect } from "./geometry";
import { zooUnion } from "./gallery/zoo-view";
import { layoutUnion } from "./graph-layout";
import { unionSizes } from "./node-size";

const union = zooUnion("compact");

function rects(positions: ReadonlyMap<string, { x: number; y: number }>): Rect[] {
  const sizes = unionSizes(union);
  return union.nodes.flatMap(({ id }) => {
    const [place, size] = [positions.get(id), sizes.get(id)];
    return place === undefined || size === undefined ? [] : [rectAround(place, size)];
  });
}

test("1,201 pills all have a place of their own, the same one every time", () => {
  const positions = layoutUnion(union, new Map());
  const placed = rects(positions);
  expect(placed).toHaveLength(union.nodes.length);
  const touching = placed.filter((one, index) =>
    placed.slice(index + 1).some((other) => overlaps(one, other)),
  );
  expect(touching).toEqual([]);
  expect(layoutUnion(union, new Map())).toEqual(positions);
});

test("what only one object refers to stands right beside it", () => {
  const positions = layoutUnion(union, new Map());
  const [session, dict] = [positions.get("o3"), positions.get("o4")];
  expect(dict?.y).toBe(session?.y);
  expect((dict?.x ?? 0) - (session?.x ?? 0)).toBeLessThan(160);
});

test("a new pill sprouts among the others and moves none of them", () => {
  const { nodes, edges } = union;
  const before = layoutUnion({ ...union, nodes: nodes.slice(0, -1) }, new Map());
  const after = layoutUnion({ ...union, edges, version: 2 }, before);
  for (const [id, place] of before) expect(after.get(id)).toEqual(place);
  const [fresh, ...others] = rects(after).reverse();
  if (fresh === undefined) throw new Error("The new one has a place.");
  expect(others.some((other) => overlaps(fresh, other))).toBe(false);
});
