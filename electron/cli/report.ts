/** Runs a script to its end without a window and makes the one document about it. */
import path from "node:path";
import { openOutputTail } from "../agent/output-files";
import { createPythonFinder } from "../agent/python-finder";
import { assertNever } from "../contract/assert-never";
import type { Failure, Outcome } from "../contract/failure";
import type { Report, ReportStep } from "../contract/report";
import type { Answer } from "../contract/requests";
import type { PythonInfo } from "../contract/session-events";
import type { ConnectEngine, RecordedStep } from "../session/engine-protocol";
import { readScript } from "../session/script-file";
import { startSession, type Session } from "../session/session";
import type { ReportCommand } from "./command-line";

export interface ReportSurroundings {
  readonly agentFolder: string;
  readonly connectEngine: ConnectEngine;
  /** Receives the way to end the program early, for when the terminal interrupts us. */
  readonly started?: (session: Session) => void;
}

export async function makeReport(
  command: ReportCommand,
  surroundings: ReportSurroundings,
): Promise<Answer<Report>> {
  const source = readScript(path.resolve(command.file), false);
  if (!source.ok) return source;
  const script = source.value;
  const finder = createPythonFinder();
  const folder = path.dirname(script.path);
  const found = command.python
    ? await finder.check(command.python, folder)
    : await finder.findFirst(folder);
  if (!found.ok) return found;
  const session = startSession({
    number: 1,
    script,
    isEdited: false,
    python: found.value,
    args: command.scriptArgs,
    agentFolder: surroundings.agentFolder,
    connectEngine: surroundings.connectEngine,
    maxSteps: command.maxSteps,
    timeLimitSeconds: command.timeLimitSeconds,
    attended: false,
    publish: () => undefined,
  });
  surroundings.started?.(session);
  try {
    const end = await session.ended;
    if (end.kind === "failure") return failed(end.failure);
    const recorded = await session.engine.ask({ kind: "report" });
    const value: Report = {
      schema: "ouroscope-report/1",
      script: script.name,
      python: pythonOf(found.value),
      outcome: outcomeOf(end.outcome),
      steps: withOutput(recorded, session),
    };
    return { ok: true, value };
  } finally {
    await session.dispose();
  }
}

function failed(failure: Failure): Answer<Report> {
  return { ok: false, failure };
}

function pythonOf({ version, implementation }: PythonInfo): Report["python"] {
  return { version, implementation };
}

const beforeFirstLine: RecordedStep = {
  step: {
    step: 0,
    inner: 0,
    line: null,
    code: "",
    scope: "<module>",
    stdout: "",
    stderr: "",
    names: [],
    objects: [],
    references: [],
    cycles: [],
    freed: [],
    collections: [],
  },
  outputEnd: { stdout: 0, stderr: 0 },
};

/** Cuts the output files at the ends of the entries; what comes after the last entry is the last one's too. */
function withOutput(recorded: readonly RecordedStep[], session: Session): readonly ReportStep[] {
  const stdout = openOutputTail(session.stdoutPath);
  const stderr = openOutputTail(session.stderrPath);
  // Of a script that is no Python nothing is recorded; what Python says about it still has its place.
  const entries = recorded.length > 0 ? recorded : [beforeFirstLine];
  const last = entries.length - 1;
  const steps = entries.map(({ step, outputEnd }, index) => ({
    ...step,
    stdout: stdout.readUpTo(index === last ? stdout.writtenBytes() : outputEnd.stdout),
    stderr: stderr.readUpTo(index === last ? stderr.writtenBytes() : outputEnd.stderr),
  }));
  stdout.close();
  stderr.close();
  return steps;
}

function outcomeOf(outcome: Outcome): Report["outcome"] {
  const line = "line" in outcome ? (outcome.line ?? null) : null;
  const exitCode = "exitCode" in outcome ? (outcome.exitCode ?? null) : null;
  switch (outcome.kind) {
    case "finished":
    case "exited":
      return { kind: outcome.kind, exitCode, line, message: null };
    case "raised": {
      const message = outcome.message === "" ? outcome.type : `${outcome.type}: ${outcome.message}`;
      return { kind: outcome.kind, exitCode, line, message };
    }
    case "syntax-error":
      return { kind: outcome.kind, exitCode, line, message: outcome.message };
    case "killed":
      return { kind: outcome.kind, exitCode, line, message: outcome.signal };
    case "step-limit":
      return {
        kind: outcome.kind,
        exitCode,
        line,
        message: `Stopped after ${outcome.steps} steps.`,
      };
    case "time-limit":
      return { kind: outcome.kind, exitCode, line, message: `Stopped after ${outcome.seconds} s.` };
    case "stopped":
      return { kind: "killed", exitCode, line, message: "Interrupted." };
    default:
      return assertNever(outcome, "outcome");
  }
}
