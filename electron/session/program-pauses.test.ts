import { beforeEach, expect, test } from "vitest";
import type { AgentCommand } from "../agent/agent-commands";
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
    place: (breakpoints) => breakpoints,
  });
});

test("breakpoints are told when they change, and only then", () => {
  pauses.setBreakpoints([mark(3)]);
  expect(sent).toEqual([]);
  pauses.setBreakpoints([mark(3), mark(3, "/shop.py")]);
  expect(sent).toEqual([tell(mark(3), mark(3, "/shop.py"))]);
});

test("a line to run to is a breakpoint until the next pause", () => {
  pauses.resume("breakpoint", { file: "", line: 12 });
  expect(sent).toEqual([tell(mark(3), mark(12)), go]);
  pauses.setBreakpoints([]);
  expect(sent.slice(2)).toEqual([tell(mark(12))]);
  pauses.paused();
  expect(sent.slice(3)).toEqual([tell()]);
});

test("going on says until where, and how many steps may be recorded", () => {
  pauses.resume("over");
  expect(sent).toEqual([{ ...go, until: "over" }]);
});
