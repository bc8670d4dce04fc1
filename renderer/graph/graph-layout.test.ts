import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { NodeKind, UnionGraph } from "../../electron/contract/subgraph-view";
import { classicUnion } from "./gallery/classic-cycle-views";
import { zooUnion } from "./gallery/zoo-view";
import { overlaps, rectAround } from "./geometry";
import { layoutUnion, type Positions } from "./graph-layout";
import { unionSizes } from "./node-size";

const SCOPES = [
  { id: "s:0:<module>", title: "Global names", depth: 0 },
  { id: "s:1:f", title: "Local names in f()", depth: 1 },
];

const anyUnion: fc.Arbitrary<UnionGraph> = fc
  .record({
    kinds: fc.array(fc.constantFrom<NodeKind>("instance", "list", "dict", "class", "function"), {
      maxLength: 40,
    }),
    rows: fc.array(fc.nat(6), { minLength: 40, maxLength: 40 }),
    names: fc.array(fc.record({ scope: fc.nat(1), target: fc.nat(60), length: fc.nat(30) }), {
      maxLength: 30,
    }),
    edges: fc.array(fc.tuple(fc.nat(39), fc.nat(39)), { maxLength: 60 }),
    cycles: fc.array(fc.array(fc.nat(39), { maxLength: 6 }), { maxLength: 4 }),
  })
  .map(({ kinds, rows, names, edges, cycles }) => {
    const nodes = kinds.map((kind, index) => ({
      id: `o${index}`,
      kind,
      title: kind === "class" ? `class C${index}` : kind,
      rows: rows[index] ?? 0,
    }));
    const exists = (index: number): boolean => index < nodes.length;
    return {
      version: 1,
      nodes,
      scopes: SCOPES,
      names: names.map((name, index) => ({
        id: `n:${index}`,
        scope: SCOPES[name.scope]!.id,
        name: `name_${index}`,
        textLength: exists(name.target) ? 0 : name.length,
        targets: exists(name.target) ? [`o${name.target}`] : [],
      })),
      edges: edges
        .filter(([from, to]) => exists(from) && exists(to))
        .map(([from, to]) => ({
          from: `o${from}`,
          to: `o${to}`,
          kind: nodes[to]!.kind === "class" ? ("class" as const) : ("reference" as const),
          label: "",
        })),
      cycles: cycles
        .map((members) => [...new Set(members.filter(exists))].map((index) => `o${index}`))
        .filter((members) => members.length > 1),
    };
  });

function overlapping(union: UnionGraph, positions: Positions): string[] {
  const sizes = unionSizes(union);
  const rects = [...union.nodes, ...union.names].map(({ id }) => ({
    id,
    rect: rectAround(positions.get(id)!, sizes.get(id)!),
  }));
  const found: string[] = [];
  rects.forEach((a, index) => {
    for (const b of rects.slice(index + 1))
      if (overlaps(a.rect, b.rect)) found.push(`${a.id} over ${b.id}`);
  });
  return found;
}

test("the full layout places everything and nothing overlaps", () => {
  fc.assert(
    fc.property(anyUnion, (union) => {
      expect(overlapping(union, layoutUnion(union, new Map()))).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

test("the same union is always laid out the same way", () => {
  fc.assert(
    fc.property(anyUnion, (union) => {
      expect([...layoutUnion(union, new Map())]).toEqual([...layoutUnion(union, new Map())]);
    }),
    { numRuns: 30 },
  );
});

test("what has a place keeps it, and what is new finds one where it covers nothing", () => {
  fc.assert(
    fc.property(anyUnion, fc.nat(40), fc.nat(30), (union, nodes, names) => {
      const known: UnionGraph = {
        ...union,
        nodes: union.nodes.slice(0, nodes),
        names: union.names.slice(0, names),
      };
      const ids = new Set(known.nodes.map((node) => node.id));
      const before = layoutUnion(
        { ...known, edges: known.edges.filter((edge) => ids.has(edge.from) && ids.has(edge.to)) },
        new Map(),
      );
      const after = layoutUnion(union, before);
      for (const { id } of [...known.nodes, ...known.names])
        expect(after.get(id)).toEqual(before.get(id));
      const cards: UnionGraph = { ...union, names: [] };
      expect(overlapping(cards, after)).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

test("objects of the classic cycle stand opposite their names, stacked, with the class at the right", () => {
  const positions = layoutUnion(classicUnion, new Map());
  const [obj1, obj2] = [positions.get("o1")!, positions.get("o2")!];
  expect(obj1.x).toBe(obj2.x);
  expect(obj2.y - obj1.y).toBe(82 + 92);
  expect(positions.get("n:s:0:<module>:obj1")!.y).toBe(obj1.y);
  expect(positions.get("n:s:0:<module>:obj2")!.y).toBe(obj2.y);
  expect(positions.get("o3")!.x).toBeGreaterThan(obj1.x + 200);
  expect(positions.get("o3")!.y).toBe((obj1.y + obj2.y) / 2);
});

test("what a global name leads to stands where that name puts it, whatever calls it was passed to", () => {
  const local = { id: "s:1:f", title: "Local names in f()", depth: 1 };
  const self = {
    id: "n:s:1:f:self",
    scope: local.id,
    name: "self",
    textLength: 0,
    targets: ["o2"],
  };
  const names = classicUnion.names.filter((name) => name.name !== "obj2");
  const union: UnionGraph = {
    ...classicUnion,
    scopes: [...classicUnion.scopes, local],
    names: [...names, self],
    cycles: [],
  };
  const positions = layoutUnion(union, new Map());
  expect(positions.get("o2")!.x).toBeGreaterThan(positions.get("o1")!.x + 168);
});

test("calls of the same depth share a place for their names, deeper ones stand below", () => {
  const scopes = [
    { id: "s:1:f", title: "Local names in f()", depth: 1 },
    { id: "s:1:g", title: "Local names in g()", depth: 1 },
    { id: "s:2:h", title: "Local names in h()", depth: 2 },
  ];
  const locals = scopes.map(({ id }) => ({
    id: `n:${id}:x`,
    scope: id,
    name: "x",
    textLength: 1,
    targets: [],
  }));
  const union: UnionGraph = {
    ...classicUnion,
    scopes: [...classicUnion.scopes, ...scopes],
    names: [...classicUnion.names, ...locals],
  };
  for (const positions of [
    layoutUnion(union, new Map()),
    layoutUnion(union, layoutUnion(classicUnion, new Map())),
  ]) {
    expect(positions.get("s:1:g")).toEqual(positions.get("s:1:f"));
    expect(positions.get("s:2:h")!.y).toBeGreaterThan(positions.get("n:s:1:f:x")!.y);
  }
});

test("a thousand objects are laid out in less than a second, in several columns for each level", () => {
  const union = zooUnion("thousand");
  const started = performance.now();
  const positions = layoutUnion(union, new Map());
  expect(performance.now() - started).toBeLessThan(1000);
  expect(overlapping(union, positions)).toEqual([]);
  const places = union.nodes.map((node) => positions.get(node.id)!);
  const height =
    Math.max(...places.map((place) => place.y)) - Math.min(...places.map((place) => place.y));
  const width =
    Math.max(...places.map((place) => place.x)) - Math.min(...places.map((place) => place.x));
  expect(height).toBeLessThan(width * 3);
});

test("a thousand objects that arrive one after another find their places in reasonable time", () => {
  const union = zooUnion("thousand");
  const started = performance.now();
  const first = layoutUnion(
    { ...union, nodes: union.nodes.slice(0, 1), edges: [], cycles: [] },
    new Map(),
  );
  const positions = layoutUnion(union, first);
  expect(performance.now() - started).toBeLessThan(2000);
  expect(overlapping(union, positions)).toEqual([]);
});
