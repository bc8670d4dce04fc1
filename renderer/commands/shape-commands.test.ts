import { expect, test, vi } from "vitest";
import { initialState, type AppState } from "../state/app-state";
import type { UserActions } from "../state/user-actions";
import { nodeOf, viewOf } from "../test-support/recording-samples";
import type { GraphControls } from "./command";
import { commandById } from "./registry";

const view = viewOf(
  0,
  nodeOf("o1"),
  nodeOf("o2"),
  nodeOf("o3", { hub: { count: 60 } }),
  nodeOf("g:type:X", { group: { count: 9, typeName: "X", bytes: 0 as never } }),
);
const picture = { view, previous: undefined, direction: "jump" } as const;
const at = (change: Partial<AppState>): AppState => ({ ...initialState, picture, ...change });
const change = vi.fn<UserActions["change"]>();

function run(id: string, state: AppState): unknown {
  change.mockClear();
  const actions = { change } as Partial<UserActions>;
  commandById(id).run({ state, actions: actions as UserActions, graph: undefined });
  return change.mock.calls[0]?.[0];
}

test("hiding takes all that are selected, and undo can name it", () => {
  const several = at({ selection: "o1", alsoSelected: ["o2"] });
  expect(run("hide-object", several)).toEqual({
    kind: "shape-changed",
    text: "hide 2 objects",
    shape: { hiddenObjects: ["o1", "o2"] },
  });
  const other = at({ selection: "o1", alsoSelected: ["o2"], canvasFocus: "o3" });
  expect(run("hide-object", other)).toMatchObject({ text: "hide obj3" });
});

test("only one object is focused on, and once more lets everything back in", () => {
  const several = at({ selection: "o1", alsoSelected: ["o2"] });
  expect(run("show-only", several)).toMatchObject({ shape: { focus: { node: "o1", depth: 1 } } });
  const focused = at({ selection: "o1", shape: { focus: { node: "o1", depth: 1 } } });
  expect(run("show-only", focused)).toMatchObject({ shape: {} });
  expect(run("more-context", focused)).toMatchObject({ shape: { focus: { depth: 2 } } });
  expect(commandById("less-context").enabled(focused)).toBe(false);
});

test("stubs open, groups are hidden as a type and not as an object", () => {
  expect(commandById("open-hub").enabled(at({ selection: "o1" }))).toBe(false);
  expect(run("open-hub", at({ selection: "o3" }))).toMatchObject({
    shape: { shownHubObjects: ["o3"] },
  });
  const group = at({ selection: "g:type:X" });
  expect(commandById("hide-object").enabled(group)).toBe(false);
  expect(run("hide-type", group)).toMatchObject({ shape: { hiddenTypes: ["X"] } });
});

test("what was expanded collapses before what it leads to goes", () => {
  const open = at({ selection: "o1", shape: { expanded: ["o1"] } });
  expect(run("collapse", open)).toMatchObject({ shape: { expanded: [] } });
  expect(run("collapse", at({ selection: "o1" }))).toMatchObject({ shape: { collapsed: ["o1"] } });
});

test("instance dicts come and go, and only their coming arranges the graph", () => {
  const arrangeWithNext = vi.fn<() => void>();
  const graph = { arrangeWithNext } as Partial<GraphControls> as GraphControls;
  const actions = { change } as Partial<UserActions> as UserActions;
  change.mockClear();
  commandById("show-instance-dicts").run({ state: at({}), actions, graph });
  expect(change.mock.calls[0]?.[0]).toMatchObject({ shape: { instanceDicts: true } });
  expect(arrangeWithNext).toHaveBeenCalledTimes(1);
  const shown = at({ shape: { instanceDicts: true } });
  expect(commandById("show-instance-dicts").checked?.(shown)).toBe(true);
  commandById("show-instance-dicts").run({ state: shown, actions, graph });
  expect(change.mock.calls[1]?.[0]).toMatchObject({ shape: { instanceDicts: false } });
  expect(arrangeWithNext).toHaveBeenCalledTimes(1);
});
