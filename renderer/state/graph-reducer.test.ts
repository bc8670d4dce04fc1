import { describe, expect, test } from "vitest";
import { entryIndex } from "../../electron/contract/ids";
import { nodeOf, stepsFrom, viewOf } from "../test-support/recording-samples";
import { initialState, type AppState } from "./app-state";
import { meantObject } from "./graph-selection";
import { expand, hideObject, optionsKey, viewOptions } from "./shape-wishes";
import type { UserAction } from "./user-action";
import { reduceUserAction } from "./user-reducer";

const view = {
  ...viewOf(0, nodeOf("o1"), nodeOf("o2"), nodeOf("o3")),
  names: [{ id: "n:1:a", scope: "s", name: "a", target: "o1", isNew: false }],
};
const start: AppState = {
  ...initialState,
  session: 1,
  steps: stepsFrom("0 1 2 3"),
  picture: { view, previous: undefined, direction: "jump" },
};
const after = (...actions: readonly UserAction[]): AppState =>
  actions.reduce(reduceUserAction, start);
const hide = (node: string): UserAction => ({
  kind: "shape-changed",
  text: `hide ${node}`,
  shape: hideObject(start.shape, node),
});
const go = (entry: number): UserAction => ({
  kind: "travelled",
  entry: entryIndex(entry),
  direction: "jump",
});
const select = (node: string): UserAction => ({ kind: "selected", node });

describe("undo", () => {
  test("takes back what was hidden and moved in the order it was done, and does it again", () => {
    const done = after(hide("o1"), { kind: "places-changed", text: "move" });
    expect(done.edits.done.map(({ text }) => text)).toEqual(["hide o1", "move"]);
    const back = [1, 2].reduce((state) => reduceUserAction(state, { kind: "edit-undone" }), done);
    expect(back.shape).toEqual({});
    const again = reduceUserAction(back, { kind: "edit-redone" });
    expect(again.shape.hiddenObjects).toEqual(["o1"]);
  });

  test("has nothing to do for a wish that changes nothing", () => {
    const same = after({ kind: "shape-changed", text: "nothing", shape: start.shape });
    expect(same.edits.done).toEqual([]);
  });
});

describe("the way back", () => {
  test("leads to where the person was before jumps and selections, and forward again", () => {
    const there = after(go(2), select("o1"), go(3));
    const back = reduceUserAction(there, { kind: "visit-resumed", way: "back" });
    expect([back.travel.entry, back.selection]).toEqual([2, "o1"]);
    const start2 = reduceUserAction(back, { kind: "visit-resumed", way: "back" });
    expect([start2.travel.entry, start2.selection]).toEqual([2, undefined]);
    const forward = reduceUserAction(start2, { kind: "visit-resumed", way: "forward" });
    expect([forward.travel.entry, forward.selection]).toEqual([2, "o1"]);
  });

  test("does not remember each step of a walk", () => {
    const walk = after({ kind: "travelled", entry: entryIndex(1), direction: "forward" });
    expect(walk.visits.past).toEqual([]);
  });
});

describe("selection", () => {
  test("grows with each object added, and a second time takes it away", () => {
    const add = (node: string): UserAction => ({
      kind: "also-selected",
      nodes: [node],
      adds: true,
    });
    const two = after(select("o1"), add("o2"));
    expect([two.selection, ...two.alsoSelected]).toEqual(["o1", "o2"]);
    const one = reduceUserAction(two, add("o1"));
    expect([one.selection, ...one.alsoSelected]).toEqual(["o2"]);
  });

  test("of a reference leaves no object selected", () => {
    const picked = after(select("o1"), { kind: "picked", picked: { kind: "edge", id: "e" } });
    expect([picked.selection, picked.picked?.id]).toEqual([undefined, "e"]);
  });

  test("what a key means is what the keyboard is on: of a name its object", () => {
    const focused = after(select("o2"), { kind: "canvas-focused", id: "n:1:a" });
    expect(meantObject(focused)?.id).toBe("o1");
    expect(meantObject(reduceUserAction(focused, select("o3")))?.id).toBe("o3");
  });
});

describe("search", () => {
  test("forgets the answer to what is looked for no more", () => {
    const result = { hits: [], total: 3, problems: [] };
    const late = after(
      { kind: "search-changed", query: "a" },
      { kind: "search-changed", query: "ab" },
      { kind: "search-answered", query: "a", result },
    );
    expect(late.search?.result).toBeUndefined();
  });
});

test("the engine is asked anew only when a wish differs", () => {
  const expanded = { ...start, shape: expand(start.shape, "o1") };
  expect(optionsKey(start)).not.toBe(optionsKey(expanded));
  expect(viewOptions(expanded)).toBe(viewOptions(expanded));
  const muted = viewOptions({ ...start, hiddenInsights: ["collected"] });
  expect(muted.shape?.mutedInsights).toEqual(["collected"]);
});
