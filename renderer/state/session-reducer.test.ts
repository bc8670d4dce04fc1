import { describe, expect, test } from "vitest";
import { bytes, entryIndex } from "../../electron/contract/ids";
import type { SessionEvent } from "../../electron/contract/session-events";
import { samplePython, sampleScript, stepsFrom } from "../test-support/recording-samples";
import { initialState, type AppState } from "./app-state";
import { reduceSessionEvent } from "./session-reducer";
import { reduceUserAction } from "./user-reducer";

const started: SessionEvent = {
  kind: "session-started",
  session: 7,
  script: sampleScript,
  python: samplePython,
};

function recorded(labels: string, session = 7): SessionEvent {
  return {
    kind: "steps-recorded",
    session,
    steps: stepsFrom(labels),
    unionVersion: 3,
    recordedBytes: bytes(500),
  };
}

function after(...events: readonly SessionEvent[]): AppState {
  return events.reduce(reduceSessionEvent, initialState);
}

describe("what the session says", () => {
  test("a session that starts replaces the recording before", () => {
    const state = after(started, recorded("0 1 2"), { ...started, session: 8 });
    expect(state.session).toBe(8);
    expect(state.steps).toEqual([]);
    expect(state.script?.name).toBe("cycle.py");
  });

  test("steps arrive in batches and are appended once", () => {
    const state = after(started, recorded("0 1"), recorded("0 1 2 3"));
    expect(state.steps.map((step) => step.step)).toEqual([0, 1, 2, 3]);
    expect(state.unionVersion).toBe(3);
  });

  test("what comes late from an older session is dropped", () => {
    const state = after(started, recorded("0 1", 6));
    expect(state.steps).toEqual([]);
  });

  test("a person who went somewhere stays there while steps stream in", () => {
    const travelled = reduceUserAction(after(started, recorded("0 1 2")), {
      kind: "travelled",
      entry: entryIndex(1),
      direction: "jump",
    });
    expect(reduceSessionEvent(travelled, recorded("0 1 2 3 4")).travel.entry).toBe(1);
  });

  test("a window that follows shows the newest step", () => {
    const following = reduceUserAction(after(started, recorded("0 1 2")), {
      kind: "following-changed",
      follows: "newest",
    });
    expect(following.travel.entry).toBe(2);
    expect(reduceSessionEvent(following, recorded("0 1 2 3 4")).travel.entry).toBe(4);
  });

  test("what the paused program was asked to do is shown as steps forwards", () => {
    const waiting = reduceUserAction(after(started, recorded("0 1")), {
      kind: "following-changed",
      follows: "live-step",
    });
    const collected = reduceSessionEvent(waiting, recorded("0 1 2"));
    expect(collected.travel).toEqual({ entry: 2, direction: "forward", follows: "live-step" });
    expect(reduceSessionEvent(collected, recorded("0 1 2 3")).travel.entry).toBe(3);
  });

  test("that tracing was lost is remembered after the script has ended", () => {
    const state = after(
      started,
      { kind: "phase-changed", session: 7, phase: { kind: "tracing-lost", line: 4 } },
      { kind: "phase-changed", session: 7, phase: { kind: "paused-at-end" } },
    );
    expect(state.tracingLost?.line).toBe(4);
    expect(state.phase?.kind).toBe("paused-at-end");
  });

  test("a notice becomes a toast in plain words", () => {
    const state = after({ kind: "notice", failure: { kind: "unsupported-file", path: "/a.txt" } });
    expect(state.toast?.text).toBe("Only .py, .ipynb and recordings can be opened");
  });
});
