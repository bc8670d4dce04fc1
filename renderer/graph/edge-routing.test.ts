import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  type EdgeEnd,
  hexagonBorder,
  routeEdge,
  type Route,
  type RoutingInput,
} from "./edge-routing";
import type { Rect } from "./geometry";

const card = (x: number, y: number): Rect => ({ x, y, width: 168, height: 82 });

function input(ends: Record<string, EdgeEnd>): RoutingInput {
  const obstacles = Object.values(ends)
    .filter((end) => end.shape !== "tag")
    .map((end) => end.rect);
  return { ends: new Map(Object.entries(ends)), obstacles, rowHeight: () => undefined };
}

function route(from: string, to: string, ends: Record<string, EdgeEnd>): Route {
  const found = routeEdge({ from, to, kind: "reference" }, input(ends), 8);
  if (found === undefined) throw new Error("no route");
  return found;
}

const tag: EdgeEnd = { rect: { x: 0, y: 50, width: 60, height: 27 }, shape: "tag" };

test("a name leads straight to the card opposite", () => {
  const way = route("n", "a", { n: tag, a: { rect: card(200, 22.5), shape: "card" } });
  expect(way.shape).toBe("straight");
  expect(way.track).toEqual([
    { x: 58, y: 63.5 },
    { x: 192, y: 63.5 },
  ]);
});

test("a pair of references between stacked cards is two arcs that bulge outwards", () => {
  const ends = {
    a: { rect: card(0, 0), shape: "card" as const },
    b: { rect: card(0, 174), shape: "card" as const },
  };
  const down = route("a", "b", ends);
  const up = route("b", "a", ends);
  expect([down.shape, up.shape]).toEqual(["arc", "arc"]);
  const middle = 84;
  expect(down.label.x).toBeGreaterThan(middle + 168 * 0.24 + 10);
  expect(up.label.x).toBeLessThan(middle - 168 * 0.24 - 10);
});

test("a reference past a stacked card goes round it and stays within the hull", () => {
  const ends = {
    a: { rect: card(0, 0), shape: "card" as const },
    b: { rect: card(0, 174), shape: "card" as const },
    c: { rect: card(0, 348), shape: "card" as const },
  };
  const way = route("c", "a", ends);
  expect(Math.min(...way.track.map((point) => point.x))).toBeGreaterThan(-40);
  expect(Math.min(...way.track.map((point) => point.x))).toBeLessThan(-20);
});

test("a line from a name to a class turns once, with a rounded corner", () => {
  const ends = {
    n: { rect: { x: 0, y: 500, width: 90, height: 27 }, shape: "tag" as const },
    k: { rect: { x: 600, y: 200, width: 118, height: 52 }, shape: "class" as const },
  };
  const way = route("n", "k", ends);
  expect(way.shape).toBe("corner");
  expect(way.track.at(-1)).toEqual({ x: 659, y: 260 });
  expect(way.d).toContain("Q");
});

test("a curve swings round a card that stands in between", () => {
  const ends = {
    a: { rect: card(0, 0), shape: "card" as const },
    wall: { rect: card(300, 0), shape: "card" as const },
    b: { rect: card(600, 0), shape: "card" as const },
  };
  const way = route("a", "b", ends);
  const inside = way.track.filter(({ x, y }) => x > 300 && x < 468 && y > 0 && y < 82);
  expect(inside).toEqual([]);
});

test("a reference to itself is a loop", () => {
  expect(route("a", "a", { a: { rect: card(0, 0), shape: "card" } }).shape).toBe("loop");
});

test("an edge to something that is not drawn has no route", () => {
  expect(
    routeEdge({ from: "a", to: "b", kind: "reference" }, input({ a: tag }), 8),
  ).toBeUndefined();
});

test("a ray from the middle of a hexagon leaves it on its border", () => {
  const rect = { x: 0, y: 0, width: 118, height: 52 };
  expect(hexagonBorder(rect, { x: 500, y: 26 })).toEqual({ x: 118, y: 26 });
  expect(hexagonBorder(rect, { x: 59, y: 500 })).toEqual({ x: 59, y: 52 });
  fc.assert(
    fc.property(fc.double({ min: 0, max: 6.28, noNaN: true }), (angle) => {
      const point = hexagonBorder(rect, {
        x: 59 + Math.cos(angle) * 900,
        y: 26 + Math.sin(angle) * 900,
      });
      expect(point.x).toBeGreaterThanOrEqual(-0.01);
      expect(point.x).toBeLessThanOrEqual(118.01);
      expect(point.y).toBeGreaterThanOrEqual(-0.01);
      expect(point.y).toBeLessThanOrEqual(52.01);
    }),
  );
});

test("every route ends where its arrow begins and is made of finite numbers", () => {
  const place = fc.record({
    x: fc.integer({ min: -900, max: 900 }),
    y: fc.integer({ min: -900, max: 900 }),
  });
  fc.assert(
    fc.property(
      place,
      place,
      fc.constantFrom<EdgeEnd["shape"]>("tag", "card", "class"),
      fc.constantFrom<EdgeEnd["shape"]>("card", "class"),
      (a, b, from, to) => {
        const way = route("a", "b", {
          a: { rect: card(a.x, a.y), shape: from },
          b: { rect: card(b.x, b.y), shape: to },
        });
        expect(way.d).not.toContain("NaN");
        expect(
          way.track.every((point) => Number.isFinite(point.x) && Number.isFinite(point.y)),
        ).toBe(true);
      },
    ),
  );
});
