import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { SessionEvent, SessionPhase } from "../contract/session-events";
import { engineInProcess } from "./engine-in-process";
import { findTestPythons } from "./interpreters-for-tests";
import { startSession } from "./session";
import type { Session } from "./session-interface";
import type { SessionOptions } from "./session-options";

const { pythons } = await findTestPythons();
const python = pythons.find(({ version }) => version === "3.11") ?? pythons[0]!;
const agentFolder = path.resolve(import.meta.dirname, "../../python-agent");

let folder = "";
let session: Session | undefined;
let events: SessionEvent[] = [];

beforeEach(() => {
  folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "session-")));
  events = [];
});
afterEach(async () => {
  await session?.dispose();
  fs.rmSync(folder, { recursive: true });
});

function start(lines: readonly string[], options: Partial<SessionOptions> = {}): Session {
  const file = path.join(folder, "script.py");
  const text = `${lines.join("\n")}\n`;
  fs.writeFileSync(file, text);
  session = startSession({
    number: 1,
    script: { path: file, name: "script.py", text, example: false },
    isEdited: false,
    python: {
      path: python.path,
      version: python.full,
      implementation: "cpython",
      origin: "chosen",
    },
    args: [],
    agentFolder,
    connectEngine: engineInProcess,
    maxSteps: 1000,
    timeLimitSeconds: 30,
    attended: true,
    publish: (event) => events.push(event),
    ...options,
  });
  return session;
}

async function until<Kind extends SessionPhase["kind"]>(
  kind: Kind,
  patience = 20_000,
): Promise<Extract<SessionPhase, { kind: Kind }>> {
  const end = Date.now() + patience;
  const isKind = (phase: SessionPhase): phase is Extract<SessionPhase, { kind: Kind }> =>
    phase.kind === kind;
  for (;;) {
    const phase = session!.phase();
    if (isKind(phase)) return phase;
    if (Date.now() > end)
      throw new Error(
        `still ${JSON.stringify(phase)}, not ${kind}: ${JSON.stringify(events.slice(-3))}`,
      );
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

const steps = () => events.flatMap((event) => (event.kind === "steps-recorded" ? event.steps : []));
const output = (stream: string) =>
  events
    .flatMap((event) => (event.kind === "output-written" ? event.chunks : []))
    .filter((chunk) => chunk.stream === stream);
const text = (stream: string) =>
  output(stream)
    .map((chunk) => chunk.text)
    .join("");

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

test("a script runs to its end, is held there, and stop lets it go", async () => {
  const own = start([
    "import atexit",
    "atexit.register(print, 'bye')",
    "a = [1]",
    "print('hello')",
  ]);
  await until("paused-at-end");
  expect(steps().map(({ step }) => step)).toEqual([0, 1, 2, 3, 4]);
  expect(output("stdout")).toEqual([{ entry: 4, stream: "stdout", text: "hello\n" }]);
  own.stop();
  const { outcome } = await until("ended");
  expect(outcome).toEqual({ kind: "finished", exitCode: 0 });
  expect(text("stdout")).toBe("hello\nbye\n");
});

test("collecting at the end adds an entry made by the person", async () => {
  const own = start(["class A: pass", "a = A()", "a.a = a", "del a"]);
  await until("paused-at-end");
  const before = steps().length;
  own.collectNow();
  await expect.poll(() => steps().length, { timeout: 15_000 }).toBeGreaterThan(before);
  expect(steps().at(-1)?.events).toContain("person");
  const collections = events.flatMap((event) =>
    event.kind === "collections-seen" ? event.collections : [],
  );
  expect(collections.at(-1)).toMatchObject({ trigger: "person", collected: expect.any(Number) });
  expect(own.phase().kind).toBe("paused-at-end");
});

test("a script that raises ends by itself and says where", async () => {
  start(["a = 1", "a / 0"]);
  const { outcome } = await until("ended");
  expect(outcome).toMatchObject({ kind: "raised", line: 2, type: "ZeroDivisionError" });
  expect(text("stderr")).toContain("ZeroDivisionError: division by zero");
});

test("a script that waits for input says so, takes a line, and goes on", async () => {
  const own = start(["name = input('Name? ')", "print('hello', name)"]);
  expect(await until("waiting-for-input")).toMatchObject({ line: 1 });
  expect(text("stdout")).toBe("Name? ");
  own.sendInput("Ada");
  await until("paused-at-end");
  expect(text("stdout")).toBe("Name? hello Ada\n");
  expect(output("stdin")).toEqual([{ entry: 1, stream: "stdin", text: "Ada\n" }]);
});

test("the end of input can be sent", async () => {
  const own = start(["import sys", "print(len(sys.stdin.read()))"]);
  await until("waiting-for-input");
  own.sendInput("\u0004");
  await until("paused-at-end");
  expect(text("stdout")).toBe("0\n");
});

test("an endless loop pauses at the step limit, goes on when told, and stops", async () => {
  const own = start(["while True:", "    x = 1"], { maxSteps: 100 });
  expect(await until("step-limit-reached")).toMatchObject({ steps: 100 });
  own.keepGoing();
  await expect.poll(() => steps().length, { timeout: 15_000 }).toBe(201);
  expect(await until("step-limit-reached")).toMatchObject({ steps: 200 });
  own.stop();
  expect((await until("ended")).outcome).toMatchObject({ kind: "step-limit", steps: 200 });
});

test("silence reaches the time limit; more time can be given; stop keeps what was recorded", async () => {
  const own = start(["import time", "time.sleep(60)"], { timeLimitSeconds: 1 });
  expect(await until("time-limit-reached")).toEqual({
    kind: "time-limit-reached",
    seconds: 1,
    line: 2,
  });
  own.keepGoing();
  expect(own.phase().kind).toBe("running");
  await until("time-limit-reached");
  own.stop();
  expect((await until("ended")).outcome).toEqual({ kind: "time-limit", seconds: 1, line: 2 });
  expect(steps().map(({ step }) => step)).toEqual([0, 1]);
});

test("stop interrupts a running script, and one that will not be interrupted is killed", async () => {
  const own = start([
    "import signal",
    "signal.signal(signal.SIGINT, signal.SIG_IGN)",
    "sum(iter(int, 1))",
  ]);
  await expect.poll(() => steps().length, { timeout: 15_000 }).toBe(3);
  own.stop();
  expect((await until("ended")).outcome).toMatchObject({ kind: "stopped", line: 3 });
});

test("os._exit and a signal are told apart", async () => {
  start(["import os", "os._exit(4)"]);
  expect((await until("ended")).outcome).toEqual({ kind: "exited", exitCode: 4, line: 2 });
  await session?.dispose();
  start(["import os", "os.kill(os.getpid(), 9)"]);
  expect((await until("ended")).outcome).toMatchObject({
    kind: "killed",
    signal: "SIGKILL",
    line: 2,
  });
});

test("an edited text runs in place of the file, beside the same modules", async () => {
  fs.writeFileSync(path.join(folder, "beside.py"), "value = 7\n");
  const file = path.join(folder, "script.py");
  const edited = "import beside\nprint(beside.value)\n";
  start(["print('old')"], {
    isEdited: true,
    script: { path: file, name: "script.py", text: edited, example: false },
  });
  await until("paused-at-end");
  expect(text("stdout")).toBe("7\n");
});

test("nothing stays behind after dispose", async () => {
  start(["import os", "print(os.getpid())", "import time", "time.sleep(60)"]);
  await expect.poll(() => text("stdout"), { timeout: 15_000 }).not.toBe("");
  const pid = Number(text("stdout"));
  const { stdoutPath } = session!;
  await session?.dispose();
  await expect.poll(() => isAlive(pid), { timeout: 15_000 }).toBe(false);
  expect(fs.existsSync(stdoutPath)).toBe(false);
});

test("a program held at its end leaves in good order when the session is closed", async () => {
  const own = start(["import atexit, os", "atexit.register(os.mkdir, 'farewell')"]);
  await until("paused-at-end");
  const told = events.length;
  await own.dispose();
  expect(fs.existsSync(path.join(folder, "farewell"))).toBe(true);
  expect(events).toHaveLength(told);
});

test("a Python whose agent does not answer is a failure with what it said", async () => {
  const own = start(["a = 1"], { agentFolder: folder });
  expect(await own.ended).toMatchObject({ kind: "failure", failure: { kind: "agent-silent" } });
});

test("a script that catches the interruption ends all the same", async () => {
  const own = start([
    "import time",
    "try:",
    "    time.sleep(60)",
    "except KeyboardInterrupt:",
    "    print('caught')",
  ]);
  await expect.poll(() => steps().length, { timeout: 15_000 }).toBe(3);
  own.stop();
  expect((await until("ended")).outcome).toMatchObject({ kind: "stopped" });
  expect(text("stdout")).toBe("caught\n");
});

function brokenPython(...lines: readonly string[]): SessionOptions["python"] {
  const file = path.join(folder, "python");
  fs.writeFileSync(file, ["#!/bin/sh", ...lines, ""].join("\n"), { mode: 0o755 });
  return { path: file, version: "3.11.0", implementation: "cpython", origin: "chosen" };
}

// The stand-ins for a broken Python are shell scripts, and Windows knows no fork.
describe.skipIf(process.platform === "win32")("on POSIX,", () => {
  test("an agent that says what cannot be is cut off, and the reason is told", async () => {
    const own = start(["a = 1"], {
      python: brokenPython("printf 'this is not the wire, is it' >&3", "exec sleep 60"),
    });
    expect(await own.ended).toMatchObject({ failure: { kind: "wire-damaged" } });
  });

  test("a Python that cannot be started is a failure", async () => {
    const python = { ...brokenPython(), path: path.join(folder, "no-such-python") };
    expect(await start(["a = 1"], { python }).ended).toMatchObject({
      failure: { kind: "python-not-runnable" },
    });
  });

  test("a process the script leaves running does not hold up the end", async () => {
    const own = start(
      ["import subprocess", "child = subprocess.Popen(['sleep', '5'], close_fds=False)"],
      { attended: false },
    );
    const started = Date.now();
    expect(await own.ended).toMatchObject({ outcome: { kind: "finished" } });
    expect(Date.now() - started).toBeLessThan(4000);
  });

  test("a forked child is not recorded and does not hold up the end", async () => {
    const own = start(
      ["import os, time", "if os.fork() == 0:", "    time.sleep(4)", "    os._exit(0)", "a = 1"],
      { attended: false },
    );
    const started = Date.now();
    expect(await own.ended).toMatchObject({ outcome: { kind: "finished" } });
    expect(Date.now() - started).toBeLessThan(3500);
    expect(steps().map(({ line }) => line)).toEqual([undefined, 1, 2, 5]);
  });
});

test("output without a line's end is seen while the script still runs", async () => {
  start(["import time", "print('waiting', end='')", "time.sleep(60)"]);
  await expect.poll(() => text("stdout"), { timeout: 15_000 }).toBe("waiting");
});
