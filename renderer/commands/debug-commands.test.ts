import { beforeEach, describe, expect, test, vi } from "vitest";
import { entryIndex } from "../../electron/contract/ids";
import type { SessionPhase } from "../../electron/contract/session-events";
import { initialState, type AppState } from "../state/app-state";
import type { UserActions } from "../state/user-actions";
import { sampleScript, stepsFrom } from "../test-support/recording-samples";
import { commandById } from "./registry";

const paused: SessionPhase = { kind: "paused-at-line", reason: "stepped", line: 3, file: "" };
const atEnd: SessionPhase = { kind: "paused-at-end" };
const running: SessionPhase = {
  kind: "running",
  line: 3,
  sinceLastStep: 0 as never,
};

function state(entry: number, phase: SessionPhase, change: Partial<AppState> = {}): AppState {
  return {
    ...initialState,
    script: sampleScript,
    steps: stepsFrom("0 1 2.1 2"),
    travel: { entry: entryIndex(entry), direction: "jump", follows: "no" },
    phase,
    ...change,
  };
}

const travel = vi.fn<UserActions["travel"]>();
const resume = vi.fn<UserActions["resume"]>(() => Promise.resolve());
const changeBreakpoints = vi.fn<UserActions["changeBreakpoints"]>(() => Promise.resolve());
const change = vi.fn<UserActions["change"]>();
beforeEach(() => vi.clearAllMocks());

function run(id: string, at: AppState): void {
  const actions = { travel, resume, changeBreakpoints, change } as Partial<UserActions>;
  commandById(id).run({ state: at, actions: actions as UserActions, graph: undefined });
}

describe("steps", () => {
  test("travel in the recording, and drive the paused program at its end", () => {
    run("step-over", state(1, paused));
    expect(travel).toHaveBeenCalledWith(3, "forward");
    run("step-over", state(3, paused));
    run("step-into", state(3, paused));
    run("step-out", state(3, paused));
    expect(resume.mock.calls).toEqual([["over"], ["into"], ["out"]]);
  });

  test("out of the recording's last frame lead to its end while the program can go on", () => {
    expect(commandById("step-out").enabled(state(1, paused))).toBe(true);
    run("step-out", state(1, paused));
    expect(travel).toHaveBeenCalledWith(3, "forward");
    expect(commandById("step-out").enabled(state(1, atEnd))).toBe(false);
  });

  test("say why they are off", () => {
    const over = commandById("step-over");
    expect(over.enabled(state(3, atEnd))).toBe(false);
    expect(over.whyOff?.(state(3, atEnd))).toBe("This is the end of the recording");
    expect(over.whyOff?.(state(3, running))).toBe("The program is running");
  });
});

describe("continue", () => {
  const mark = { file: "", line: 3, condition: "", enabled: true };

  test("goes to the next breakpoint, then to the end, then lets the program go on", () => {
    run("continue", state(0, paused, { breakpoints: [mark] }));
    expect(travel).toHaveBeenLastCalledWith(2, "jump");
    run("continue", state(2, paused, { breakpoints: [mark] }));
    expect(travel).toHaveBeenLastCalledWith(3, "jump");
    run("continue", state(3, paused));
    expect(resume).toHaveBeenCalledWith("breakpoint");
  });

  test("is off at the end of a program that has run", () => {
    expect(commandById("continue").enabled(state(3, atEnd))).toBe(false);
    expect(commandById("continue").enabled(state(3, running))).toBe(false);
  });
});

describe("running to a line", () => {
  const cursor = { file: "", line: 3 };

  test("travels when the line was run, else the program runs to it", () => {
    run("run-to-line", state(0, paused, { cursor }));
    expect(travel).toHaveBeenCalledWith(2, "jump");
    run("run-to-line", state(2, paused, { cursor }));
    expect(resume).toHaveBeenCalledWith("breakpoint", cursor);
  });

  test("of a program that has run goes back to the line, or says that it was not run", () => {
    run("run-to-line", state(3, atEnd, { cursor }));
    expect(travel).toHaveBeenCalledWith(2, "jump");
    run("run-to-line", state(3, atEnd, { cursor: { file: "", line: 90 } }));
    expect(change).toHaveBeenCalledWith({ kind: "toast-shown", text: "Line 90 was not run" });
  });
});

test("a breakpoint is toggled at the cursor and said aloud", () => {
  run("toggle-breakpoint", state(3, atEnd, { cursor: { file: "", line: 2 } }));
  expect(changeBreakpoints).toHaveBeenCalledWith([
    { file: "", line: 2, condition: "", enabled: true },
  ]);
  expect(change).toHaveBeenCalledWith({ kind: "announced", text: "Breakpoint set at line 2." });
});
