/** What is folded into what, and how the references left over are called. */
import { describe, expect, test } from "vitest";
import { serial } from "../contract/ids";
import { foldPlumbing, type FoldedGraph } from "./folding";
import { graphFromText, namesOf, type TextGraph } from "./graph-from-text";
import { NO_NODE } from "./heap-snapshot";
import { mergedLabel } from "./view-edges";

function fold(text: string): { readonly graph: TextGraph; readonly folded: FoldedGraph } {
  const graph = graphFromText(text);
  return { graph, folded: foldPlumbing(graph.snapshot, (node) => graph.named.has(node)) };
}

function drawnIn(text: string): readonly string[] {
  const { graph, folded } = fold(text);
  return namesOf(graph, folded.drawn);
}

function referencesIn(text: string): readonly string[] {
  const { graph, folded } = fold(text);
  return folded.drawn.flatMap((node) =>
    folded
      .slotsOf(node)
      .filter((slot) => slot.target !== NO_NODE)
      .map((slot) => `${graph.names[node]} ${slot.kind} ${slot.label} ${graph.names[slot.target]}`),
  );
}

const CLASS =
  "root -C-> C:type; C -.__dict__-> d:dict; C -.__mro__-> m:tuple; m -[0]-> C; d -['run']-> run:function; d -['__dict__']-> g:getset_descriptor; g -.__objclass__-> C";

describe("folding", () => {
  test("an instance's dict becomes its attributes", () => {
    const text = "root -a-> a; a -.__dict__-> d:dict; d -['ref']-> b; d -['not a name']-> b";
    expect(drawnIn(text)).toEqual(["a", "b"]);
    expect(referencesIn(text)).toEqual(["a reference .ref b", "a reference ['not a name'] b"]);
  });

  test("an instance's dict that has a name is an object of its own", () => {
    const text = "root -a-> a; root -d-> d; a -.__dict__-> d:dict; d -['ref']-> b";
    expect(drawnIn(text)).toEqual(["a", "d", "b"]);
    expect(referencesIn(text)).toEqual(["a reference .__dict__ d", "d reference ['ref'] b"]);
  });

  test("a class takes in its dict, mro, functions and descriptors", () => {
    expect(drawnIn(CLASS)).toEqual(["C"]);
    const { graph, folded } = fold(CLASS);
    expect(folded.methodsOf(graph.node("C"))).toBe(1);
    expect(folded.sizeWithParts(graph.node("C"))).toBe(50);
  });

  test("a class's own data is a reference of the class", () => {
    expect(referencesIn(`${CLASS}; d -['registry']-> list:list`)).toEqual([
      "C reference .registry list",
    ]);
  });

  test("a base class is joined by one class line", () => {
    const text =
      "root -A-> A:type; root -B-> B:type; B -.__base__-> A; B -.__bases__-> t:tuple; t -[0]-> A; B -.__mro__-> m:tuple; m -[0]-> B; m -[1]-> A";
    expect(new Set(referencesIn(text))).toEqual(
      new Set(["B class .__base__ A", "B class .__bases__[0] A", "B class .__mro__[1] A"]),
    );
  });

  test("a bound method keeps its object, and its function stays in the class", () => {
    const text = `${CLASS}; root -o-> o; o -.__class__-> C; root -l-> l:list; l -[0]-> m1:method; m1 -.__self__-> o; m1 -.__func__-> run`;
    expect(drawnIn(text)).toEqual(["C", "o", "l", "m1"]);
    expect(referencesIn(text)).toContain("m1 reference .__self__ o");
  });

  test("a function that is also held elsewhere is an object of its own", () => {
    expect(drawnIn(`${CLASS}; root -l-> l:list; l -[0]-> run`)).toContain("run");
  });

  test("a closure is one line with the variable's name", () => {
    const text =
      "root -f-> f:function; f -.__closure__-> t:tuple; t -closure x-> c:cell; c -.cell_contents-> x:list";
    expect(drawnIn(text)).toEqual(["f", "x"]);
    expect(referencesIn(text)).toEqual(["f closure closure x x"]);
  });

  test("a default is called by its place", () => {
    expect(
      referencesIn("root -f-> f:function; f -.__defaults__-> t:tuple; t -[0]-> x:list"),
    ).toEqual(["f reference .__defaults__[0] x"]);
  });

  test("the function of a generator expression is part of the generator", () => {
    const text =
      "root -g-> g:generator; g -its function-> f:function; f -closure n-> c:cell; c -.cell_contents-> n:list";
    expect(drawnIn(text)).toEqual(["g", "n"]);
    expect(referencesIn(text)).toEqual(["g closure closure n n"]);
  });

  test("a paused generator refers to its locals", () => {
    const text =
      "root -g-> g:generator; g -local x-> x:list; g -.gi_frame-> fr:frame; fr -local y-> y:list; root -make-> make:function; g -on its stack-> make";
    expect(referencesIn(text)).toEqual([
      "g frame local x x",
      "g frame local y y",
      "g class on its stack make",
    ]);
  });

  test("parallel references are counted and spelled up to three", () => {
    expect(mergedLabel([".ref"])).toBe(".ref");
    expect(mergedLabel(["[10]", "[2]"])).toBe("×2 ([2], [10])");
    expect(mergedLabel([".b", ".a", "[0]"])).toBe("×3 (.a, .b, [0])");
    expect(mergedLabel(["[0]", "[1]", "[2]", "[3]"])).toBe("×4 ([0], [1], [2], …)");
  });

  test("a dictionary of weak references becomes its weak references", () => {
    const text =
      "root -w-> w:weakref.WeakValueDictionary; w -.data-> d:dict; w -._remove-> f:function; d -['k']-> r:weakref.KeyedRef; r -.__callback__-> f; root -x-> x";
    expect(weakReferencesIn(text, [["r", "x"]])).toEqual(["w weak weak ['k'] x"]);
    expect(drawnIn(text)).toEqual(["w", "x"]);
  });

  test("a set of weak references on Python 3.9, where its attributes are in a dict", () => {
    const text =
      "root -w-> w:_weakrefset.WeakSet; w -.__dict__-> a:dict; a -['data']-> s:set; a -['_remove']-> f:function; s -{}-> r:weakref; root -x-> x";
    expect(weakReferencesIn(text, [["r", "x"]])).toEqual(["w weak weak x"]);
    expect(drawnIn(text)).toEqual(["w", "x"]);
  });

  test("a weak reference of the script's own is drawn, and holds nothing in a cycle", () => {
    const text = "root -x-> x; root -r-> r:weakref.ReferenceType; x -.me-> r";
    expect(weakReferencesIn(text, [["r", "x"]])).toEqual(["r weak weak x"]);
  });
});

function weakReferencesIn(
  text: string,
  weak: readonly (readonly [string, string])[],
): readonly string[] {
  const graph = graphFromText(text);
  const links = weak.map(([holder, referent]) => ({
    holder: serial(graph.node(holder)),
    referent: serial(graph.node(referent)),
  }));
  const folded = foldPlumbing(graph.snapshot, (node) => graph.named.has(node), links);
  return folded.drawn.flatMap((node) =>
    folded
      .slotsOf(node)
      .filter(({ kind }) => kind === "weak")
      .map((slot) => `${graph.names[node]} ${slot.kind} ${slot.label} ${graph.names[slot.target]}`),
  );
}
