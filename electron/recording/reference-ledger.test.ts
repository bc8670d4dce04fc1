/** Whose each count is: the ledger of one object adds up to its refcount, and the card says the same. */
import { describe, expect, test } from "vitest";
import { entryIndex } from "../contract/ids";
import type { ObjectDetail } from "../contract/object-detail";
import type { ViewNode } from "../contract/subgraph-view";
import { MessagesForTests, type HeapText, type NamesText } from "./messages-for-tests";
import { createRecorder } from "./recorder";

type HeapMore = Parameters<MessagesForTests["heap"]>[2];

function inspect(
  heap: HeapText,
  names: NamesText,
  more: HeapMore,
  key: string,
): { readonly detail: ObjectDetail | undefined; readonly card: ViewNode | undefined } {
  const write = new MessagesForTests();
  const recorder = createRecorder({ scriptText: "pass" });
  recorder.accept(write.heap(heap, names, more));
  recorder.accept(write.step(1));
  const card = recorder
    .view(entryIndex(0), { showHidden: false })
    .nodes.find((node) => node.key === key);
  return { detail: recorder.inspect(entryIndex(0), card?.id ?? ""), card };
}

function ledgerOf(...args: Parameters<typeof inspect>): readonly string[] {
  const { detail, card } = inspect(...args);
  const items = detail?.ledger ?? [];
  const sum = items.reduce((total, item) => total + item.count, 0);
  expect(sum).toBe(detail?.refcount);
  const unseen = items.find(({ kind }) => kind === "unseen")?.count ?? 0;
  expect(card?.unseen).toBe(unseen);
  return items.map(({ kind, text, count }) => `${count} ${kind}: ${text}`);
}

describe("the ledger", () => {
  test("names names, attributes through the folded dict, and items with their multiplicity", () => {
    const heap: HeapText = {
      x: { type: "Node", refcount: 5 },
      holder: { type: "Node", refcount: 1, edges: [".__dict__ -> holder dict"] },
      "holder dict": { type: "dict", is: "plain dict", refcount: 1, edges: ["['child'] -> x"] },
      items: { type: "list", refcount: 1, edges: ["[2] -> x", "[1] -> x", "[0] -> x"] },
    };
    const names = { "<module>": { x: "x", holder: "holder", items: "items" } };
    expect(ledgerOf(heap, names, {}, "x")).toEqual([
      "1 name: x",
      "1 reference: holder.child",
      "3 reference: items ×3 ([0], [1], [2])",
    ]);
  });

  test("says what running frames hold, and what nobody in sight does", () => {
    const heap: HeapText = { x: { type: "Node", refcount: 5 } };
    const held = [
      { scope: "<module>", name: "", object: "x" },
      { scope: "sorted_by", name: "key", object: "x", file: "/lib/sorting.py", isLibrary: true },
      { scope: "work", name: "", object: "x", thread: 2 },
    ];
    expect(ledgerOf(heap, { "<module>": { x: "x" } }, { held }, "x")).toEqual([
      "1 name: x",
      "1 temporary: running call in the script",
      "1 frame: key in sorted_by() of sorting.py",
      "1 temporary: running call in work(), thread 2",
      "1 unseen: C code or a library, out of sight here",
    ]);
  });

  test("does not count a variable twice that a closure shares with its running function", () => {
    const heap: HeapText = {
      x: { type: "Node", refcount: 1 },
      cell: { type: "cell", refcount: 2, edges: [".cell_contents -> x"] },
      closure: { type: "tuple", refcount: 1, edges: ["closure x -> cell"] },
      inner: { type: "function", is: "function", refcount: 1, edges: [".__closure__ -> closure"] },
    };
    const names = { "<module>": {}, outer: { x: "x", inner: "inner" } };
    expect(ledgerOf(heap, names, {}, "x")).toEqual(["1 reference: inner closure x"]);
  });

  test("counts a variable that only happens to be what a finished function's closure holds", () => {
    const heap: HeapText = {
      x: { type: "Node", refcount: 2 },
      cell: { type: "cell", refcount: 1, edges: [".cell_contents -> x"] },
      closure: { type: "tuple", refcount: 1, edges: ["closure x -> cell"] },
      inner: { type: "function", is: "function", refcount: 1, edges: [".__closure__ -> closure"] },
    };
    const names = { "<module>": { inner: "inner" }, other: { x: "x" } };
    expect(ledgerOf(heap, names, {}, "x")).toEqual([
      "1 name: x in other()",
      "1 reference: inner closure x",
    ]);
  });

  test("does not count a running generator's variable twice", () => {
    const heap: HeapText = {
      x: { type: "Node", refcount: 1 },
      g: { type: "generator", refcount: 1, title: "make", edges: ["local x -> x"] },
    };
    expect(ledgerOf(heap, { "<module>": { g: "g" }, make: { x: "x" } }, {}, "x")).toEqual([
      "1 reference: g x",
    ]);
  });

  test("never counts a borrowed slot or a borrowed argument", () => {
    const heap: HeapText = {
      x: { type: "Node", refcount: 2 },
      g: { type: "generator", refcount: 1, edges: ["local x -> x", "on its stack -> x"] },
    };
    const bound = { "<module>": { x: "x", g: "g" } };
    expect(ledgerOf(heap, bound, { borrowed: ["x"] }, "x")).toEqual([
      "1 name: x",
      "1 reference: g x",
    ]);
    const argument: HeapText = { x: { type: "Node", refcount: 1 } };
    const names = { "<module>": { x: "x" }, show: { value: "x" } };
    expect(ledgerOf(argument, names, {}, "x")).toEqual(["1 name: x"]);
  });

  test("tells a weak reference apart and never counts it", () => {
    const heap: HeapText = {
      x: { type: "Node", refcount: 1 },
      r: { type: "weakref.ReferenceType", refcount: 1 },
    };
    const names = { "<module>": { x: "x", r: "r" } };
    const more: HeapMore = { weak: [["r", "x"]] };
    expect(ledgerOf(heap, names, more, "x")).toEqual(["1 name: x"]);
    const { detail } = inspect(heap, names, more, "x");
    expect(detail?.referencedBy).toMatchObject([
      { expression: "x", remark: "name" },
      { expression: "r weak", remark: "weakref.ReferenceType", weak: true },
    ]);
    expect(detail?.explanation).toBe("It stays because the name x refers to it.");
  });

  test("says of an immortal object that nobody counts", () => {
    const heap: HeapText = { t: { type: "tuple", refcount: 0xffffffff } };
    const { detail, card } = inspect(heap, { "<module>": { t: "t" } }, {}, "t");
    expect([detail?.refcount, card?.unseen]).toEqual(["immortal", 0]);
    expect(detail?.explanation).toContain("no longer counts its references");
  });
});
