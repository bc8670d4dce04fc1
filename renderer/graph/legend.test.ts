import { expect, test } from "vitest";
import { bytes } from "../../electron/contract/ids";
import { nodeOf, viewOf } from "../test-support/recording-samples";
import { legendMembers } from "./highlights";
import { legendEntries } from "./legend";
import { describeNode } from "./scene-owners";

const plain = viewOf(0, nodeOf("o1"), nodeOf("o2"));
const sized = viewOf(0, nodeOf("o1", { retained: bytes(1500) }), nodeOf("o2"));

test("the bar of what is freed with an object is explained where there is one", () => {
  const symbols = (view: typeof plain): readonly string[] =>
    legendEntries(view).map(({ symbol }) => symbol);
  expect(symbols(plain)).not.toContain("size");
  expect(symbols(sized)).toContain("size");
  expect([...legendMembers(sized, "size")]).toEqual(["o1"]);
});

test("the bar is told in words, too", () => {
  const [first, second] = sized.nodes;
  expect(describeNode(first!, sized)).toContain("1.5 KB freed with it");
  expect(describeNode(second!, sized)).not.toContain("freed with it");
});

test("an attribute dict is called after its instance, not after a name it never had", () => {
  const [dict] = viewOf(0, nodeOf("o1", { title: "dict", key: "obj1.__dict__" })).nodes;
  expect(describeNode(dict!, plain)).toMatch(/^dict, obj1\.__dict__, /);
});
