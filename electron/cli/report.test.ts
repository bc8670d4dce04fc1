import { createCountCorrections } from "../agent/count-correction";
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Report, ReportStep } from "../contract/report";
import { engineInProcess } from "../session/engine-in-process";
import { engineThread } from "../session/engine-thread";
import { findTestPythons } from "../session/interpreters-for-tests";
import type { ReportCommand } from "./command-line";
import { makeReport } from "./report";

const root = path.resolve(import.meta.dirname, "../..");
const agentFolder = path.join(root, "python-agent");
const corrections = createCountCorrections(agentFolder);
const classic = path.join(root, "assets/examples/classic_cycle.py");
const { pythons, missing } = await findTestPythons();
if (missing.length > 0) console.warn(`Not tested here, not found: Python ${missing.join(", ")}`);

let folder = "";
beforeAll(() => {
  folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "report-")));
});
afterAll(() => fs.rmSync(folder, { recursive: true }));

function script(name: string, ...lines: readonly string[]): string {
  const file = path.join(folder, name);
  fs.writeFileSync(file, `${lines.join("\n")}\n`);
  return file;
}

async function report(
  file: string,
  options: Partial<ReportCommand> = {},
  warn?: (sentence: string) => void,
): Promise<Report> {
  const command: ReportCommand = {
    file,
    python: undefined,
    maxSteps: 10_000,
    timeLimitSeconds: 60,
    scriptArgs: [],
    ...options,
  };
  const answer = await makeReport(command, {
    agentFolder,
    connectEngine: engineInProcess,
    corrections,
    ...(warn === undefined ? {} : { warn }),
  });
  if (!answer.ok) throw new Error(JSON.stringify(answer.failure));
  return answer.value;
}

const number = ({ step, inner }: ReportStep): string =>
  inner === 0 ? `${step}` : `${step}.${inner}`;
const own = (step: ReportStep): string =>
  ["obj1", "obj2"]
    .flatMap((key) => step.objects.filter((object) => object.key === key))
    .map(({ key, refcount, state }) => `${key} ${refcount} ${state}`)
    .join(", ");
const allOutput = ({ steps }: Report, stream: "stdout" | "stderr"): string =>
  steps.map((step) => step[stream]).join("");

describe.each(pythons)("on Python $full", ({ path: python, full, version }) => {
  const isFolded = version === "3.9" || version === "3.10";

  test("the classic cycle has nine steps, each with its true counts", async () => {
    const document = await report(classic, { python });
    expect(document).toMatchObject({
      schema: "ouroscope-report/1",
      script: "classic_cycle.py",
      python: { version: full, implementation: "cpython" },
      outcome: { kind: "finished", exitCode: 0, line: null, message: null },
    });
    expect(document.steps.map((step) => `${number(step)} ${step.code}`)).toEqual([
      "0 ",
      "1 import gc",
      "2 class MyObject:",
      "3.1 self.name = name",
      '3.2 print(f"Object {self.name} created")',
      '3 obj1 = MyObject("obj1")',
      "4.1 self.name = name",
      '4.2 print(f"Object {self.name} created")',
      '4 obj2 = MyObject("obj2")',
      "5 obj1.ref = obj2",
      "6 obj2.ref = obj1",
      "7 del obj1",
      "8 del obj2",
      '9.1 print(f"Object {self.name} deleted")',
      '9.2 print(f"Object {self.name} deleted")',
      "9 gc.collect()",
    ]);
    const outer = document.steps.filter(({ inner }) => inner === 0);
    expect(outer.slice(3).map(own)).toEqual([
      "obj1 1 reachable",
      "obj1 1 reachable, obj2 1 reachable",
      "obj1 1 reachable, obj2 2 reachable",
      "obj1 2 reachable, obj2 2 reachable",
      "obj1 1 reachable, obj2 2 reachable",
      "obj1 1 unreachable, obj2 1 unreachable",
      "",
    ]);
    const last = outer.at(-1);
    expect(last?.freed.filter(({ key }) => key.startsWith("obj"))).toEqual([
      { key: "obj1", by: "collector" },
      { key: "obj2", by: "collector" },
    ]);
    expect(last?.collections).toEqual([
      { generation: 2, trigger: "explicit", collected: isFolded ? 4 : 2, uncollectable: 0 },
    ]);
    expect(outer[6]?.cycles).toEqual([{ members: ["obj1", "obj2"], state: "reachable" }]);
    expect(outer[8]?.cycles).toEqual([{ members: ["obj1", "obj2"], state: "unreachable" }]);
    expect(outer[7]?.names.map(({ name }) => name)).not.toContain("obj1");
  });

  test("each line of output belongs to the step that wrote it, and is what plain Python prints", async () => {
    const document = await report(classic, { python });
    const written = document.steps.filter(({ stdout }) => stdout !== "");
    expect(written.map((step) => `${number(step)} ${step.stdout}`)).toEqual([
      "3.2 Object obj1 created\n",
      "4.2 Object obj2 created\n",
      "9.1 Object obj1 deleted\n",
      "9.2 Object obj2 deleted\n",
    ]);
    const plain = spawnSync(python, [classic], { encoding: "utf8" });
    expect(allOutput(document, "stdout")).toBe(plain.stdout);
    expect(allOutput(document, "stderr")).toBe("");
  });

  test("getrefcount prints under the app what it prints without it", async () => {
    const file = script(
      "count.py",
      "import sys",
      "a = []",
      "print(sys.getrefcount(a))",
      "b = a",
      "print(sys.getrefcount(a))",
      "del b",
      "print(sys.getrefcount(a))",
    );
    expect(allOutput(await report(file, { python }), "stdout")).toBe("2\n3\n2\n");
  });
});

describe("a script that", () => {
  const python = pythons.find(({ version }) => version === "3.11")?.path ?? pythons[0]?.path;
  const run = (file: string, options: Partial<ReportCommand> = {}) =>
    report(file, { python, ...options });

  test("raises is reported with its line, and its traceback belongs to the last entry", async () => {
    const { outcome, steps } = await run(
      script("raises.py", "a = [1]", "def f():", "    return a[5]", "f()"),
    );
    expect(outcome).toEqual({
      kind: "raised",
      exitCode: 1,
      line: 3,
      message: "IndexError: list index out of range",
    });
    expect(steps.at(-1)).toMatchObject({ step: 3, inner: 0, code: "f()" });
    expect(steps.at(-1)?.stderr).toContain("Traceback (most recent call last)");
  });

  test("is no Python has its line and nothing but the start", async () => {
    const { outcome, steps } = await run(script("wrong.py", "a = 1", "b = (", "c = 2"));
    expect(outcome).toMatchObject({ kind: "syntax-error", exitCode: 1, line: 2 });
    expect(steps.map(number)).toEqual(["0"]);
  });

  test.each([
    ["sys.exit(3)", 3],
    ["os._exit(4)", 4],
    ["sys.exit()", 0],
  ])("leaves by %s is exited, not failed", async (line, exitCode) => {
    const { outcome, steps } = await run(
      script("leaves.py", "import os, sys", "a = [1]", line, "b = 2"),
    );
    expect(outcome).toEqual({ kind: "exited", exitCode, line: 3, message: null });
    expect(steps.length).toBeGreaterThanOrEqual(3);
  });

  test("kills itself keeps its steps", async () => {
    const { outcome, steps } = await run(
      script("killed.py", "import os", "a = []", "os.kill(os.getpid(), 9)"),
    );
    expect(outcome).toEqual({ kind: "killed", exitCode: null, line: 3, message: "SIGKILL" });
    expect(steps.map(number)).toEqual(["0", "1", "2"]);
  });

  test("loops for ever stops at the step limit", async () => {
    const { outcome, steps } = await run(script("loops.py", "n = 0", "while True:", "    n += 1"), {
      maxSteps: 50,
    });
    expect(outcome).toMatchObject({ kind: "step-limit" });
    expect(steps).toHaveLength(51);
  });

  test("sleeps too long stops at the time limit and keeps its steps", async () => {
    const { outcome, steps } = await run(
      script("sleeps.py", "import time", "a = []", "time.sleep(60)"),
      { timeLimitSeconds: 1 },
    );
    expect(outcome).toMatchObject({ kind: "time-limit", line: 3 });
    expect(steps.map(number)).toEqual(["0", "1", "2"]);
  });

  test("gets its arguments, its folder and runs as __main__", async () => {
    const file = script("asks.py", "import os, sys", "print(sys.argv[1:], os.getcwd(), __name__)");
    const document = await run(file, { scriptArgs: ["--python", "a b"] });
    expect(allOutput(document, "stdout")).toBe(`['--python', 'a b'] ${folder} __main__\n`);
  });

  test("prints after its last line has that in the last entry", async () => {
    const file = script("late.py", "import atexit", "atexit.register(print, 'good bye')");
    const { steps } = await run(file);
    expect(steps.at(-1)).toMatchObject({ step: 2, stdout: "good bye\n" });
  });

  test("prints a megabyte in other alphabets loses none of it", async () => {
    const file = script(
      "much.py",
      "text = 'öß漢' * 40",
      "for _ in range(100):",
      "    print(text * 25)",
    );
    const text = allOutput(await run(file), "stdout");
    expect(text).toBe(`${"öß漢".repeat(1000)}\n`.repeat(100));
  });
});

test("a file that is not there, and a Python that is none, are failures", async () => {
  const command = {
    file: "/gone.py",
    python: undefined,
    maxSteps: 1,
    timeLimitSeconds: 1,
    scriptArgs: [],
  };
  const surroundings = { agentFolder: "", connectEngine: engineInProcess, corrections };
  expect(await makeReport(command, surroundings)).toMatchObject({
    failure: { kind: "file-unreadable" },
  });
  expect(
    await makeReport({ ...command, file: classic, python: "/gone" }, surroundings),
  ).toMatchObject({
    failure: { kind: "python-not-runnable" },
  });
});

test("a script that takes the hook away for good is warned of, and the steps before are kept", async (context) => {
  const lines = [
    "import sys",
    "kept = [1]",
    "if hasattr(sys, 'monitoring'):",
    "    for tool in range(6):",
    "        if sys.monitoring.get_tool(tool):",
    "            sys.monitoring.free_tool_id(tool)",
    "else:",
    "    sys.settrace(lambda *_: None)",
    "more = [2]",
  ];
  const python = pythons.find(({ version }) => version === "3.11" || version === "3.14")?.path;
  if (python === undefined) return context.skip("neither Python 3.11 nor 3.14 was found");
  const said: string[] = [];
  const document = await report(script("takes_hook.py", ...lines), { python }, (one) =>
    said.push(one),
  );
  expect(said).toEqual([
    expect.stringMatching(/^The script replaced sys\.settrace: nothing is recorded from line \d/),
  ]);
  expect(document.steps.at(-1)?.names.map(({ name }) => name)).toContain("kept");
});

test("an engine that does not answer is a failure, not a wait for ever", async () => {
  const stuck = new URL(
    "data:text/javascript,import{parentPort}from'node:worker_threads';parentPort.on('message',()=>{for(;;);})",
  );
  const command = {
    file: script("endless.py", "while True: pass"),
    python: pythons[0]?.path,
    maxSteps: 1_000_000,
    timeLimitSeconds: 30,
    scriptArgs: [],
  };
  const connectEngine = engineThread(stuck, 300);
  expect(await makeReport(command, { agentFolder, connectEngine, corrections })).toEqual({
    ok: false,
    failure: { kind: "wire-damaged", detail: "The engine does not answer." },
  });
});
