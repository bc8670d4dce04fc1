/** Why an object is alive, on graphs written as text. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { serial } from "../contract/ids";
import type { WhyAlive } from "../contract/why-alive";
import { neighbourhoodOf, neighboursOf } from "./neighbours";
import { pictureFromText } from "./picture-from-text";
import { whyAlive } from "./why-alive";

interface Asked {
  readonly ignored?: readonly string[];
  readonly skip?: number;
}

function why(text: string, object: string, { ignored = [], skip = 0 }: Asked = {}): string {
  const picture = pictureFromText(text);
  return inWords(
    whyAlive(picture, picture.node(object), {
      skip,
      ignored: ignored.map((key) => (key.startsWith("n:") ? key : `o${picture.node(key)}`)),
    }),
  );
}

function inWords(answer: WhyAlive): string {
  switch (answer.kind) {
    case "path":
      return [
        answer.root.text,
        answer.root.holdsKey,
        ...answer.hops.map(({ label, toKey }) => `${label} ${toKey}`),
      ].join(" > ");
    case "unreachable":
      return [answer.circle, answer.hops]
        .map((hops) => hops.map(({ fromKey, label }) => `${fromKey}${label}`).join(" "))
        .join(" | ");
    case "no-other-path":
    case "immortal":
    case "freed":
      return answer.sentence;
  }
}

const LEAK =
  "root -hub-> hub; hub -.listeners-> list:list; list -[0]-> m:method; m -.__self__-> s:Session; s -.log-> log:list; root -last-> m";

describe("the way from a name", () => {
  test("is the shortest one, root first", () => {
    expect(why(LEAK, "s")).toBe("Global name last > m > .__self__ s");
    expect(why(LEAK, "hub")).toBe("Global name hub > hub");
  });

  test("the next one is the next longer", () => {
    expect(why(LEAK, "s", { skip: 1 })).toBe(
      "Global name hub > hub > .listeners list > [0] m > .__self__ s",
    );
    expect(why(LEAK, "s", { skip: 2 })).toBe("There is no other path from a name.");
  });

  test("leads around ignored holders and names", () => {
    expect(why(LEAK, "s", { ignored: ["n:s:0:<module>:last"] })).toContain("Global name hub");
    expect(why(LEAK, "s", { ignored: ["n:s:0:<module>:last", "list"] })).toBe(
      "No other path from a name: all lead through what is ignored.",
    );
  });

  test("two names on one object are two ways", () => {
    const text = "root -a-> x; root -b-> x";
    expect([why(text, "x"), why(text, "x", { skip: 1 })]).toEqual([
      "Global name a > x",
      "Global name b > x",
    ]);
  });

  test("parallel references are one way", () => {
    expect(why("root -a-> p; p -.x-> q; p -.y-> q", "q")).toBe("Global name a > p > ×2 (.x, .y) q");
    expect(why("root -a-> p; p -.x-> q; p -.y-> q", "q", { skip: 1 })).toContain("no other");
  });

  test("never leads through a circle twice, a module, or a function's globals", () => {
    const text =
      "root -a-> p; p -.next-> q; q -.prev-> p; root -m-> mod:module; p -.home-> mod; mod -.cache-> q";
    expect(why(text, "q", { skip: 1 })).toBe("Global name m > mod > .cache q");
    expect(why(text, "q", { skip: 2 })).toContain("no other");
    expect(why("root -f-> f:function; f -.__globals__-> d:dict; d -['x']-> x", "x")).toContain(
      "Nothing in the picture",
    );
  });

  test("begins outside only where no name leads", () => {
    expect(why("a+1 -.x-> b", "b")).toBe("C code, a library or a running call > a > .x b");
    expect(why("a+1 -.x-> b; root -n-> b", "b")).toBe("Global name n > b");
    expect(why("a+1 -.x-> b; root -n-> b", "b", { skip: 1 })).toBe(
      "C code, a library or a running call > a > .x b",
    );
  });
});

describe("what no name leads to", () => {
  test("is kept by its own cycle", () => {
    expect(why("a -.ref-> b; b -.ref-> a", "b")).toBe("b.ref a.ref | ");
  });

  test("or by the cycle it hangs off", () => {
    expect(why("a -.ref-> b; b -.ref-> a; b -.data-> c; c -.more-> d", "d")).toBe(
      "b.ref a.ref | b.data c.more",
    );
  });
});

test("ways come in the order of their lengths, each once, and none meets an object twice", () => {
  const reference = fc.tuple(fc.nat(5), fc.nat(5));
  fc.assert(
    fc.property(fc.array(reference, { maxLength: 14 }), (references) => {
      const text = [
        "root -r-> n0",
        ...Array.from({ length: 6 }, (_, place) => `n${place}`),
        ...references.map(([from, to]) => `n${from} -.x-> n${to}`),
      ].join("; ");
      const ways: string[][] = [];
      for (let skip = 0; skip < 40; skip += 1) {
        const picture = pictureFromText(text);
        const answer = whyAlive(picture, picture.node("n5"), { ignored: [], skip });
        if (answer.kind !== "path") break;
        ways.push([answer.root.holdsKey, ...answer.hops.map(({ toKey }) => toKey)]);
      }
      expect(new Set(ways.map((way) => way.join())).size).toBe(ways.length);
      for (const way of ways) expect(new Set(way).size).toBe(way.length);
      const lengths = ways.map((way) => way.length);
      expect(lengths).toEqual(lengths.toSorted((a, b) => a - b));
      expect(ways.length).toBe(countWays(references));
    }),
    { numRuns: 60 },
  );
});

/** Simple ways from 0 to 5, by trying all. */
function countWays(references: readonly (readonly [number, number])[]): number {
  const next = (from: number): readonly number[] => [
    ...new Set(references.filter(([holder]) => holder === from).map(([, to]) => to)),
  ];
  const count = (at: number, seen: readonly number[]): number =>
    at === 5
      ? 1
      : next(at)
          .filter((to) => !seen.includes(to))
          .reduce((sum, to) => sum + count(to, [...seen, to]), 0);
  return Math.min(40, count(0, [0]));
}

describe("neighbours", () => {
  const text = "root -n-> a; a -.x-> b; a -.y-> b; c -.z-> b; b -.w-> d";

  test("holders and held are counted, parallel references each", () => {
    const picture = pictureFromText(text);
    const { holders, held } = neighboursOf(picture, picture.node("b"), 1);
    expect(holders).toMatchObject({
      total: 2,
      references: 3,
      shown: [{ key: "a", references: 2 }],
    });
    expect(held).toMatchObject({ total: 1, references: 1, shown: [{ key: "d", label: ".w" }] });
  });

  test("a neighbourhood is everything within some references, nearest first", () => {
    const picture = pictureFromText(text);
    const around = (depth: 1 | 2, limit: number): string =>
      neighbourhoodOf(picture, picture.node("d"), { direction: "both", depth, limit })
        .members.map(({ id }) => picture.keyOf(serial(Number(id.slice(1)))))
        .join(" ");
    expect(around(1, 9)).toBe("b");
    expect(around(2, 9)).toBe("b a c");
    expect(around(2, 1)).toBe("b");
  });
});
