import { expect, test } from "vitest";
import type { SubgraphView, ViewNode } from "../../electron/contract/subgraph-view";
import { viewOf } from "../test-support/recording-samples";
import { drawnAs } from "./lesson-links";

// Only what the words are looked up by.
const node = (id: string, key: string) => ({ id, key }) as unknown as ViewNode;
const scope = "s:0:<module>";
const view: SubgraphView = {
  ...viewOf(3, node("o1", "a"), node("o2", "obj1")),
  edges: [
    { id: "e1", from: "n:b", to: "o1", kind: "name", label: "", inCycle: false, isNew: false },
    { id: "e2", from: "o2", to: "o1", kind: "reference", label: "", inCycle: false, isNew: false },
  ],
  names: [
    { id: "n:b", scope, name: "b", target: "o1", isNew: false },
    { id: "n:obj1", scope, name: "obj1", target: "o1", isNew: false, deleted: { step: 2 } },
    { id: "n:n", scope, name: "n", text: "5", isNew: false },
    { id: "n:gc", scope, name: "gc", target: "o9", isNew: false },
  ],
};

test("a word names the object a name is bound to, with the name and its arrow", () => {
  expect(drawnAs(view, "b")).toEqual({ node: "o1", ids: ["n:b", "e1", "o1"] });
});

test("a word names an object by its key when its name is deleted or bound to nothing drawn", () => {
  expect(drawnAs(view, "obj1")).toEqual({ node: "o2", ids: ["o2"] });
  expect(drawnAs(view, "a")).toEqual({ node: "o1", ids: ["o1"] });
});

test("a word that is bound to a number, or to what is not drawn, names nothing", () => {
  expect([drawnAs(view, "n"), drawnAs(view, "gc"), drawnAs(view, "else")]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  expect(drawnAs(undefined, "a")).toBeUndefined();
});
