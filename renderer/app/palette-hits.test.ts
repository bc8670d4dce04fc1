import { expect, test } from "vitest";
import { bytes } from "../../electron/contract/ids";
import type { SearchResult } from "../../electron/contract/object-search";
import { commands } from "../commands/registry";
import { initialState, type AppState } from "../state/app-state";
import { stepsFrom, viewOf } from "../test-support/recording-samples";
import { paletteHits, readPaletteText } from "./palette-hits";

const state: AppState = {
  ...initialState,
  steps: stepsFrom("0 1 2.1 2"),
  picture: { view: viewOf(0), previous: undefined, direction: "jump" },
};
const found: SearchResult = {
  hits: [
    {
      kind: "object",
      id: "o1",
      key: "obj1",
      title: "MyObject",
      typeName: "MyObject",
      state: "unreachable",
      refcount: 1,
      size: bytes(48),
    },
  ],
  total: 12,
  problems: [],
};
const hits = (text: string): readonly string[] =>
  paletteHits(readPaletteText(text), state, { found, commands, platform: "linux" }).map(
    ({ kind, text: shown }) => `${kind} ${shown}`,
  );

test("a plain text finds objects, steps and commands, and offers all objects to the graph", () => {
  expect(hits("fit").slice(0, 2)).toEqual(["object obj1", "find Show all 12 in the graph"]);
  expect(hits("fit")).toContain("command Fit everything");
});

test("a type that matches is offered as a whole", () => {
  expect(hits("myob")).toContain("type MyObject");
});

test("a prefix asks for one kind only", () => {
  expect(hits(">fit every")).toEqual(["command Fit everything"]);
  expect(hits(":2")).toEqual(["step line 2", "step line 2.1"]);
  expect(hits("type:MyObject").some((hit) => hit.startsWith("command"))).toBe(false);
});
