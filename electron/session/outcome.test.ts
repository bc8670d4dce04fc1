import { describe, expect, test } from "vitest";
import type { StepSummary } from "../contract/session-events";
import { factsAfterSteps, noFacts, outcomeOf, type RunFacts } from "./outcome";

const running: RunFacts = { ...noFacts, saidHello: true, lineAhead: 7 };
const code = (value: number) => ({ kind: "code", code: value }) as const;
const failure = (type: string) =>
  ({ kind: "failure", line: 3, type, message: "why", file: "" }) as const;

describe("a run", () => {
  test("finished when Python left in good order with exit code 0", () => {
    const facts: RunFacts = { ...running, ended: "returned", saidExit: true };
    expect(outcomeOf(facts, code(0))).toEqual({ kind: "finished", exitCode: 0 });
  });
  test("raised when Python reported an exception", () => {
    const facts: RunFacts = {
      ...running,
      ended: "raised",
      failure: failure("ValueError"),
      saidExit: true,
    };
    expect(outcomeOf(facts, code(1))).toEqual({
      kind: "raised",
      exitCode: 1,
      line: 3,
      type: "ValueError",
      message: "why",
    });
  });
  test("had a syntax error when nothing of the script ran", () => {
    const facts: RunFacts = {
      ...noFacts,
      saidHello: true,
      failure: failure("IndentationError"),
      saidExit: true,
    };
    expect(outcomeOf(facts, code(1))).toEqual({
      kind: "syntax-error",
      exitCode: 1,
      line: 3,
      message: "why",
    });
  });
  test("raised when the syntax error was in something it imported", () => {
    const facts: RunFacts = {
      ...running,
      ended: "raised",
      failure: failure("SyntaxError"),
      saidExit: true,
    };
    expect(outcomeOf(facts, code(1)).kind).toBe("raised");
  });
  test("exited by sys.exit at the line that raised, by os._exit at the line that ran", () => {
    const bySys: RunFacts = { ...noFacts, ended: "raised", saidExit: true, raisedAt: 5 };
    expect(outcomeOf(bySys, code(3))).toEqual({ kind: "exited", exitCode: 3, line: 5 });
    expect(outcomeOf(running, code(4))).toEqual({ kind: "exited", exitCode: 4, line: 7 });
  });
  test("was killed by a signal, but a KeyboardInterrupt was raised", () => {
    expect(outcomeOf(running, { kind: "signal", signal: "SIGKILL" })).toMatchObject({
      kind: "killed",
      signal: "SIGKILL",
      line: 7,
    });
    const facts: RunFacts = { ...running, ended: "raised", failure: failure("KeyboardInterrupt") };
    expect(outcomeOf(facts, { kind: "signal", signal: "SIGINT" })).toMatchObject({
      kind: "raised",
      exitCode: 130,
    });
  });
  test("was cut by us, whatever Python then said", () => {
    const facts: RunFacts = { ...running, cut: { kind: "step-limit", steps: 10 } };
    expect(outcomeOf(facts, { kind: "signal", signal: "SIGKILL" })).toEqual({
      kind: "step-limit",
      steps: 10,
      line: 7,
    });
  });
});

test("a syntax error is told without the place Python adds", () => {
  const facts: RunFacts = {
    ...noFacts,
    saidHello: true,
    failure: {
      kind: "failure",
      line: 2,
      type: "SyntaxError",
      message: "'(' was never closed (a.py, line 2)",
      file: "",
    },
  };
  expect(outcomeOf(facts, code(1))).toMatchObject({ message: "'(' was never closed" });
});

test("the line of a byte in a wrong encoding is taken from the words", () => {
  const message =
    "Non-UTF-8 code starting with '\\xff' in file a.py on line 2, but no encoding declared";
  const facts: RunFacts = {
    ...noFacts,
    saidHello: true,
    failure: { kind: "failure", line: undefined, type: "SyntaxError", message, file: "" },
  };
  expect(outcomeOf(facts, code(1))).toMatchObject({ kind: "syntax-error", line: 2 });
});

const step = (line: number, raised: boolean, change: Partial<StepSummary> = {}): StepSummary =>
  ({
    ...{ line, raised, depth: 0, nextLine: undefined, file: "", events: [] },
    ...change,
  }) as unknown as StepSummary;

test("while another file runs, the script stands on the line that led there", () => {
  const facts = factsAfterSteps(noFacts, [
    step(1, false, { nextLine: 2 }),
    step(30, false, { file: "/shop.py", depth: 1, nextLine: 31 }),
  ]);
  expect(facts.lineAhead).toBe(2);
  const raised = [step(31, true, { file: "/shop.py", depth: 1 }), step(2, true)];
  expect(factsAfterSteps(facts, raised).raisedAt).toBe(2);
});

test("what the person runs at a pause does not move the program", () => {
  const facts = factsAfterSteps({ ...noFacts, lineAhead: 5 }, [
    step(0, false, { events: ["person"] }),
  ]);
  expect(facts.lineAhead).toBe(5);
});

test("an exception in another file of the person's names that file", () => {
  const facts: RunFacts = {
    ...running,
    ended: "raised",
    failure: { ...failure("ValueError"), file: "/shop.py" },
  };
  expect(outcomeOf(facts, code(1))).toMatchObject({ kind: "raised", line: 3, file: "/shop.py" });
});

test("the line to blame for an exception is the innermost one it passed", () => {
  expect(factsAfterSteps(noFacts, [step(1, false), step(4, true), step(9, true)]).raisedAt).toBe(4);
  expect(factsAfterSteps(noFacts, [step(4, true), step(5, false)]).raisedAt).toBeUndefined();
});
