import path from "node:path";
import { afterEach, beforeAll, expect, test } from "vitest";
import type { CellRun, CodeCell } from "../../contract/notebook";
import { findTestPythons, type TestPython } from "../interpreters-for-tests";
import { sessionOver, type TestSession } from "../session-for-tests";

let python: TestPython;
let run: TestSession;
beforeAll(async () => {
  const { pythons } = await findTestPythons();
  const last = pythons.at(-1);
  if (last === undefined) throw new Error("No Python to test with.");
  python = last;
});
afterEach(() => run.end());

const cell = (number: number, text: string): CodeCell => ({
  kind: "code",
  id: `cell-${number}`,
  name: `In[${number}]`,
  text,
  saved: [],
});

function open(cells: readonly CodeCell[], attended: boolean): TestSession {
  const script = {
    path: path.join(import.meta.dirname, "lesson.ipynb"),
    name: "lesson.ipynb",
    text: "{}",
    example: false,
  };
  run = sessionOver(
    python,
    { "script.py": [] },
    { attended, script: { ...script, notebook: { cells } } },
  );
  return run;
}

/** The states of a cell in the order they were told. */
const statesOf = (id: string): readonly string[] =>
  runs().flatMap((told) => (told.id === id ? [told.state.kind] : []));
const runs = (): readonly CellRun[] =>
  run.events.flatMap((event) => (event.kind === "cells-changed" ? event.cells : []));
const isDone = (id: string) => (): boolean =>
  runs().findLast((told) => told.id === id)?.state.kind === "done";

test("cells run one after the other, again under another name, and their texts are known", async () => {
  const cells = [cell(1, "a = []"), cell(2, "b = a\nlen(b)")];
  const { session, until, steps, text } = open(cells, true);
  await until("paused-at-end");
  expect(steps()).toHaveLength(1);
  session.runCells(cells, "breakpoint");
  await until("paused-at-end", isDone("cell-2"));
  session.runCells([cell(1, "a = [1]")], "breakpoint");
  await until("paused-at-end", () => steps().length === 5);
  expect(steps().map(({ file, line, code }) => [file, line, code])).toEqual([
    ["", undefined, ""],
    ["In[1]", 1, "a = []"],
    ["In[2]", 1, "b = a"],
    ["In[2]", 2, "len(b)"],
    ["In[1] run 2", 1, "a = [1]"],
  ]);
  expect(text("stdout")).toBe("0\n");
  expect(statesOf("cell-1")).toEqual(["queued", "running", "done", "queued", "running", "done"]);
  expect(statesOf("cell-2")).toEqual(["queued", "running", "done"]);
});

test("a cell that fails keeps those behind it from running, and the program goes on", async () => {
  const cells = [cell(1, "%cd x\nboom"), cell(2, "a = 1"), cell(3, "# nothing")];
  const { session, until } = open(cells, true);
  await until("paused-at-end");
  session.runCells(cells, "breakpoint");
  await until("paused-at-end", () => runs().some(({ state }) => state.kind === "failed"));
  expect(runs().findLast(({ id }) => id === "cell-1")).toMatchObject({
    skipped: [{ line: 1, command: "%cd" }],
    state: { kind: "failed", type: "NameError", line: 2, file: "In[1]" },
  });
  expect(statesOf("cell-2")).toEqual(["queued", "left"]);
  session.runCells(cells.slice(1), "breakpoint");
  await until("paused-at-end", isDone("cell-3"));
  expect(statesOf("cell-2").at(-1)).toBe("done");
});

test("a cell runs to a line, and is left when another one is run", async () => {
  const one = cell(1, "a = 1\na = 2");
  const two = cell(2, "b = a");
  const { session, until, steps } = open([one, two], true);
  await until("paused-at-end");
  session.runCells([one], "breakpoint", { file: "In[1]", line: 2 });
  expect(await until("paused-at-line")).toMatchObject({ file: "In[1]", line: 2 });
  session.runCells([two], "breakpoint");
  await until("paused-at-end", isDone("cell-2"));
  expect(steps().map(({ file, line }) => [file, line])).toEqual([
    ["", undefined],
    ["In[1]", 1],
    ["In[2]", 1],
  ]);
  expect(statesOf("cell-1").at(-1)).toBe("left");
});

test("a cell that runs for ever can be interrupted; what it made is there for the next", async () => {
  const cells = [cell(1, "a = 1\nwhile True:\n    a += 0"), cell(2, "a")];
  const { session, until, text } = open(cells, true);
  await until("paused-at-end");
  session.runCells(cells.slice(0, 1), "breakpoint");
  await until("running", () => run.steps().length > 2);
  session.stop();
  await until("paused-at-end", () => runs().some(({ state }) => state.kind === "failed"));
  expect(runs().at(-1)?.state).toMatchObject({ kind: "failed", type: "KeyboardInterrupt" });
  session.runCells(cells.slice(1), "breakpoint");
  await until("paused-at-end", isDone("cell-2"));
  expect(text("stdout")).toBe("1\n");
});

test("with nobody watching all cells run, and the first that fails is the outcome", async () => {
  const { session } = open([cell(1, "a = 1"), cell(2, "a.b"), cell(3, "a = 2")], false);
  const end = await session.ended;
  expect(end).toMatchObject({
    kind: "outcome",
    outcome: { kind: "raised", type: "AttributeError", line: 1, file: "In[2]" },
  });
});

test("a breakpoint in a cell holds for each of its runs, whatever that is called", async () => {
  const cells = [cell(1, "a = 1\na = 2\na = input()")];
  const { session, until } = open(cells, true);
  await until("paused-at-end");
  session.setBreakpoints([{ file: "In[1]", line: 2, condition: "" }]);
  session.runCells(cells, "breakpoint");
  expect(await until("paused-at-line")).toMatchObject({ file: "In[1]", line: 2 });
  session.runCells(cells, "breakpoint");
  expect(await until("paused-at-line", ({ file }) => file !== "In[1]")).toMatchObject({
    reason: "breakpoint",
    file: "In[1] run 2",
    line: 2,
  });
  session.resume("breakpoint");
  await until("waiting-for-input");
  session.sendInput("said");
  await until("paused-at-end", isDone("cell-1"));
});
