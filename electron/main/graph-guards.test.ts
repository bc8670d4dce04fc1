/** What a page may send about the graph, and what is refused. */
import { describe, expect, test } from "vitest";
import {
  countArgument,
  cutsArgument,
  lessonFactArgument,
  whyAliveOptionsArgument,
} from "./graph-guards";
import { viewOptionsArgument } from "./view-options-guard";

describe("view options", () => {
  test("keep every wish of the contract and drop what is none", () => {
    const shape = {
      hiddenObjects: ["o1"],
      hiddenTypes: ["Session"],
      focus: { node: "o2", depth: 3 },
      expanded: ["g:type:Session"],
      collapsed: ["o3"],
      groupBy: "owner",
      alwaysGroup: true,
      showAnyway: false,
      shownHubs: ["module", "object"],
      shownHubObjects: ["o4"],
      mutedInsights: ["getrefcount", "unexplained"],
    };
    expect(
      viewOptionsArgument({ showHidden: true, shape: { ...shape, other: 1 }, more: 2 }),
    ).toEqual({
      showHidden: true,
      shape,
    });
    expect(viewOptionsArgument({ showHidden: false })).toEqual({ showHidden: false });
  });

  test.each([
    undefined,
    { showHidden: 1 },
    { showHidden: true, shape: 5 },
    { showHidden: true, shape: { focus: { node: "o1", depth: 9 } } },
    { showHidden: true, shape: { groupBy: "size" } },
    { showHidden: true, shape: { hiddenTypes: [7] } },
    { showHidden: true, shape: { mutedInsights: ["toString"] } },
  ])("refuse %j", (value) => {
    expect(() => viewOptionsArgument(value)).toThrow(TypeError);
  });
});

test("cuts are references or names, and nothing else", () => {
  const cuts = [
    { kind: "reference", edge: "e:o1:o2:reference", label: ".a" },
    { kind: "name", name: "n:s:0:<module>:x" },
  ];
  expect(cutsArgument(cuts)).toEqual(cuts);
  expect(() => cutsArgument([{ kind: "object", id: "o1" }])).toThrow(TypeError);
  expect(() => cutsArgument("all")).toThrow(TypeError);
});

test("paths and counts are checked", () => {
  expect(whyAliveOptionsArgument({ ignored: ["o1"], skip: 2 })).toEqual({
    ignored: ["o1"],
    skip: 2,
  });
  expect(() => whyAliveOptionsArgument({ ignored: ["o1"], skip: -1 })).toThrow(TypeError);
  expect(() => countArgument(0.5)).toThrow(TypeError);
});

test("a lesson's fact is one the engine knows", () => {
  const facts = [
    { kind: "returned" },
    { kind: "refcount", name: "a" },
    { kind: "alive", type: "Session" },
  ];
  expect(facts.map(lessonFactArgument)).toEqual(facts);
  expect(() => lessonFactArgument({ kind: "refcount" })).toThrow(TypeError);
  expect(() => lessonFactArgument({ kind: "eval", name: "a" })).toThrow(TypeError);
  expect(() => lessonFactArgument(undefined)).toThrow(TypeError);
});
