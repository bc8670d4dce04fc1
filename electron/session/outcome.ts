/** From what was seen of a run to the one sentence about how it ended. */
import type { ExitStatus } from "../agent/agent-process";
import { assertNever } from "../contract/assert-never";
import type { Outcome } from "../contract/failure";
import type { SessionPhase, StepSummary } from "../contract/session-events";
import type { ControlMessage } from "./engine-protocol";

/** Why the session itself ended the program, if it did. */
export type Cut = { readonly kind: "stopped" } | LimitCut;

export type LimitCut =
  | { readonly kind: "step-limit"; readonly steps: number }
  | { readonly kind: "time-limit"; readonly seconds: number };

/** What was seen of a run so far. */
export interface RunFacts {
  readonly cut?: Cut;
  readonly ended?: "returned" | "raised";
  readonly failure?: Extract<ControlMessage, { kind: "failure" }> | undefined;
  readonly saidHello: boolean;
  /** Python said that it was leaving in good order. */
  readonly saidExit: boolean;
  /** The line that was about to run, or running, when the last was heard. */
  readonly lineAhead: number | undefined;
  /** The innermost line the exception that is on its way out was seen at. */
  readonly raisedAt: number | undefined;
}

export const noFacts: RunFacts = {
  saidHello: false,
  saidExit: false,
  lineAhead: undefined,
  raisedAt: undefined,
};

/** `runningLine`: a line of the script that runs, and of which no step has told yet. */
export function factsAfterSteps(
  facts: RunFacts,
  steps: readonly StepSummary[],
  runningLine?: number,
): RunFacts {
  let { raisedAt, lineAhead } = facts;
  for (const step of steps) {
    if (step.events.includes("person")) continue;
    // While another file's lines run, the script stands on the line that led there.
    const isScript = step.file === "";
    if (!step.raised) raisedAt = undefined;
    else if (isScript) raisedAt ??= step.line;
    if (isScript) lineAhead = step.nextLine ?? (step.depth > 0 ? lineAhead : undefined);
  }
  return { ...facts, raisedAt, lineAhead: runningLine ?? lineAhead };
}

export function factsAfterControl(facts: RunFacts, message: ControlMessage): RunFacts {
  switch (message.kind) {
    case "hello":
      return { ...facts, saidHello: true };
    case "ended":
      return { ...facts, ended: message.how };
    case "failure":
      return { ...facts, failure: message };
    case "exit":
      return { ...facts, saidExit: true };
    case "tracing-lost":
    case "paused":
      return facts;
    default:
      return assertNever(message, "control message");
  }
}

/** What ends a program that waits at a limit, when the person wants no more of it. */
export function limitReached(phase: SessionPhase): LimitCut | undefined {
  if (phase.kind === "step-limit-reached") return { kind: "step-limit", steps: phase.steps };
  if (phase.kind === "time-limit-reached") return { kind: "time-limit", seconds: phase.seconds };
  return undefined;
}

/** Where somebody is asked what to do about it. */
export function phaseAtLimit(limit: LimitCut, line: number | undefined): SessionPhase {
  switch (limit.kind) {
    case "step-limit":
      return { kind: "step-limit-reached", steps: limit.steps, line };
    case "time-limit":
      return { kind: "time-limit-reached", seconds: limit.seconds, line };
    default:
      return assertNever(limit, "limit");
  }
}

export function outcomeOf(facts: RunFacts, status: ExitStatus): Outcome {
  const line = facts.lineAhead ?? facts.raisedAt;
  if (facts.cut) return { ...facts.cut, line };
  if (status.kind === "not-started")
    throw new Error("A program that never started has no outcome.");
  if (status.kind === "signal" && !(facts.failure && status.signal === "SIGINT")) {
    return { kind: "killed", exitCode: undefined, signal: status.signal, line };
  }
  // After a KeyboardInterrupt Python ends itself by SIGINT, which a shell reports as 130.
  const exitCode = status.kind === "code" ? status.code : 130;
  if (isWindowsCrash(exitCode)) {
    return { kind: "killed", exitCode, signal: `0x${exitCode.toString(16).toUpperCase()}`, line };
  }
  if (facts.failure) return failureOutcome(facts, facts.failure, exitCode);
  if (facts.ended === "raised") return { kind: "exited", exitCode, line: facts.raisedAt };
  const isOrderly = facts.saidExit && exitCode === 0;
  return isOrderly ? { kind: "finished", exitCode } : { kind: "exited", exitCode, line };
}

const syntaxErrors: ReadonlySet<string> = new Set(["SyntaxError", "IndentationError", "TabError"]);

function failureOutcome(
  facts: RunFacts,
  { type, message, line, file }: Extract<ControlMessage, { kind: "failure" }>,
  exitCode: number,
): Outcome {
  // The same error from a module the script imports, or from `exec`, is an exception like any other: the script itself ran.
  const isOwn = file === "" && facts.ended === undefined && facts.lineAhead === undefined;
  if (isOwn && syntaxErrors.has(type)) {
    // Python adds ` (script.py, line 2)`, which is said elsewhere.
    const bare = message.replace(/ \([^()]*, line \d+\)$/, "");
    // Of bytes in a wrong encoding the line is only in the words; line 0 is none.
    const named = /^Non-UTF-8 .* on line (\d+)/.exec(message)?.[1];
    const place = line === undefined || line === 0 ? Number(named ?? 0) || undefined : line;
    return { kind: "syntax-error", exitCode, line: place, message: bare };
  }
  return { kind: "raised", exitCode, line, ...(file === "" ? {} : { file }), type, message };
}

/** Windows ends a crashed process with an NTSTATUS of severity "error". */
function isWindowsCrash(exitCode: number): boolean {
  return exitCode >= 0xc0000000;
}
