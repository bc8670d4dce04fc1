import { expect, test } from "vitest";
import type { SubgraphView } from "../../electron/contract/subgraph-view";
import { nodeOf, viewOf } from "../test-support/recording-samples";
import { filteredOutline, outlineTree, type OutlineItem } from "./outline-tree";

const ref = { label: "ref", text: "obj2", value: "reference", target: "o2" } as const;
const name = (text: string, target: string, deleted?: number): SubgraphView["names"][number] => ({
  id: `n:0:${text}`,
  scope: "s:0:<module>",
  name: text,
  target,
  isNew: false,
  ...(deleted === undefined ? {} : { deleted: { step: deleted } }),
});

/** `a(b(c))` for a, in it b, in it c. */
const asText = (items: readonly OutlineItem[]): string =>
  items
    .map((item) => `${item.text}${item.items.length === 0 ? "" : `(${asText(item.items)})`}`)
    .join(" ");

const alive = {
  ...viewOf(6, nodeOf("o1", { rows: [ref] }), nodeOf("o2")),
  names: [name("obj1", "o1"), name("obj2", "o2")],
};

test("names lead to their objects and these to their attributes", () => {
  expect(asText(outlineTree(alive))).toBe("Global names(obj1(ref) obj2)");
});

test("weak references stand behind the attributes of their holder and lead to what they refer to", () => {
  const weak = { id: "e:o1:o2:weak", from: "o1", to: "o2", kind: "weak", label: "weak" } as const;
  const view = { ...alive, edges: [{ ...weak, inCycle: false, isNew: false }] };
  expect(asText(outlineTree(view))).toBe("Global names(obj1(ref weak) obj2)");
  const items = outlineTree(view)[0]?.items[0]?.items;
  expect(items?.[1]).toMatchObject({ text: "weak", remark: "→ obj2", node: "o2" });
});

test("deleted names stay as ghosts, and what no name reaches has its own group", () => {
  const view = {
    ...viewOf(8, nodeOf("o1", { state: "unreachable" }), nodeOf("o3", { state: "freed" })),
    names: [name("obj1", "o1", 7)],
  };
  expect(asText(outlineTree(view))).toBe(
    "Global names(obj1) Unreachable(obj1) Freed this step(obj3)",
  );
  expect(outlineTree(view)[0]?.items[0]?.remark).toBe("deleted, step 7");
});

test("an item keeps its identity over steps, so folding does too", () => {
  const later = { ...alive, names: [name("other", "o2"), ...alive.names] };
  const ids = (view: SubgraphView): (string | undefined)[] =>
    outlineTree(view).flatMap((group) =>
      group.items.filter((item) => item.text === "obj1").map((item) => item.id),
    );
  expect(ids(later)).toEqual(ids(alive));
});

test("searching keeps what says the words, with its group", () => {
  expect(asText(filteredOutline(outlineTree(alive), "obj2"))).toBe("Global names(obj1(ref) obj2)");
  expect(asText(filteredOutline(outlineTree(alive), "nothing"))).toBe("");
});

test("objects tell their references and their size; a cut of a what-if is called so", () => {
  const view = {
    ...viewOf(
      8,
      nodeOf("o1", { refcount: 2 }),
      nodeOf("o2", { state: "freed", freed: { step: 8, by: "refcount", notReal: true } }),
    ),
    names: [
      name("obj1", "o1"),
      { ...name("obj2", "o2"), deleted: { step: 8, cut: true as const } },
    ],
  };
  const [names, gone] = outlineTree(view);
  expect(names?.items.map(({ refcount, size, remark }) => `${refcount}|${size}|${remark}`)).toEqual(
    ["2|56 B|MyObject", "||cut, what if"],
  );
  expect(gone?.items[0]?.remark).toBe("MyObject, would be freed");
});
