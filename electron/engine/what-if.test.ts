/** What cutting references would do, on graphs written as text, and against trying it the naive way. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { SubgraphView } from "../contract/subgraph-view";
import type { WhatIf } from "../contract/what-if";
import { cutOfCycle } from "./cycle-cut";
import type { EntryPicture } from "./entry-picture";
import { pictureFromText } from "./picture-from-text";
import { whatIf } from "./what-if";

const NOTHING_DRAWN = {
  nodes: [],
  names: [],
  edges: [],
  cycles: [],
  notes: [],
  collections: [],
} as unknown as SubgraphView;

/** Cuts: `a>b` all references, `a.x>b` one of them, `n` a name. */
function cut(text: string, ...cuts: readonly string[]): WhatIf & { readonly after: EntryPicture } {
  const written = pictureFromText(text);
  let drawn = written.picture;
  const answer = whatIf(
    {
      ...written,
      draw: (after) => {
        drawn = after;
        return NOTHING_DRAWN;
      },
    },
    cuts.map((words) => {
      const [, from = "", label, to] = /^(\w+)([.[]\S+)?>(\w+)$/.exec(words) ?? [];
      if (to === undefined) return { kind: "name", name: `n:s:0:<module>:${words}` };
      const edge = `e:o${written.node(from)}:o${written.node(to)}:reference`;
      return { kind: "reference", edge, ...(label === undefined ? {} : { label }) };
    }),
  );
  return { ...answer, after: drawn };
}

function keys(objects: WhatIf["freed"]): string {
  return objects.map(({ key }) => key).join(" ");
}

describe("a reference that is cut", () => {
  test("frees what it alone held, and all that held in turn, in Python's order", () => {
    const { freed, waiting } = cut("root -n-> a; a -.x-> b; b -.y-> c; b -.z-> d; c -.w-> e", "n");
    expect(keys(freed)).toBe("a b c e d");
    expect(waiting).toEqual([]);
  });

  test("leaves what something else holds, and says what", () => {
    const { freed, stays } = cut("root -n-> a; a -.x-> b; root -m-> c; c -.y-> b", "a>b");
    expect(freed).toEqual([]);
    expect(stays.map(({ key, why }) => `${key}: ${why}`)).toEqual([
      "b: Alive through the global name m: m.y.",
    ]);
  });

  test("turns a cycle into garbage that waits, with what hangs off it", () => {
    const { freed, waiting, after } = cut("root -n-> a; a -.x-> b; b -.y-> a; b -.data-> c", "n");
    expect(freed).toEqual([]);
    expect(keys(waiting)).toBe("a b c");
    expect(after.cycles.map(({ state }) => state)).toEqual(["unreachable"]);
  });

  test("inside garbage frees it at once", () => {
    const { freed, after } = cut("a -.x-> b; b -.y-> a", "b>a");
    expect(keys(freed)).toBe("a b");
    expect(after.graph.drawn).toEqual([]);
  });

  test("may be one of parallel ones", () => {
    const text = "root -n-> a; a -.x-> b; a -.y-> b";
    expect(keys(cut(text, "a.x>b").freed)).toBe("");
    expect(keys(cut(text, "a.x>b", "a.y>b").freed)).toBe("b");
    expect(keys(cut(text, "a>b").freed)).toBe("b");
  });

  test("that is not there is said to be unknown, and has no effect", () => {
    const { unknown, freed, summary } = cut("root -n-> a; a -.x-> b", "b>a", "m");
    expect(unknown).toHaveLength(2);
    expect(freed).toEqual([]);
    expect(summary.at(-1)).toBe("2 cuts had no effect: there is no such reference now.");
  });

  test("does not touch what something unseen holds", () => {
    expect(keys(cut("root -n-> a+1; a -.x-> b", "n").freed)).toBe("");
  });
});

test("the summary says how much and which", () => {
  const { summary } = cut("root -n-> a; a -.x-> b; root -m-> c; c -.r-> d; d -.s-> c", "n", "m");
  expect(summary).toEqual([
    "2 objects (20 B) would be freed at once: a and b.",
    "2 objects (20 B) would be unreachable, but stay in memory until the collector comes: c and d.",
  ]);
});

test("what is gone is what no name leads to any more; a cycle among it waits", () => {
  const reference = fc.tuple(fc.nat(5), fc.nat(5));
  fc.assert(
    fc.property(fc.array(reference, { maxLength: 12 }), fc.nat(11), (references, place) => {
      const text = [
        ...Array.from({ length: 6 }, (_, node) => `n${node}`),
        "root -r-> n0",
        ...references.map(([from, to], at) => `n${from} -.x${at}-> n${to}`),
      ].join("; ");
      const chosen = references[place];
      if (chosen === undefined) return;
      const [from, to] = chosen;
      const before = pictureFromText(text).picture;
      const { freed, waiting } = cut(text, `n${from}.x${place}>n${to}`);
      const left = references.filter((_, at) => at !== place);
      const reachable = reach(left);
      const wasReachable = reach(references);
      const lost = [...wasReachable].filter((node) => !reachable.has(node)).map((n) => `n${n}`);
      const gone = [...freed, ...waiting].map(({ key }) => key);
      const wasGarbage = before.graph.drawn
        .map((node) => `n${node}`)
        .filter((name) => !wasReachable.has(Number(name.slice(1))));
      expect(gone.filter((name) => !wasGarbage.includes(name)).toSorted()).toEqual(lost.toSorted());
    }),
    { numRuns: 150 },
  );
});

function reach(references: readonly (readonly [number, number])[]): ReadonlySet<number> {
  const reached = new Set([0]);
  for (const node of reached)
    for (const [from, to] of references) if (from === node) reached.add(to);
  return reached;
}

describe("the smallest cut of a cycle", () => {
  function cutOf(text: string, code = ""): string {
    const written = pictureFromText(text);
    const [cycle] = written.picture.cycles;
    if (cycle === undefined) return "no cycle";
    const made = { step: 3, line: 7, file: "", code };
    const { references } = cutOfCycle(written, cycle, () => made);
    return references
      .map(({ expression, fix }) => `${expression} => ${fix?.code ?? "nothing"}`)
      .join("; ");
  }

  test("is the reference back to the parent, not the list of children", () => {
    const tree =
      "root -tree-> top; top -.children-> list:list; list -[0]-> child; child -.parent-> top";
    expect(cutOf(tree, "self.parent = parent")).toBe(
      "child.parent => self.parent = weakref.ref(parent)",
    );
  });

  test("of a pair is the one from the younger to the older", () => {
    expect(cutOf("a -.ref-> b; b -.ref-> a", "b.ref = a  # back")).toBe(
      "b.ref => b.ref = weakref.ref(a)",
    );
  });

  test("says what to write even where the line does not show it", () => {
    expect(cutOf("a -.ref-> b; b -.ref-> a", "a.ref, b.ref = b, a")).toBe(
      "b.ref => b.ref = weakref.ref(a)",
    );
    expect(cutOf("a -.items-> l:list; l -[0]-> a", "self.items.append(self)")).toBe(
      "l[0] => self.items.append(weakref.ref(self))",
    );
  });

  test("offers no weak reference to what cannot have one", () => {
    expect(cutOf("l:list -[0]-> l", "l.append(l)")).toBe("l[0] => nothing");
  });
});
