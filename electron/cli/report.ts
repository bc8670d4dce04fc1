/** Runs a script to its end without a window and makes the one document about it. */
import { openOutputTail } from "../agent/output-files";
import { assertNever } from "../contract/assert-never";
import type { Failure, Outcome } from "../contract/failure";
import type { FindingKind, MemoryFindings } from "../contract/memory-finding";
import type { Report, ReportStep } from "../contract/report";
import type { Answer } from "../contract/requests";
import type { PythonInfo } from "../contract/session-events";
import { entryIndex } from "../contract/ids";
import type { RecordedStep } from "../session/engine-protocol";
import type { Session } from "../session/session-interface";
import type { ReportCommand } from "./command-line";
import { type RecordingSurroundings, startRecording } from "./start-recording";

/** Receives the document piece by piece: a long one fits into no memory. */
export interface ReportTaker {
  begin(head: Omit<Report, "steps">): void;
  take(steps: readonly ReportStep[]): void;
}

/** What was asked to be looked for, and how the script ended. */
export interface ReportEnd extends MemoryFindings {
  readonly outcome: Outcome;
}

const noFindings: MemoryFindings = { findings: [], isComplete: true };

/** The whole document at once. */
export async function makeReport(
  command: ReportCommand,
  surroundings: RecordingSurroundings,
): Promise<Answer<Report>> {
  const steps: ReportStep[] = [];
  let head: Omit<Report, "steps"> | undefined;
  const answer = await takeReport(command, surroundings, {
    begin: (begun) => (head = begun),
    take: (taken) => void steps.push(...taken),
  });
  if (!answer.ok) return answer;
  if (head === undefined) throw new Error("A report ended before it began");
  return { ok: true, value: { ...head, steps } };
}

export async function takeReport(
  command: ReportCommand,
  surroundings: RecordingSurroundings,
  taker: ReportTaker,
  kinds: readonly FindingKind[] = [],
): Promise<Answer<ReportEnd>> {
  const begun = await startRecording(command, surroundings);
  if (!begun.ok) return begun;
  const { session, script, python } = begun.value;
  try {
    const end = await session.ended;
    if (end.kind === "failure") return failed(end.failure);
    taker.begin({
      schema: "ouroscope-report/1",
      script: script.name,
      python: pythonOf(python),
      outcome: outcomeOf(end.outcome),
    });
    await takeSteps(session, taker);
    const { findings, isComplete } =
      kinds.length === 0 ? noFindings : await session.engine.ask({ kind: "findings", kinds });
    return { ok: true, value: { outcome: end.outcome, findings, isComplete } };
  } finally {
    await session.dispose();
  }
}

function failed(failure: Failure): Answer<never> {
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
    file: "",
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

async function takeSteps(session: Session, taker: ReportTaker): Promise<void> {
  const withOutput = openOutputCutter(session);
  let from = 0;
  let last: RecordedStep = beforeFirstLine;
  for (;;) {
    // Each piece is asked for when the one before is done with.
    // oxlint-disable-next-line eslint/no-await-in-loop
    const piece = await session.engine.ask({ kind: "report", from: entryIndex(from) });
    if (piece.length === 0) break;
    // What is written after the last entry is its own too: it waits until it is known to be the last.
    if (from > 0) taker.take([withOutput.upToItsEnd(last)]);
    taker.take(piece.slice(0, -1).map(withOutput.upToItsEnd));
    last = piece.at(-1) ?? last;
    from += piece.length;
  }
  // Of a script that is no Python nothing is recorded; what Python says about it still has its place.
  taker.take([withOutput.upToTheEnd(last)]);
}

/** Cuts the output files at the ends of the entries. */
function openOutputCutter(session: Session) {
  const stdout = openOutputTail(session.stdoutPath);
  const stderr = openOutputTail(session.stderrPath);
  return {
    upToItsEnd: ({ step, outputEnd }: RecordedStep): ReportStep => ({
      ...step,
      stdout: stdout.readUpTo(outputEnd.stdout),
      stderr: stderr.readUpTo(outputEnd.stderr),
    }),
    upToTheEnd({ step }: RecordedStep): ReportStep {
      const whole = {
        ...step,
        stdout: stdout.readUpTo(stdout.writtenBytes()),
        stderr: stderr.readUpTo(stderr.writtenBytes()),
      };
      stdout.close();
      stderr.close();
      return whole;
    },
  };
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
    case "recorded-so-far":
      return { kind: "killed", exitCode, line, message: "Saved before the program ended." };
    default:
      return assertNever(outcome, "outcome");
  }
}
