import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { bytes } from "../../electron/contract/ids";
import type { SessionEvent, SessionPhase } from "../../electron/contract/session-events";
import { samplePython, sampleScript, stepsFrom } from "../test-support/recording-samples";
import { followRun } from "./run-following";
import { createStore, type Store } from "./store";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function running(): { readonly store: Store; say(event: SessionEvent): void } {
  const store = createStore();
  const follow = followRun(store);
  const say = (event: SessionEvent): void => {
    store.receive(event);
    follow(event);
  };
  say({ kind: "session-started", session: 1, script: sampleScript, python: samplePython });
  say({
    kind: "steps-recorded",
    session: 1,
    steps: stepsFrom("0 1 2"),
    unionVersion: 1,
    recordedBytes: bytes(0),
  });
  return { store, say };
}

const phase = (value: SessionPhase): SessionEvent => ({
  kind: "phase-changed",
  session: 1,
  phase: value,
});

test("a short run lands on step 0 and does not flicker through its steps before", () => {
  const { store, say } = running();
  vi.advanceTimersByTime(200);
  expect(store.get().travel.entry).toBe(0);
  say(phase({ kind: "paused-at-end" }));
  expect(store.get().travel).toEqual({ entry: 0, direction: "jump", follows: "no" });
});

test("a longer run is followed step by step and stays at its end", () => {
  const { store, say } = running();
  vi.advanceTimersByTime(500);
  expect(store.get().travel.entry).toBe(2);
  vi.advanceTimersByTime(2000);
  say(phase({ kind: "paused-at-end" }));
  expect(store.get().travel.entry).toBe(2);
});

test("a script that raises lands on its last step, however short it was", () => {
  const { store, say } = running();
  say(
    phase({
      kind: "ended",
      outcome: { kind: "raised", exitCode: 1, line: 2, type: "E", message: "" },
    }),
  );
  expect(store.get().travel.entry).toBe(2);
});

test("a person who went somewhere is left there", () => {
  const { store, say } = running();
  store.dispatch({ kind: "travelled", entry: stepsFrom("0 1")[1]!.entry, direction: "jump" });
  say(phase({ kind: "paused-at-end" }));
  expect(store.get().travel.entry).toBe(1);
});
