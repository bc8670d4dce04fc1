import { expect, test } from "vitest";
import { bytes } from "../../electron/contract/ids";
import { nodeOf, viewOf } from "../test-support/recording-samples";
import { legendEntries } from "./legend-entries";

test("explains what the picture has, in the order of the target picture", () => {
  const view = {
    ...viewOf(8, nodeOf("o1", { state: "unreachable" }), nodeOf("o2", { kind: "class" })),
    names: [
      { id: "n:1", scope: "s", name: "MyObject", target: "o2", isNew: false },
      { id: "n:2", scope: "s", name: "obj1", target: "o1", deleted: { step: 7 }, isNew: false },
    ],
    cycles: [
      {
        id: "c:1",
        number: 1,
        members: ["o1"],
        attached: [],
        state: "unreachable",
        label: "",
        size: bytes(1),
      } as const,
    ],
  };
  expect(legendEntries(view)).toEqual([
    "instance",
    "name",
    "class",
    "unreachable cycle",
    "deleted",
    "refcount",
  ]);
});

test("says nothing about an empty picture", () => {
  expect(legendEntries(viewOf(0))).toEqual([]);
});
