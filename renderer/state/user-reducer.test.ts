import { describe, expect, test } from "vitest";
import { bytes, entryIndex } from "../../electron/contract/ids";
import {
  nodeOf,
  samplePython,
  sampleScript,
  stepsFrom,
  unionOf,
  viewOf,
} from "../test-support/recording-samples";
import { initialState, type AppState } from "./app-state";
import { reduceSessionEvent } from "./session-reducer";
import type { UserAction } from "./user-action";
import { reduceUserAction } from "./user-reducer";

const started = reduceSessionEvent(
  reduceSessionEvent(initialState, {
    kind: "session-started",
    session: 1,
    script: sampleScript,
    python: samplePython,
  }),
  {
    kind: "steps-recorded",
    session: 1,
    steps: stepsFrom("0 1 2.1 2 3"),
    unionVersion: 1,
    recordedBytes: bytes(0),
  },
);

function after(...actions: readonly UserAction[]): AppState {
  return actions.reduce(reduceUserAction, started);
}

const goTo = (entry: number, direction: "forward" | "back" | "jump" = "jump"): UserAction => ({
  kind: "travelled",
  entry: entryIndex(entry),
  direction,
});

describe("what the person does", () => {
  test("a view that arrives late, for a step already left, is dropped", () => {
    const state = after(goTo(1), goTo(3), {
      kind: "view-arrived",
      view: viewOf(1),
      direction: "jump",
    });
    expect(state.picture).toBeUndefined();
  });

  test("a new picture knows the one it replaces and the direction", () => {
    const state = after(
      goTo(1),
      { kind: "view-arrived", view: viewOf(1), direction: "jump" },
      goTo(3, "forward"),
      { kind: "view-arrived", view: viewOf(3), direction: "forward" },
    );
    expect(state.picture?.previous?.entry).toBe(1);
    expect(state.picture?.direction).toBe("forward");
  });

  test("the same entry read again is not animated", () => {
    const state = after(
      goTo(1, "forward"),
      { kind: "view-arrived", view: viewOf(1), direction: "forward" },
      { kind: "view-arrived", view: viewOf(1), direction: "forward" },
    );
    expect(state.picture?.direction).toBe("jump");
  });

  test("a selection goes when its object is no longer drawn", () => {
    const state = after(
      goTo(1),
      { kind: "view-arrived", view: viewOf(1, nodeOf("o1")), direction: "jump" },
      { kind: "selected", node: "o1" },
      goTo(3),
      { kind: "view-arrived", view: viewOf(3), direction: "jump" },
    );
    expect(state.selection).toBeUndefined();
  });

  test("going to an inner step opens its step, leaving it closes it again", () => {
    expect(after(goTo(2)).openedStep).toBe(2);
    expect(after(goTo(2), goTo(3)).openedStep).toBe(2);
    expect(after(goTo(2), goTo(3), goTo(4)).openedStep).toBeUndefined();
  });

  test("an older union never replaces a newer one", () => {
    const state = after(
      { kind: "union-arrived", union: unionOf(4) },
      { kind: "union-arrived", union: unionOf(2) },
    );
    expect(state.union?.version).toBe(4);
  });

  test("what is folded in the outline stays folded over steps", () => {
    const state = after({ kind: "item-folded", id: "name:x", folded: true }, goTo(1), goTo(3));
    expect(state.foldedItems.has("name:x")).toBe(true);
  });

  test("the start screen has no export dialog", () => {
    const state = reduceUserAction(initialState, { kind: "dialog-changed", dialog: "export" });
    expect(state.dialog).toBe("none");
  });

  test("a step the recording does not have changes nothing", () => {
    expect(after(goTo(99))).toBe(started);
  });
});
