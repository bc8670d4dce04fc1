/** Cycles of small graphs written as text, and the law that components partition the nodes. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { graphFromText, namesOf } from "./graph-from-text";
import { foldPlumbing } from "./folding";
import { cyclesOf } from "./known-cycles";
import { findComponents, findReferenceCycles, type Digraph } from "./reference-cycles";

function cyclesIn(text: string): readonly (readonly string[])[] {
  const graph = graphFromText(text);
  return cyclesOf(foldPlumbing(graph.snapshot, (node) => graph.named.has(node))).map((group) =>
    namesOf(graph, group),
  );
}

function digraph(length: number, edges: readonly (readonly [number, number])[]): Digraph {
  const firstEdge = [0];
  const target: number[] = [];
  for (let node = 0; node < length; node += 1) {
    for (const [from, to] of edges) if (from === node) target.push(to);
    firstEdge.push(target.length);
  }
  return { length, firstEdge, target };
}

const someGraph = fc.integer({ min: 1, max: 12 }).chain((length) => {
  const node = fc.integer({ min: 0, max: length - 1 });
  return fc.array(fc.tuple(node, node), { maxLength: 40 }).map((edges) => ({ length, edges }));
});

/** Who reaches whom, the slow and obvious way. */
function reachability(length: number, edges: readonly (readonly [number, number])[]): boolean[][] {
  const reaches = Array.from({ length }, (_, from) =>
    Array.from({ length }, (_unused, to) => from === to),
  );
  for (const [from, to] of edges) reaches[from][to] = true;
  for (let via = 0; via < length; via += 1) {
    for (let from = 0; from < length; from += 1) {
      for (let to = 0; to < length; to += 1)
        reaches[from][to] ||= reaches[from][via] && reaches[via][to];
    }
  }
  return reaches;
}

describe("reference cycles", () => {
  test("a pair that refers to each other is a cycle", () => {
    expect(cyclesIn("root -x-> a; a -.ref-> b; b -.ref-> a")).toEqual([["a", "b"]]);
  });

  test("a chain and a diamond are none", () => {
    expect(cyclesIn("root -x-> a; a -.l-> b; a -.r-> c; b -.x-> d; c -.x-> d")).toEqual([]);
  });

  test("an object that refers to itself is one", () => {
    expect(cyclesIn("a -.me-> a; b -.x-> a")).toEqual([["a"]]);
  });

  test("two rings joined by a one-way reference are two cycles", () => {
    expect(cyclesIn("a -.n-> b; b -.n-> a; b -.out-> c; c -.n-> d; d -.n-> c")).toEqual([
      ["a", "b"],
      ["c", "d"],
    ]);
  });

  test("a cycle through instance dicts joins their owners", () => {
    const text =
      "root -x-> a; a -.__dict__-> da:dict; da -['ref']-> b; b -.__dict__-> db:dict; db -['ref']-> a";
    expect(cyclesIn(text)).toEqual([["a", "b"]]);
  });

  test("class plumbing is no cycle", () => {
    const text =
      "root -x-> C:type; C -.__dict__-> d:dict; C -.__mro__-> m:tuple; m -[0]-> C; d -['f']-> f:function; f -.__closure__-> t:tuple; t -closure __class__-> cell:cell; cell -.cell_contents-> C; d -['__dict__']-> g:getset_descriptor; g -.__objclass__-> C; a -.__class__-> C; root -y-> a";
    expect(cyclesIn(text)).toEqual([]);
  });

  test("a function that calls itself through its closure is one", () => {
    expect(
      cyclesIn("f:function -.__closure__-> t:tuple; t -closure f-> c:cell; c -.cell_contents-> f"),
    ).toEqual([["f"]]);
  });

  test("a chain of 200,000 objects does not overflow the stack", () => {
    const length = 200_000;
    const ring: Digraph = {
      length,
      firstEdge: Uint32Array.from({ length: length + 1 }, (_, node) => node),
      target: Uint32Array.from({ length }, (_, node) => (node + 1) % length),
    };
    expect(findReferenceCycles(ring)).toHaveLength(1);
  });

  test("components are exactly the sets of nodes that reach each other", () => {
    fc.assert(
      fc.property(someGraph, ({ length, edges }) => {
        const component = findComponents(digraph(length, edges));
        const reaches = reachability(length, edges);
        for (let a = 0; a < length; a += 1) {
          for (let b = 0; b < length; b += 1) {
            expect(component[a] === component[b]).toBe(reaches[a][b] && reaches[b][a]);
          }
        }
      }),
    );
  });
});
