import { expect, test } from "vitest";
import { dataArgument } from "./picture-guards";

const data = { suggestedName: "cycle-step08.dot", ending: "dot", text: "digraph {\n}\n" };

test("data to save has a name, a known ending and a text", () => {
  expect(dataArgument({ ...data, more: 1 })).toEqual(data);
});

test.each([
  ["nothing", undefined],
  ["an unknown ending", { ...data, ending: "exe" }],
  ["bytes for a text", { ...data, text: new Uint8Array(3) }],
  ["no name", { ...data, suggestedName: 5 }],
])("%s is refused", (_, wrong) => {
  expect(() => dataArgument(wrong)).toThrow(/data to save|text|one of/);
});
