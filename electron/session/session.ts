/** One script under observation, without any Electron: Python -> engine -> session events, and the person's wishes the other way. */
import { startAgent, type AgentProcess, type ExitStatus } from "../agent/agent-process";
import { assertNever } from "../contract/assert-never";
import type { Failure, Outcome } from "../contract/failure";
import { bytes, entryIndex, milliseconds, type EntryIndex } from "../contract/ids";
import type { OutputChunk, SessionEvent, SessionPhase } from "../contract/session-events";
import { openEngine, type EngineClient } from "./engine-client";
import type { ControlMessage, Progress } from "./engine-protocol";
import { openLiveOutput, readAllOutput, type LiveOutput } from "./live-output";
import { factsAfterSteps, noFacts, outcomeOf, type Cut, type RunFacts } from "./outcome";
import { startRunWatch, type RunWatch } from "./run-watch";
import { agentStartOf, type SessionOptions } from "./session-options";

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
  /** Leaves a limit that was reached. */
  keepGoing(): void;
  collectNow(): void;
  /** One line, or the end of input as Ctrl+D. */
  sendInput(text: string): void;
  /** Ends everything, the recording too. Done when Python is gone. */
  dispose(): Promise<void>;
}

/** Milliseconds a program may take to end after it has been let go at its end. */
const finishGrace = 2000;
const endOfInput = "\u0004";

export function startSession(options: SessionOptions): Session {
  return new ObservedScript(options);
}

class ObservedScript implements Session {
  readonly number: number;
  readonly engine: EngineClient;
  readonly stdoutPath: string;
  readonly stderrPath: string;
  readonly ended: Promise<SessionEnd>;
  private readonly options: SessionOptions;
  private readonly agent: AgentProcess;
  private readonly output: LiveOutput;
  private readonly watch: RunWatch;
  private resolveEnd: (end: SessionEnd) => void = () => undefined;
  private facts: RunFacts = noFacts;
  private currentPhase: SessionPhase = { kind: "starting" };
  /** Number of entries. */
  private recorded = 0;
  private damage: string | undefined;
  private exitStatus: ExitStatus | undefined;
  /** Nothing more is to be told. */
  private isOver = false;
  private isDisposed = false;
  private finishTimer: NodeJS.Timeout | undefined;

  constructor(options: SessionOptions) {
    this.options = options;
    this.number = options.number;
    this.ended = new Promise((resolve) => (this.resolveEnd = resolve));
    this.publish({
      kind: "session-started",
      session: this.number,
      script: options.script,
      python: options.python,
    });
    this.enter({ kind: "starting" });
    this.engine = openEngine(options.connectEngine, options.script.text, {
      progressed: (progress) => this.takeProgress(progress),
      controlled: (message) => this.takeControl(message),
      crowded: (isCrowded) => this.agent.holdBack(isCrowded),
      damaged: (detail) => this.takeDamage(detail),
      drained: (unfinishedBytes) => this.finishUp(unfinishedBytes),
    });
    this.agent = startAgent(agentStartOf(options), {
      bytesArrived: (chunk) => this.engine.takeBytes(chunk),
      exited: (status) => this.takeExit(status),
    });
    this.stdoutPath = this.agent.stdoutPath;
    this.stderrPath = this.agent.stderrPath;
    this.output = openLiveOutput(this.stdoutPath, this.stderrPath);
    this.watch = startRunWatch({
      pid: this.agent.pid,
      script: options.script.text,
      limit: milliseconds(options.timeLimitSeconds * 1000),
      attended: options.attended,
      look: () => ({
        phase: this.currentPhase,
        line: this.facts.lineAhead,
        isEngineBusy: this.engine.waitingBytes > 0,
      }),
      fellSilent: () => this.publishOutput(this.output.rest(this.upcomingEntry())),
      enter: (phase) => this.enter(phase),
      reachedLimit: () => this.reachTimeLimit(),
    });
  }

  phase(): SessionPhase {
    return this.currentPhase;
  }

  stop(): void {
    const phase = this.currentPhase;
    if (this.isOver || this.exitStatus || this.facts.cut) return;
    switch (phase.kind) {
      case "ended":
        return;
      case "paused-at-end":
        this.agent.send({ kind: "finish" });
        this.finishTimer = setTimeout(() => this.agent.kill(), finishGrace);
        return;
      case "step-limit-reached":
        return this.cutOff({ kind: "step-limit", steps: phase.steps });
      case "time-limit-reached":
        return this.cutOff({ kind: "time-limit", seconds: phase.seconds });
      case "starting":
      case "running":
      case "waiting-for-input":
      case "paused-at-line":
      case "tracing-lost":
        this.facts = { ...this.facts, cut: { kind: "stopped" } };
        return this.agent.interrupt();
      default:
        return assertNever(phase, "phase");
    }
  }

  keepGoing(): void {
    const { kind } = this.currentPhase;
    if (kind !== "step-limit-reached" && kind !== "time-limit-reached") return;
    if (kind === "step-limit-reached") {
      this.agent.send({
        kind: "continue",
        furtherSteps: this.options.maxSteps,
        until: "breakpoint",
      });
    }
    this.watch.somethingHappened();
    this.enterRunning();
  }

  collectNow(): void {
    if (this.currentPhase.kind === "paused-at-end") this.agent.send({ kind: "collect" });
  }

  sendInput(text: string): void {
    if (this.exitStatus || !this.options.attended) return;
    if (text === endOfInput) return this.agent.closeInput();
    const line = text.endsWith("\n") ? text : `${text}\n`;
    this.agent.writeInput(line);
    this.publishOutput([{ entry: this.upcomingEntry(), stream: "stdin", text: line }]);
    this.watch.somethingHappened();
    if (this.currentPhase.kind === "waiting-for-input") this.enterRunning();
  }

  async dispose(): Promise<void> {
    if (this.isDisposed) return;
    this.isDisposed = true;
    this.isOver = true;
    this.watch.end();
    clearTimeout(this.finishTimer);
    this.engine.close();
    this.output.close();
    const isHeld = this.currentPhase.kind === "paused-at-end" && this.exitStatus === undefined;
    if (isHeld) await this.agent.letGo();
    else this.agent.dispose();
  }

  private publish(event: SessionEvent): void {
    this.options.publish(event);
  }

  private publishOutput(chunks: readonly OutputChunk[]): void {
    if (chunks.length > 0) this.publish({ kind: "output-written", session: this.number, chunks });
  }

  private enter(phase: SessionPhase): void {
    this.currentPhase = phase;
    this.publish({ kind: "phase-changed", session: this.number, phase });
  }

  private enterRunning(): void {
    this.enter({ kind: "running", line: this.facts.lineAhead, sinceLastStep: milliseconds(0) });
  }

  private takeProgress(progress: Progress): void {
    const { steps, collections, unionVersion } = progress;
    this.recorded += steps.length;
    this.facts = factsAfterSteps(this.facts, steps);
    this.watch.somethingHappened();
    const { kind } = this.currentPhase;
    if (kind === "waiting-for-input" || kind === "time-limit-reached") this.enterRunning();
    this.publish({
      kind: "steps-recorded",
      session: this.number,
      steps,
      unionVersion,
      recordedBytes: bytes(progress.recordedBytes),
    });
    this.publishOutput(
      steps.flatMap((step, index) => {
        const end = progress.outputEnds[index];
        return end ? this.output.upTo(step.entry, end) : [];
      }),
    );
    if (collections.length > 0) {
      this.publish({ kind: "collections-seen", session: this.number, collections });
    }
  }

  private takeControl(message: ControlMessage): void {
    switch (message.kind) {
      case "hello":
        this.facts = { ...this.facts, saidHello: true };
        // The first entry follows at once; until it is told, silence means nothing.
        this.watch.somethingHappened();
        return this.enterRunning();
      case "ended":
        this.facts = { ...this.facts, ended: message.how };
        return;
      case "failure":
        this.facts = { ...this.facts, failure: message };
        return;
      case "exit":
        this.facts = { ...this.facts, saidExit: true };
        return;
      case "tracing-lost":
        return this.enter({ kind: "tracing-lost", line: message.line });
      case "paused":
        return message.reason === "end" ? this.pauseAtEnd() : this.pauseAtStepLimit();
      default:
        return assertNever(message, "control message");
    }
  }

  private pauseAtEnd(): void {
    this.publishOutput(this.output.rest(this.lastEntry()));
    // A program that is dying of an exception has its traceback still to print; there is nothing to collect in it.
    const isDying = this.facts.ended === "raised" || this.facts.cut !== undefined;
    const isHeld = this.options.attended && !isDying;
    if (isHeld) this.enter({ kind: "paused-at-end" });
    else this.agent.send({ kind: "finish" });
  }

  private pauseAtStepLimit(): void {
    // The state before the first line is an entry, but no step.
    const steps = this.recorded - 1;
    if (!this.options.attended) return this.cutOff({ kind: "step-limit", steps });
    return this.enter({ kind: "step-limit-reached", steps, line: this.facts.lineAhead });
  }

  private reachTimeLimit(): void {
    const seconds = this.options.timeLimitSeconds;
    if (!this.options.attended) return this.cutOff({ kind: "time-limit", seconds });
    return this.enter({ kind: "time-limit-reached", seconds, line: this.facts.lineAhead });
  }

  private cutOff(cut: Cut): void {
    this.facts = { ...this.facts, cut };
    this.agent.kill();
  }

  private takeDamage(detail: string): void {
    // Interrupted in the middle of a message, the agent may leave half of it behind: no reason to complain.
    if (this.facts.cut) return;
    this.damage = detail;
    this.agent.kill();
  }

  private takeExit(status: ExitStatus): void {
    this.exitStatus = status;
    clearTimeout(this.finishTimer);
    if (!this.isOver) this.engine.endOfBytes();
  }

  private finishUp(unfinishedBytes: number): void {
    if (this.isOver || this.exitStatus === undefined) return;
    this.isOver = true;
    this.watch.end();
    this.publishOutput(this.output.rest(this.lastEntry()));
    const failure = this.failureOf(this.exitStatus, unfinishedBytes);
    if (failure) {
      this.publish({ kind: "session-failed", session: this.number, failure });
      return this.resolveEnd({ kind: "failure", failure });
    }
    const outcome = outcomeOf(this.facts, this.exitStatus);
    this.enter({ kind: "ended", outcome });
    return this.resolveEnd({ kind: "outcome", outcome });
  }

  private failureOf(status: ExitStatus, unfinishedBytes: number): Failure | undefined {
    if (status.kind === "not-started") {
      const { path } = this.options.python;
      return { kind: "python-not-runnable", path, reason: status.reason };
    }
    if (this.damage !== undefined) return { kind: "wire-damaged", detail: this.damage };
    if (this.facts.saidExit && unfinishedBytes > 0) {
      return { kind: "wire-damaged", detail: `${unfinishedBytes} bytes of an unfinished message.` };
    }
    if (this.facts.saidHello || this.facts.cut) return undefined;
    const how = status.kind === "code" ? `ended with exit code ${status.code}` : "was killed";
    const said = readAllOutput(this.stderrPath).slice(-2000).trim();
    return { kind: "agent-silent", detail: `Python ${how} before it reported anything. ${said}` };
  }

  private lastEntry(): EntryIndex {
    return entryIndex(Math.max(0, this.recorded - 1));
  }

  /** The entry that what is being written now will belong to. */
  private upcomingEntry(): EntryIndex {
    return this.facts.ended === undefined ? entryIndex(this.recorded) : this.lastEntry();
  }
}
