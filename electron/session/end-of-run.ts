/** What a run came to: something of ours, or Python itself, broke; or the program ended one way or another. */
import type { ExitStatus } from "../agent/agent-process";
import type { Failure } from "../contract/failure";
import { readAllOutput } from "./live-output";
import { outcomeOf, type RunFacts } from "./outcome";
import type { SessionEnd } from "./session-interface";

interface EndedRun {
  readonly facts: RunFacts;
  readonly status: ExitStatus;
  /** Path of the interpreter. */
  readonly python: string;
  /** What the engine could not read. */
  readonly damage: string | undefined;
  readonly unfinishedBytes: number;
  readonly stderrPath: string;
}

export function endOfRun(run: EndedRun): SessionEnd {
  const failure = failureOfRun(run);
  if (failure !== undefined) return { kind: "failure", failure };
  return { kind: "outcome", outcome: outcomeOf(run.facts, run.status) };
}

function failureOfRun(run: EndedRun): Failure | undefined {
  const { facts, status, damage, unfinishedBytes } = run;
  if (status.kind === "not-started") {
    return { kind: "python-not-runnable", path: run.python, reason: status.reason };
  }
  if (damage !== undefined) return { kind: "wire-damaged", detail: damage };
  if (facts.saidExit && unfinishedBytes > 0) {
    return { kind: "wire-damaged", detail: `${unfinishedBytes} bytes of an unfinished message.` };
  }
  if (facts.saidHello || facts.cut) return undefined;
  const how = status.kind === "code" ? `ended with exit code ${status.code}` : "was killed";
  const said = readAllOutput(run.stderrPath).slice(-2000).trim();
  return { kind: "agent-silent", detail: `Python ${how} before it reported anything. ${said}` };
}
