/** One script under observation, without any Electron: Python -> engine -> session events, and the person's wishes the other way. */
import { startAgent, type AgentProcess, type ExitStatus } from "../agent/agent-process";
import { isWaitingForInput } from "../agent/input-wait";
import { assertNever } from "../contract/assert-never";
import type { Failure, Outcome } from "../contract/failure";
import { bytes, entryIndex, milliseconds, type EntryIndex } from "../contract/ids";
import type {
  OutputChunk,
  PythonInfo,
  ScriptSource,
  SessionEvent,
  SessionPhase,
} from "../contract/session-events";
import { openEngine, type EngineClient } from "./engine-client";
import type { ConnectEngine, ControlMessage, Progress } from "./engine-protocol";
import { openLiveOutput } from "./live-output";
import { factsAfterSteps, noFacts, outcomeOf, type RunFacts } from "./outcome";

export interface SessionOptions {
  readonly number: number;
  /** `text` is what runs. */
  readonly script: ScriptSource;
  /** `text` differs from what the file holds. */
  readonly isEdited: boolean;
  readonly python: PythonInfo;
  readonly args: readonly string[];
  readonly agentFolder: string;
  readonly connectEngine: ConnectEngine;
  readonly maxSteps: number;
  readonly timeLimitSeconds: number;
  /** Somebody watches: hold the program at its end and ask at a limit; else let it end, and end it at a limit. */
  readonly attended: boolean;
  readonly publish: (event: SessionEvent) => void;
}

export type SessionEnd =
  | { readonly kind: "outcome"; readonly outcome: Outcome }
  | { readonly kind: "failure"; readonly failure: Failure };

export interface Session {
  readonly number: number;
  readonly engine: Pick<EngineClient, "ask">;
  readonly stdoutPath: string;
  readonly stderrPath: string;
  readonly ended: Promise<SessionEnd>;
  phase(): SessionPhase;
  /** Ends the program; what was recorded stays. */
  stop(): void;
  keepGoing(): void;
  collectNow(): void;
  /** One line, or the end of input as Ctrl+D. */
  sendInput(text: string): void;
  /** Ends everything, the recording too. */
  dispose(): void;
}

/** Milliseconds between two looks at the clock, the output and the input. */
const tick = 100;
/** Silence after which the window is told how long it has lasted. */
const silenceWorthTelling = 500;
/** How long a program may take to end after it has been let go at its end. */
const finishGrace = 2000;
const endOfInput = "\u0004";

export function startSession(options: SessionOptions): Session {
  const session = options.number;
  const { publish, attended, script } = options;
  const scriptLines = script.text.split(/\r?\n/);
  let facts: RunFacts = noFacts;
  let phase: SessionPhase = { kind: "starting" };
  let recorded = 0;
  let hasSpoken = false;
  let damage: string | undefined;
  let exitStatus: ExitStatus | undefined;
  let elapsed = 0;
  let lastTick = Date.now();
  let lastStep = Date.now();
  let isHeldAtLimit = false;
  let isOver = false;
  let finishTimer: NodeJS.Timeout | undefined;
  let resolveEnd: (end: SessionEnd) => void = () => undefined;
  const ended = new Promise<SessionEnd>((resolve) => {
    resolveEnd = resolve;
  });

  const engine = openEngine(options.connectEngine, script.text, {
    progressed: takeProgress,
    controlled: takeControl,
    crowded: (isCrowded) => agent.holdBack(isCrowded || isHeldAtLimit),
    damaged: takeDamage,
    drained: finishUp,
  });
  const agent = startAgent(
    {
      python: options.python.path,
      scriptPath: script.path,
      ...(options.isEdited ? { text: script.text } : {}),
      args: options.args,
      agentFolder: options.agentFolder,
      maxSteps: options.maxSteps,
      hold: attended,
      stdin: attended ? "pipe" : "inherit",
    },
    { bytesArrived: (chunk) => engine.takeBytes(chunk), exited: takeExit },
  );
  const output = openLiveOutput(agent.stdoutPath, agent.stderrPath);
  const clock = setInterval(lookAround, tick);
  publish({ kind: "session-started", session, script, python: options.python });
  publish({ kind: "phase-changed", session, phase });

  function enter(next: SessionPhase): void {
    phase = next;
    publish({ kind: "phase-changed", session, phase });
  }

  function enterRunning(): void {
    const sinceLastStep = milliseconds(Date.now() - lastStep);
    enter({ kind: "running", line: facts.lineAhead, sinceLastStep });
  }

  function publishOutput(chunks: readonly OutputChunk[]): void {
    if (chunks.length > 0) publish({ kind: "output-written", session, chunks });
  }

  function takeProgress(progress: Progress): void {
    const { steps, collections, unionVersion } = progress;
    lastStep = Date.now();
    recorded += steps.length;
    facts = factsAfterSteps(facts, steps);
    if (phase.kind === "waiting-for-input") enterRunning();
    const recordedBytes = bytes(progress.recordedBytes);
    publish({ kind: "steps-recorded", session, steps, unionVersion, recordedBytes });
    publishOutput(
      steps.flatMap((step, index) => {
        const end = progress.outputEnds[index];
        return end ? output.upTo(step.entry, end) : [];
      }),
    );
    if (collections.length > 0) publish({ kind: "collections-seen", session, collections });
  }

  function takeControl(message: ControlMessage): void {
    hasSpoken = true;
    switch (message.kind) {
      case "hello":
        return enterRunning();
      case "ended":
        facts = { ...facts, ended: message.how };
        return undefined;
      case "failure":
        facts = { ...facts, failure: message };
        return undefined;
      case "exit":
        facts = { ...facts, saidExit: true };
        return undefined;
      case "tracing-lost":
        return enter({ kind: "tracing-lost", line: message.line });
      case "paused":
        return message.reason === "end" ? pauseAtEnd() : pauseAtStepLimit();
      default:
        return assertNever(message, "control message");
    }
  }

  function pauseAtEnd(): void {
    publishOutput(output.rest(lastEntry()));
    // A program that is dying of an exception has its traceback still to print; there is nothing to collect in it.
    if (!attended || facts.ended === "raised") agent.send({ kind: "finish" });
    else enter({ kind: "paused-at-end" });
  }

  function pauseAtStepLimit(): void {
    // The state before the first line is an entry, but no step.
    const steps = recorded - 1;
    if (attended) return enter({ kind: "step-limit-reached", steps, line: facts.lineAhead });
    facts = { ...facts, cut: { kind: "step-limit", steps } };
    return agent.kill();
  }

  function reachTimeLimit(): void {
    const seconds = options.timeLimitSeconds;
    if (attended) {
      // The program blocks in its next message, so that what the window says stays true.
      holdAtLimit(true);
      return enter({ kind: "time-limit-reached", seconds, line: facts.lineAhead });
    }
    facts = { ...facts, cut: { kind: "time-limit", seconds } };
    return agent.kill();
  }

  function holdAtLimit(isHeld: boolean): void {
    isHeldAtLimit = isHeld;
    agent.holdBack(isHeld);
  }

  function lookAround(): void {
    const now = Date.now();
    const sinceTick = now - lastTick;
    lastTick = now;
    const silence = now - lastStep;
    if (silence >= tick && engine.waitingBytes === 0) publishOutput(output.rest(upcomingEntry()));
    if (phase.kind === "waiting-for-input") {
      if (!isReadingInput(silence)) enterRunning();
      return;
    }
    if (phase.kind !== "running" && phase.kind !== "starting" && phase.kind !== "tracing-lost") return;
    elapsed += sinceTick;
    if (elapsed >= options.timeLimitSeconds * 1000) return reachTimeLimit();
    if (phase.kind !== "running" || silence < tick) return;
    if (attended && isReadingInput(silence)) {
      enter({ kind: "waiting-for-input", line: facts.lineAhead });
    } else if (silence - phase.sinceLastStep >= silenceWorthTelling) {
      enterRunning();
    }
  }

  function isReadingInput(silence: number): boolean {
    if (agent.pid === undefined || engine.waitingBytes > 0) return false;
    const lineText = scriptLines[(facts.lineAhead ?? 0) - 1] ?? "";
    return isWaitingForInput({ pid: agent.pid, lineText, silence });
  }

  function takeDamage(detail: string): void {
    // Interrupted in the middle of a message, the agent may leave half of it behind: no reason to complain.
    if (facts.cut) return;
    damage = detail;
    agent.kill();
  }

  function takeExit(status: ExitStatus): void {
    exitStatus = status;
    clearTimeout(finishTimer);
    engine.endOfBytes();
  }

  function finishUp(unfinishedBytes: number): void {
    if (isOver || exitStatus === undefined) return;
    isOver = true;
    clearInterval(clock);
    publishOutput(output.rest(lastEntry()));
    const failure = failureOf(exitStatus, unfinishedBytes);
    if (failure) {
      publish({ kind: "session-failed", session, failure });
      resolveEnd({ kind: "failure", failure });
      return;
    }
    const outcome = outcomeOf(facts, exitStatus);
    enter({ kind: "ended", outcome });
    resolveEnd({ kind: "outcome", outcome });
  }

  function failureOf(status: ExitStatus, unfinishedBytes: number): Failure | undefined {
    if (status.kind === "not-started") {
      return { kind: "python-not-runnable", path: options.python.path, reason: status.reason };
    }
    if (damage !== undefined) return { kind: "wire-damaged", detail: damage };
    if (facts.saidExit && unfinishedBytes > 0) {
      return { kind: "wire-damaged", detail: `${unfinishedBytes} bytes of an unfinished message.` };
    }
    if (hasSpoken || facts.cut) return undefined;
    return { kind: "agent-silent", detail: describeSilence(status, agent) };
  }

  const lastEntry = (): EntryIndex => entryIndex(Math.max(0, recorded - 1));
  const upcomingEntry = (): EntryIndex =>
    facts.ended === undefined ? entryIndex(recorded) : lastEntry();

  function stop(): void {
    if (isOver || exitStatus || facts.cut) return;
    switch (phase.kind) {
      case "ended":
        return;
      case "paused-at-end":
        agent.send({ kind: "finish" });
        finishTimer = setTimeout(agent.kill, finishGrace);
        return;
      case "step-limit-reached":
        facts = { ...facts, cut: { kind: "step-limit", steps: phase.steps } };
        return agent.kill();
      case "time-limit-reached":
        facts = { ...facts, cut: { kind: "time-limit", seconds: phase.seconds } };
        agent.kill();
        return holdAtLimit(false);
      case "starting":
      case "running":
      case "waiting-for-input":
      case "tracing-lost":
        facts = { ...facts, cut: { kind: "stopped" } };
        return agent.interrupt();
      default:
        return assertNever(phase, "phase");
    }
  }

  return {
    number: session,
    engine,
    stdoutPath: agent.stdoutPath,
    stderrPath: agent.stderrPath,
    ended,
    phase: () => phase,
    stop,
    keepGoing() {
      if (phase.kind === "step-limit-reached") {
        agent.send({ kind: "continue", furtherSteps: options.maxSteps });
      } else if (phase.kind !== "time-limit-reached") return;
      elapsed = 0;
      lastStep = Date.now();
      holdAtLimit(false);
      enterRunning();
    },
    collectNow() {
      if (phase.kind === "paused-at-end") agent.send({ kind: "collect" });
    },
    sendInput(text) {
      if (exitStatus || !attended) return;
      if (text === endOfInput) return agent.closeInput();
      const line = text.endsWith("\n") ? text : `${text}\n`;
      agent.writeInput(line);
      publishOutput([{ entry: upcomingEntry(), stream: "stdin", text: line }]);
      lastStep = Date.now();
      if (phase.kind === "waiting-for-input") enterRunning();
    },
    dispose() {
      isOver = true;
      clearInterval(clock);
      clearTimeout(finishTimer);
      engine.close();
      output.close();
      agent.dispose();
    },
  };
}

function describeSilence(status: ExitStatus, agent: AgentProcess): string {
  const output = openLiveOutput(agent.stdoutPath, agent.stderrPath);
  const said = output.rest(entryIndex(0)).map(({ text }) => text);
  output.close();
  const how = status.kind === "code" ? `ended with exit code ${status.code}` : "was ended";
  return [`Python ${how} before it reported anything.`, ...said].join("\n").slice(0, 2000);
}
