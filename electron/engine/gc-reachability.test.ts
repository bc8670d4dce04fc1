/** What the collector calls unreachable, on graphs written as text, and against a naive simulation. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nodeIndex } from "../contract/ids";
import { countedGraphOf, findUnreachable } from "./gc-reachability";
import { graphFromText, namesOf, type TextGraph } from "./graph-from-text";

function unreachableIn(
  graph: TextGraph,
  order: readonly string[] = graph.names,
  borrowed: readonly string[] = [],
): readonly string[] {
  return namesOf(
    graph,
    findUnreachable(countedGraphOf(graph.snapshot), {
      order: order.map(graph.node),
      borrowed: borrowed.map(graph.node),
    }),
  );
}

describe("the collector's subtraction", () => {
  test("a named cycle stays", () => {
    expect(unreachableIn(graphFromText("root -x-> a; a -.ref-> b; b -.ref-> a"))).toEqual([]);
  });

  test("a cycle without a name is found, with what hangs off it", () => {
    expect(unreachableIn(graphFromText("a -.ref-> b; b -.ref-> a; b -.data-> c"))).toEqual([
      "a",
      "b",
      "c",
    ]);
  });

  test("parallel references are subtracted each", () => {
    expect(unreachableIn(graphFromText("a -[0]-> b; a -[1]-> b; b -.x-> a"))).toEqual(["a", "b"]);
    expect(unreachableIn(graphFromText("a -[0]-> b; a -[1]-> b+1; b -.x-> a"))).toEqual([]);
  });

  test("an object listed before the one that rescues it moves behind it", () => {
    const graph = graphFromText("a -.x-> b; b -.y-> a; root -n-> c; c -.z-> b");
    expect(unreachableIn(graph, ["a", "b", "c"])).toEqual([]);
  });

  test("the order found is the order listed, the rescued left out", () => {
    const graph = graphFromText("d -.x-> d; a -.x-> a; c -.x-> c; root -n-> b; b -.y-> c");
    expect(unreachableIn(graph, ["a", "c", "b", "d"])).toEqual(["a", "d"]);
  });

  test("references from a generation that is not collected count as outside", () => {
    const graph = graphFromText("old -.x-> young; young -.y-> old");
    expect(unreachableIn(graph, ["young"])).toEqual([]);
    expect(unreachableIn(graph)).toEqual(["old", "young"]);
  });

  test("a borrowed reference owns no count", () => {
    const graph = graphFromText("root -x-> g; g -on its stack-> a; root -y-> a");
    // The edge from the generator was listed without a count behind it, so the true count is one less.
    expect(
      unreachableIn(graphFromText("root -x-> g; g -on its stack-> a"), ["g", "a"], ["a"]),
    ).toEqual([]);
    expect(unreachableIn(graph, ["g", "a"], ["a"])).toEqual([]);
  });

  test("what is unreachable is what a naive simulation cannot reach", () => {
    const node = fc.integer({ min: 0, max: 9 });
    const edges = fc.array(fc.tuple(node, node), { maxLength: 30 });
    const roots = fc.array(node, { maxLength: 4 });
    fc.assert(
      fc.property(
        edges,
        roots,
        fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], { minLength: 10 }),
        (references, named, order) => {
          const text = [
            "n0; n1; n2; n3; n4; n5; n6; n7; n8; n9",
            ...references.map(([from, to]) => `n${from} -.x-> n${to}`),
            ...named.map((to) => `root -x-> n${to}`),
          ].join("; ");
          const graph = graphFromText(text);
          const reached = new Set(named);
          for (let round = 0; round < 10; round += 1)
            for (const [from, to] of references) if (reached.has(from)) reached.add(to);
          const expected = order.filter((place) => !reached.has(place));
          const found = findUnreachable(countedGraphOf(graph.snapshot), {
            order: order.map(nodeIndex),
            borrowed: [],
          });
          expect(new Set(found)).toEqual(new Set(expected));
          // Nothing unreachable is ever rescued, so the order found is the order listed, less what was put back.
          expect(found.length).toBe(expected.length);
        },
      ),
    );
  });
});
