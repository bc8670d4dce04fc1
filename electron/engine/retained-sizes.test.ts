/** What goes with an object, on graphs written as text, and against leaving the object out and looking what is still reached. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { findDominators } from "./dominators";
import { pictureFromText } from "./picture-from-text";
import { retainedSizes } from "./retained-sizes";

/** Objects are 10 B each. */
function retained(text: string, ...names: readonly string[]): readonly (number | undefined)[] {
  const written = pictureFromText(text);
  const sizes = retainedSizes(written);
  return names.map((name) => sizes?.of(written.node(name)));
}

test("an object retains what only it leads to", () => {
  const text = "root -n-> a; a -.x-> b; b -.y-> c; a -.z-> d; root -m-> e; e -.w-> d";
  expect(retained(text, "a", "b", "c", "d", "e")).toEqual([30, 20, 10, 10, 10]);
});

test("what something unseen holds is retained by nobody", () => {
  expect(retained("root -n-> a; a -.x-> b+1", "a")).toEqual([10]);
});

test("in a cycle of garbage each object retains the whole of it", () => {
  expect(retained("a -.x-> b; b -.y-> a; b -.data-> c", "a", "b", "c")).toEqual([30, 30, 10]);
});

test("a type retains what its objects retain of each other once", () => {
  const written = pictureFromText("root -n-> a; a -.next-> b; b -.next-> c; b -.data-> l:list");
  const sums = retainedSizes(written)?.ofTypes();
  expect([sums?.get("Node"), sums?.get("list")]).toEqual([40, 10]);
});

test("a dominator is passed on every way: without it what it dominates is not reached", () => {
  const COUNT = 9;
  const reference = fc.tuple(fc.nat(COUNT - 1), fc.nat(COUNT - 1));
  fc.assert(
    fc.property(fc.array(reference, { maxLength: 22 }), (references) => {
      const successors = (node: number): readonly number[] =>
        references.filter(([from]) => from === node).map(([, to]) => to);
      const { dominatorOf } = findDominators({ count: COUNT, roots: [0, 1], successors });
      for (let without = 0; without < COUNT; without += 1) {
        const reached = new Set([0, 1].filter((root) => root !== without));
        for (const node of reached)
          for (const next of successors(node)) if (next !== without) reached.add(next);
        const everReached = new Set([0, 1]);
        for (const node of everReached) for (const next of successors(node)) everReached.add(next);
        for (const node of everReached) {
          if (node === without) continue;
          expect([node, without, isUnder(dominatorOf, node, without)]).toEqual([
            node,
            without,
            !reached.has(node),
          ]);
        }
      }
    }),
    { numRuns: 200 },
  );
});

function isUnder(dominatorOf: Int32Array, node: number, other: number): boolean {
  for (let up = dominatorOf[node]; up >= 0; up = dominatorOf[up]) if (up === other) return true;
  return false;
}
