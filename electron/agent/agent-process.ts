/** Starts one Python with the agent in it, and stops and reaps it; moves bytes and knows nothing of what they mean. */
import { spawn, type ChildProcess } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { Socket } from "node:net";
import type { Breakpoint } from "../contract/breakpoint";
import { encodeCommand, type AgentCommand } from "./agent-commands";

export interface AgentStart {
  readonly python: string;
  readonly scriptPath: string;
  /** Runs in place of what the file holds. */
  readonly text?: string;
  /** The text runs cells when it is told to. */
  readonly isNotebook?: boolean;
  readonly args: readonly string[];
  /** The folder `python-agent`. */
  readonly agentFolder: string;
  readonly maxSteps: number;
  /** Pause at the end of the script. */
  readonly hold: boolean;
  readonly stdin: "inherit" | "pipe";
  /** For what the collector counts when the script starts; see `count-correction.ts`. */
  readonly countCorrection?: readonly number[];
  /** Known to the agent before the first line. */
  readonly breakpoints?: readonly Breakpoint[];
}

export type ExitStatus =
  | { readonly kind: "code"; readonly code: number }
  | { readonly kind: "signal"; readonly signal: string }
  | { readonly kind: "not-started"; readonly reason: string };

export interface AgentListener {
  bytesArrived(chunk: Uint8Array): void;
  /** Python is gone and every byte it sent has been handed over. Comes exactly once. */
  exited(status: ExitStatus): void;
}

export interface AgentProcess {
  readonly pid: number | undefined;
  readonly stdoutPath: string;
  readonly stderrPath: string;
  send(command: AgentCommand): void;
  /** Lays a cell's text down where Python and its tracebacks find it; answers the file. */
  writeCell(name: string, text: string): string;
  writeInput(text: string): void;
  closeInput(): void;
  /** Back-pressure: while held back the agent blocks in its next message. */
  holdBack(isHeld: boolean): void;
  /** As Ctrl+C does. */
  interrupt(): void;
  /** The same, then the hard way when Python is still there after `stopGrace`. */
  interruptOrKill(): void;
  kill(): void;
  /** Removes the output files; Python is killed if it is still there. */
  dispose(): void;
  /** The same for a program held at its end: it may leave in good order first. Done when it is gone. */
  letGo(): Promise<void>;
}

/** Milliseconds between SIGINT and SIGKILL. */
const stopGrace = 2000;
/** Milliseconds a process that outlives Python may keep the pipe open before we stop listening. */
const lastBytesGrace = 500;

export function startAgent(start: AgentStart, listener: AgentListener): AgentProcess {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "ouroscope-"));
  const stdoutPath = path.join(folder, "stdout.txt");
  const stderrPath = path.join(folder, "stderr.txt");
  const child = spawnPython(start, folder, [stdoutPath, stderrPath]);
  const wireOut = socketOf(child.stdio[3]);
  const wireIn = socketOf(child.stdio[4]);
  let killTimer: NodeJS.Timeout | undefined;

  const kill = (): void => {
    child.kill("SIGKILL");
  };

  wireOut?.on("data", (chunk: Buffer) => listener.bytesArrived(chunk));
  for (const stream of [wireOut, wireIn, child.stdin]) {
    // A broken pipe says only that Python has gone; its exit is reported on its own.
    stream?.on("error", () => undefined);
  }
  const dispose = (): void => {
    kill();
    wireOut?.destroy();
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    process.removeListener("exit", dispose);
  };
  // However the app ends, neither Python nor its files stay behind.
  process.once("exit", dispose);
  const gone = new Promise<void>((resolve) => {
    onceExited(child, wireOut, (status) => {
      clearTimeout(killTimer);
      wireIn?.destroy();
      listener.exited(status);
      resolve();
    });
  });

  return {
    pid: child.pid,
    stdoutPath,
    stderrPath,
    send: (command) => void wireIn?.write(encodeCommand(command)),
    writeCell(name, text) {
      const file = path.join(folder, "cells", `${name}.py`);
      fs.mkdirSync(path.dirname(file), { recursive: true });
      fs.writeFileSync(file, text);
      return file;
    },
    writeInput: (text) => void child.stdin?.write(text),
    closeInput: () => void child.stdin?.end(),
    holdBack: (isHeld) => void (isHeld ? wireOut?.pause() : wireOut?.resume()),
    interrupt: () => void child.kill("SIGINT"),
    interruptOrKill() {
      child.kill("SIGINT");
      killTimer ??= setTimeout(kill, stopGrace);
    },
    kill,
    dispose,
    async letGo() {
      wireOut?.resume();
      wireIn?.write(encodeCommand({ kind: "finish" }));
      killTimer ??= setTimeout(kill, stopGrace);
      await gone;
      dispose();
    },
  };
}

function spawnPython(
  start: AgentStart,
  folder: string,
  [stdoutPath, stderrPath]: readonly [string, string],
): ChildProcess {
  // Appending, as a shell's `>>`: what a child of the script writes never overwrites what the script wrote.
  const stdout = fs.openSync(stdoutPath, "a", 0o600);
  const stderr = fs.openSync(stderrPath, "a", 0o600);
  try {
    const script = scriptToRun(start, folder);
    return spawn(start.python, [script, ...start.args], {
      cwd: path.dirname(start.scriptPath),
      env: agentEnvironment(start, script),
      stdio: [start.stdin, stdout, stderr, "pipe", "pipe"],
      windowsHide: true,
    });
  } finally {
    fs.closeSync(stdout);
    fs.closeSync(stderr);
  }
}

/** The file itself, or a copy of the same name that holds the text to run. */
function scriptToRun(start: AgentStart, folder: string): string {
  if (start.text === undefined) return start.scriptPath;
  const copy = path.join(folder, "edited", path.basename(start.scriptPath));
  fs.mkdirSync(path.dirname(copy));
  fs.writeFileSync(copy, start.text);
  return copy;
}

export function agentEnvironment(
  start: Pick<
    AgentStart,
    | "agentFolder"
    | "scriptPath"
    | "maxSteps"
    | "hold"
    | "text"
    | "isNotebook"
    | "countCorrection"
    | "breakpoints"
  >,
  script: string,
): NodeJS.ProcessEnv {
  const environment: NodeJS.ProcessEnv = { ...process.env };
  const own = environment["PYTHONPATH"];
  // A copy runs from another folder, but must still find the modules beside the file.
  const beside = start.text === undefined ? [] : [path.dirname(start.scriptPath)];
  const personal = [...beside, ...(own === undefined ? [] : [own])];
  environment["PYTHONPATH"] = path.join(start.agentFolder, "boot");
  environment["OUROSCOPE_WIRE_OUT"] = "3";
  environment["OUROSCOPE_WIRE_IN"] = "4";
  environment["OUROSCOPE_SCRIPT"] = script;
  environment["OUROSCOPE_MAX_STEPS"] = String(start.maxSteps);
  delete environment["OUROSCOPE_NOTEBOOK"];
  if (start.isNotebook === true) environment["OUROSCOPE_NOTEBOOK"] = "1";
  environment["OUROSCOPE_HOLD"] = start.hold ? "1" : "0";
  delete environment["OUROSCOPE_COUNT_CORRECTION"];
  if (start.countCorrection !== undefined)
    environment["OUROSCOPE_COUNT_CORRECTION"] = start.countCorrection.join(" ");
  delete environment["OUROSCOPE_BREAKPOINTS"];
  if (start.breakpoints !== undefined && start.breakpoints.length > 0)
    environment["OUROSCOPE_BREAKPOINTS"] = breakpointsInText(start.breakpoints);
  delete environment["OUROSCOPE_FOLDER"];
  if (start.text !== undefined) environment["OUROSCOPE_FOLDER"] = path.dirname(start.scriptPath);
  delete environment["OUROSCOPE_PYTHONPATH"];
  if (personal.length > 0) environment["OUROSCOPE_PYTHONPATH"] = personal.join(path.delimiter);
  // Output files are read as UTF-8; only on Windows would Python write them in another encoding.
  if (process.platform === "win32") environment["PYTHONIOENCODING"] ??= "utf-8";
  return environment;
}

function breakpointsInText(breakpoints: readonly Breakpoint[]): string {
  return breakpoints
    .map(({ line, file, condition }) => [line, file, condition].join("\u001f"))
    .join("\u001e");
}

/** Reports once: after the exit, and after the pipe's last bytes as far as they come in time. */
function onceExited(
  child: ChildProcess,
  wireOut: Socket | undefined,
  report: (status: ExitStatus) => void,
): void {
  let status: ExitStatus | undefined;
  let wireEnded = wireOut === undefined;
  let reported = false;
  let patience: NodeJS.Timeout | undefined;
  const tryReport = (): void => {
    if (reported || status === undefined || !wireEnded) return;
    reported = true;
    clearTimeout(patience);
    report(status);
  };
  const endWire = (): void => {
    wireEnded = true;
    tryReport();
  };
  const waitForLastBytes = (): void => {
    const before = wireOut?.bytesRead;
    patience = setTimeout(() => {
      const isStillComing = wireOut?.isPaused() === true || wireOut?.bytesRead !== before;
      if (isStillComing) waitForLastBytes();
      else wireOut?.destroy();
    }, lastBytesGrace);
  };
  wireOut?.on("close", endWire);
  child.once("error", (error) => {
    status ??= { kind: "not-started", reason: error.message };
    endWire();
  });
  child.once("exit", (code, signal) => {
    status ??= code === null ? { kind: "signal", signal: signal ?? "" } : { kind: "code", code };
    if (!wireEnded) waitForLastBytes();
    tryReport();
  });
}

function socketOf(stream: ChildProcess["stdio"][number] | undefined): Socket | undefined {
  return stream instanceof Socket ? stream : undefined;
}
