import { describe, expect, test } from "vitest";
import { entryIndex } from "../../electron/contract/ids";
import type { SessionPhase } from "../../electron/contract/session-events";
import { nodeOf, stepsFrom, viewOf } from "../test-support/recording-samples";
import { initialState, type AppState } from "./app-state";
import {
  canCollect,
  currentInsight,
  currentNotice,
  finalizerRemark,
  innerCount,
  stepCount,
} from "./selectors";
import { statusWords } from "./status-words";

function at(entry: number, phase: SessionPhase, labels = "0 1 2.1 2.2 2 3"): AppState {
  return {
    ...initialState,
    session: 1,
    steps: stepsFrom(labels),
    phase,
    travel: { entry: entryIndex(entry), direction: "jump", follows: "no" },
  };
}

const paused: SessionPhase = { kind: "paused-at-end" };
const raised: SessionPhase = {
  kind: "ended",
  outcome: { kind: "raised", exitCode: 1, line: 3, type: "ValueError", message: "bad" },
};

describe("derived words", () => {
  test("in the past the status says where the person looks", () => {
    expect(statusWords(at(1, paused))).toEqual({
      tone: "paused",
      state: "Paused before line 2",
      place: "Viewing step 1 of 3",
    });
    expect(statusWords(at(3, paused)).place).toBe("Viewing step 2.2 of 3");
  });

  test("at the end the status says so and collecting is possible", () => {
    expect(statusWords(at(5, paused)).state).toBe("Paused at the end");
    expect(canCollect(at(5, paused))).toBe(true);
    expect(canCollect(at(1, paused))).toBe(false);
    expect(canCollect(at(5, raised))).toBe(false);
  });

  test("the number of steps is that of module-level lines", () => {
    expect(stepCount(at(0, paused))).toBe(3);
  });

  test("inner steps are counted from the step itself and from inside", () => {
    expect(innerCount(at(4, paused))).toBe(2);
    expect(innerCount(at(2, paused))).toBe(2);
    expect(innerCount(at(5, paused))).toBe(0);
  });

  test("how the run ended is told at its last step, until it is closed", () => {
    expect(currentNotice(at(5, raised))?.key).toBe("script-raised");
    expect(currentNotice(at(1, raised))).toBeUndefined();
    expect(currentNotice({ ...at(5, raised), dismissedNotice: "script-raised" })).toBeUndefined();
  });

  test("lost tracing is told wherever the person looks", () => {
    const state = { ...at(0, paused), tracingLost: { kind: "tracing-lost" as const, line: 2 } };
    expect(currentNotice(state)?.key).toBe("agent-blocked");
  });

  test("selectors answer the same reference until something changes", () => {
    const state = at(5, raised);
    expect(currentNotice(state)).toBe(currentNotice({ ...state, leftTab: "types" }));
  });

  test("trouble comes before teaching, and a hidden kind stays hidden", () => {
    const view = {
      ...viewOf(5),
      insight: { kind: "collected", tone: "neutral", title: "Freed.", body: "" } as const,
    };
    const picture = { view, previous: undefined, direction: "jump" as const };
    expect(currentInsight({ ...at(5, paused), picture })?.kind).toBe("collected");
    expect(currentInsight({ ...at(5, raised), picture })).toBeUndefined();
    expect(
      currentInsight({ ...at(5, paused), picture, hiddenInsights: ["collected"] }),
    ).toBeUndefined();
  });

  test("finalizers that wait are pointed out", () => {
    const waiting = { state: "unreachable", finalizer: "pending" } as const;
    const view = viewOf(5, nodeOf("o1", waiting), nodeOf("o2", waiting));
    const picture = { view, previous: undefined, direction: "jump" as const };
    expect(finalizerRemark({ ...at(5, paused), picture })).toBe("Neither __del__ has run yet.");
    expect(finalizerRemark(at(5, paused))).toBeUndefined();
  });
});
