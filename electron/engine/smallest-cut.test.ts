/** The fewest references that open a cycle, on small graphs and against trying all. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { findReferenceCycles } from "./reference-cycles";
import { smallestCut, type Arc } from "./smallest-cut";

function arc(from: number, to: number, more: Partial<Arc> = {}): Arc {
  return { from, to, weight: 1, dislike: 0, ...more };
}

function words(length: number, arcs: readonly Arc[]): string {
  return smallestCut(length, arcs)
    .arcs.map(({ from, to }) => `${from}>${to}`)
    .join(" ");
}

function hasCycle(length: number, arcs: readonly Arc[]): boolean {
  const firstEdge: number[] = [];
  const target: number[] = [];
  for (let node = 0; node < length; node += 1) {
    firstEdge.push(target.length);
    target.push(...arcs.filter(({ from }) => from === node).map(({ to }) => to));
  }
  firstEdge.push(target.length);
  return findReferenceCycles({ length, firstEdge, target }).length > 0;
}

test("a ring opens at the reference one would rather do without", () => {
  const ring = [arc(0, 1, { dislike: 2 }), arc(1, 2), arc(2, 0, { dislike: 1 })];
  expect(words(3, ring)).toBe("1>2");
});

test("a hub of many pairs is cut at every pair", () => {
  const pairs = [1, 2, 3, 4].flatMap((leaf) => [arc(0, leaf, { dislike: 1 }), arc(leaf, 0)]);
  expect(words(5, pairs)).toBe("1>0 2>0 3>0 4>0");
});

test("two rings through one reference open with that one alone", () => {
  expect(words(4, [arc(0, 1), arc(1, 2), arc(2, 0), arc(1, 3), arc(3, 0)])).toBe("0>1");
});

test("parallel references weigh as many as they are", () => {
  expect(words(3, [arc(0, 1, { weight: 2 }), arc(1, 2), arc(2, 0)])).toBe("1>2");
});

test("an object that refers to itself is cut there", () => {
  expect(words(1, [arc(0, 0)])).toBe("0>0");
});

test("the cut is as small as trying all sets finds it, and leaves no cycle", () => {
  const anyArcs = fc.uniqueArray(fc.tuple(fc.nat(4), fc.nat(4)), {
    maxLength: 9,
    selector: ([from, to]) => from * 5 + to,
  });
  fc.assert(
    fc.property(anyArcs, (pairs) => {
      const arcs = pairs.map(([from, to]) => arc(from, to));
      const cut = smallestCut(5, arcs);
      expect(cut.isSmallest).toBe(true);
      expect(
        hasCycle(
          5,
          arcs.filter((one) => !cut.arcs.includes(one)),
        ),
      ).toBe(false);
      expect(cut.arcs.length).toBe(fewest(arcs));
    }),
    { numRuns: 100 },
  );
});

function fewest(arcs: readonly Arc[]): number {
  let best = arcs.length;
  for (let set = 0; set < 1 << arcs.length; set += 1) {
    const left = arcs.filter((_, place) => (set & (1 << place)) === 0);
    const size = arcs.length - left.length;
    if (size < best && !hasCycle(5, left)) best = size;
  }
  return best;
}

test("a tangle too large to try all is opened all the same, and says so", () => {
  const size = 60;
  const arcs: Arc[] = [];
  for (let from = 0; from < size; from += 1)
    for (let to = 0; to < size; to += 1)
      if (from !== to && (from * 7 + to * 13) % 5 < 3) arcs.push(arc(from, to));
  const cut = smallestCut(size, arcs);
  expect(cut.isSmallest).toBe(false);
  const removed = new Set(cut.arcs);
  expect(
    hasCycle(
      size,
      arcs.filter((one) => !removed.has(one)),
    ),
  ).toBe(false);
});
