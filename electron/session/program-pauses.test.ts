import { beforeEach, describe, expect, test } from "vitest";
import type { AgentCommand } from "../agent/agent-commands";
import type { PauseReason } from "../contract/agent-message";
import { createProgramPauses, type ProgramPauses } from "./program-pauses";

const mark = (line: number, file = "") => ({ file, line, condition: "" });
const go = { kind: "continue", furtherSteps: 100, until: "breakpoint" } as const;
const tell = (...breakpoints: readonly ReturnType<typeof mark>[]): AgentCommand => ({
  kind: "breakpoints",
  breakpoints,
});

let sent: AgentCommand[] = [];
let pauses: ProgramPauses;
beforeEach(() => {
  sent = [];
  pauses = createProgramPauses({
    breakpoints: [mark(3)],
    maxSteps: 100,
    send: (command) => sent.push(command),
  });
});
const paused = (reason: PauseReason, line: number, file = ""): boolean =>
  pauses.takePause({ kind: "paused", reason, line, file });

describe("a breakpoint", () => {
  test("is where the program stays paused", () => {
    expect(paused("breakpoint", 3)).toBe(true);
    expect(sent).toEqual([]);
  });

  test("set while the program runs interrupts it only to be told", () => {
    pauses.setBreakpoints([mark(3), mark(9)], false);
    expect(sent).toEqual([{ kind: "pause" }]);
    expect(paused("stepped", 5)).toBe(false);
    expect(sent.slice(1)).toEqual([tell(mark(3), mark(9)), go]);
  });

  test("set while the program runs is told at a pause that came first", () => {
    pauses.setBreakpoints([mark(3), mark(9)], false);
    expect(paused("breakpoint", 3)).toBe(true);
    expect(sent.slice(1)).toEqual([tell(mark(3), mark(9))]);
  });

  test("taken away while the program was on its way to it does not stop it", () => {
    pauses.setBreakpoints([], false);
    expect(paused("breakpoint", 3)).toBe(false);
    expect(sent.slice(1)).toEqual([tell(), go]);
  });

  test("of another file is told apart by its file", () => {
    pauses.setBreakpoints([mark(3, "/shop.py")], true);
    expect(paused("breakpoint", 3)).toBe(false);
    expect(paused("breakpoint", 3, "/shop.py")).toBe(true);
  });

  test("does not interrupt a step that is on its way", () => {
    pauses.resume("over");
    pauses.setBreakpoints([mark(9)], false);
    expect(sent).toEqual([{ ...go, until: "over" }]);
    expect(paused("stepped", 4)).toBe(true);
    expect(sent.slice(1)).toEqual([tell(mark(9))]);
  });
});

test("a pause the person asked for is kept, also when breakpoints were on their way", () => {
  pauses.setBreakpoints([mark(9)], false);
  pauses.pause();
  expect(paused("stepped", 5)).toBe(true);
  expect(sent).toEqual([{ kind: "pause" }, { kind: "pause" }, tell(mark(9))]);
});

test("running to a line makes it a breakpoint for once", () => {
  pauses.resume("breakpoint", { file: "", line: 12 });
  expect(sent).toEqual([tell(mark(3), mark(12)), go]);
  expect(paused("breakpoint", 12)).toBe(true);
  expect(sent.slice(2)).toEqual([tell(mark(3))]);
});
