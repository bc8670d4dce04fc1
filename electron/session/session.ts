/** One script under observation, without any Electron: Python -> engine -> session events, and the person's wishes the other way. */
import { startAgent, type AgentProcess, type ExitStatus } from "../agent/agent-process";
import { assertNever } from "../contract/assert-never";
import type { Breakpoint, ResumeUntil, SourceLine } from "../contract/breakpoint";
import { entryIndex, milliseconds, type EntryIndex } from "../contract/ids";
import type { CellRequest } from "../contract/notebook";
import type { Exactness, OutputChunk, SessionPhase } from "../contract/session-events";
import { openEngine, type EngineClient } from "./engine-client";
import type { ControlMessage, Progress } from "./engine-protocol";
import { endOfRun } from "./end-of-run";
import { openLiveOutput, type LiveOutput } from "./live-output";
import {
  factsAfterControl,
  factsAfterSteps,
  limitReached,
  noFacts,
  phaseAtLimit,
  type Cut,
  type LimitCut,
  type RunFacts,
} from "./outcome";
import { canPause, isPausedOnItsWay, takesCommands } from "./phase-rules";
import { progressEvents } from "./progress-events";
import { createProgramPauses, type ProgramPauses } from "./program-pauses";
import { startRunWatch, type RunWatch } from "./run-watch";
import type { Session, SessionEnd } from "./session-interface";
import { openNotebookProgram, type NotebookProgram } from "./notebook/notebook-program";
import { programTextOf } from "./notebook/program-text";
import { agentStartOf, type SessionOptions } from "./session-options";

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
  private readonly pauses: ProgramPauses;
  /** Of a script: undefined. */
  private readonly notebook: NotebookProgram | undefined;
  private resolveEnd: (end: SessionEnd) => void = () => undefined;
  private facts: RunFacts = noFacts;
  private currentPhase: SessionPhase = { kind: "starting" };
  /** Number of entries. */
  private recorded = 0;
  /** Code the person typed: runs, or was told to stop. */
  private execution: "none" | "running" | "interrupted" = "none";
  private exactness: Exactness = { inexact: [], otherTracer: false };
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
    const { script, python, timeLimitSeconds: seconds } = options;
    options.publish({ kind: "session-started", session: this.number, script, python });
    this.enter({ kind: "starting" });
    const programText = programTextOf(options.script);
    this.engine = openEngine(options.connectEngine, programText, {
      progressed: (progress) => this.takeProgress(progress),
      controlled: (message) => this.takeControl(message),
      otherTracerSeen: () => this.learnExactness({ ...this.exactness, otherTracer: true }),
      crowded: (isCrowded) => this.agent.holdBack(isCrowded),
      damaged: (detail) => this.takeDamage(detail),
      drained: (unfinishedBytes) => this.finishUp(unfinishedBytes),
    });
    this.agent = startAgent(agentStartOf(options), {
      bytesArrived: (chunk) => this.engine.takeBytes(chunk),
      exited: (status) => this.takeExit(status),
    });
    this.pauses = createProgramPauses({
      breakpoints: options.breakpoints ?? [],
      maxSteps: options.maxSteps,
      send: (command) => this.agent.send(command),
      place: (breakpoints) => this.notebook?.inLastRuns(breakpoints) ?? breakpoints,
    });
    this.notebook = openNotebookProgram(options, {
      agent: this.agent,
      engine: this.engine,
      goTo: (line) => this.pauses.goTo(line),
      started: () => this.goesOn(),
    });
    this.stdoutPath = this.agent.stdoutPath;
    this.stderrPath = this.agent.stderrPath;
    this.output = openLiveOutput(this.stdoutPath, this.stderrPath);
    this.watch = startRunWatch({
      pid: this.agent.pid,
      script: programText,
      limit: milliseconds(seconds * 1000),
      attended: options.attended,
      look: () => ({
        phase: this.currentPhase,
        line: this.facts.lineAhead,
        isEngineBusy: this.engine.waitingBytes > 0,
      }),
      fellSilent: () => this.publishOutput(this.output.rest(this.upcomingEntry())),
      enter: (phase) => this.enter(phase),
      reachedLimit: () => this.reachLimit({ kind: "time-limit", seconds }),
    });
  }

  phase(): SessionPhase {
    return this.currentPhase;
  }

  stop(): void {
    const phase = this.currentPhase;
    if (this.isOver || this.exitStatus || this.facts.cut) return;
    if (this.execution === "running") {
      this.execution = "interrupted";
      return this.agent.interrupt();
    }
    if (this.notebook?.interrupt() === true) return undefined;
    if (phase.kind === "ended") return undefined;
    const limit = limitReached(phase);
    if (limit !== undefined) return this.cutOff(limit);
    if (phase.kind === "paused-at-end") return this.finishProgram();
    this.facts = { ...this.facts, cut: { kind: "stopped" } };
    this.agent.interruptOrKill();
    // The interruption is felt as soon as the program goes on.
    if (phase.kind === "paused-at-line") this.agent.send({ kind: "finish" });
    return undefined;
  }

  keepGoing(): void {
    const { kind } = this.currentPhase;
    if (kind !== "step-limit-reached" && kind !== "time-limit-reached") return;
    if (kind === "step-limit-reached") return this.resume("breakpoint");
    return this.goesOn();
  }

  resume(until: ResumeUntil, runTo?: SourceLine): void {
    if (!isPausedOnItsWay(this.currentPhase)) return;
    this.pauses.resume(until, runTo);
    this.goesOn();
  }

  pause(): void {
    if (this.execution === "none" && canPause(this.currentPhase)) this.pauses.pause();
  }

  runCells(cells: readonly CellRequest[], until: ResumeUntil, runTo?: SourceLine): void {
    if (this.isOver || this.exitStatus) return;
    this.notebook?.run(cells, { until, runTo }, this.currentPhase);
  }

  execute(code: string): void {
    if (!takesCommands(this.currentPhase) || code.trim() === "") return;
    this.execution = "running";
    const text = `${code.trimEnd()}\n`;
    this.publishOutput([{ entry: entryIndex(this.recorded), stream: "console", text }]);
    this.agent.send({ kind: "execute", code });
    this.goesOn();
  }

  setBreakpoints(breakpoints: readonly Breakpoint[]): void {
    if (!this.isOver && this.options.attended) this.pauses.setBreakpoints(breakpoints);
  }

  collectNow(): void {
    if (takesCommands(this.currentPhase)) this.agent.send({ kind: "collect" });
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

  private publishOutput(chunks: readonly OutputChunk[]): void {
    if (chunks.length > 0)
      this.options.publish({ kind: "output-written", session: this.number, chunks });
  }

  private enter(phase: SessionPhase): void {
    this.currentPhase = phase;
    this.options.publish({ kind: "phase-changed", session: this.number, phase });
  }

  private goesOn(): void {
    this.watch.somethingHappened();
    this.enterRunning();
  }

  private enterRunning(): void {
    this.enter({ kind: "running", line: this.facts.lineAhead, sinceLastStep: milliseconds(0) });
  }

  private takeProgress(progress: Progress): void {
    this.recorded += progress.steps.length;
    this.facts = factsAfterSteps(this.facts, progress.steps, progress.runningLine);
    this.watch.somethingHappened();
    const { kind } = this.currentPhase;
    if (kind === "waiting-for-input" || kind === "time-limit-reached") this.enterRunning();
    for (const event of progressEvents(this.number, progress, this.output))
      this.options.publish(event);
  }

  private takeControl(message: ControlMessage): void {
    this.facts = factsAfterControl(this.facts, message);
    switch (message.kind) {
      case "hello":
        this.learnExactness({ ...this.exactness, inexact: message.inexact });
        // The first entry follows at once; until it is told, silence means nothing.
        this.watch.somethingHappened();
        return this.enterRunning();
      case "tracing-lost":
        return this.enter({ kind: "tracing-lost", line: message.line });
      case "paused":
        return this.takePause(message);
      case "ended":
      case "failure":
      case "exit":
        return undefined;
      default:
        return assertNever(message, "control message");
    }
  }

  private takePause(message: Extract<ControlMessage, { kind: "paused" }>): void {
    this.execution = "none";
    const { reason, line, file } = message;
    this.pauses.paused();
    if (reason === "end") return this.pauseAtEnd();
    if (reason === "between-cells") return this.pauseBetweenCells();
    // Told to stop on its way to the pause: it has had its chance to leave in good order.
    if (this.facts.cut) return this.agent.kill();
    if (reason === "step-limit")
      // The state before the first line is an entry, but no step.
      return this.reachLimit({ kind: "step-limit", steps: this.recorded - 1 });
    this.publishOutput(this.output.rest(this.upcomingEntry()));
    return this.enter({ kind: "paused-at-line", reason, line, file });
  }

  private learnExactness(exactness: Exactness): void {
    this.exactness = exactness;
    this.options.publish({ kind: "exactness-known", session: this.number, exactness });
  }

  private pauseAtEnd(): void {
    this.publishOutput(this.output.rest(this.lastEntry()));
    // A program that is dying of an exception has its traceback still to print; there is nothing to collect in it.
    const isDying = this.facts.ended === "raised" || this.facts.cut !== undefined;
    if (this.options.attended && !isDying) this.enter({ kind: "paused-at-end" });
    else this.agent.send({ kind: "finish" });
  }

  private pauseBetweenCells(): void {
    this.publishOutput(this.output.rest(this.lastEntry()));
    if (this.facts.cut) return this.agent.kill();
    if (this.notebook?.programWaits(this.facts.failure) === true) return undefined;
    if (!this.options.attended) return this.agent.send({ kind: "finish" });
    this.facts = { ...this.facts, failure: undefined };
    return this.enter({ kind: "paused-at-end" });
  }

  /** Nobody is asked when nobody attends. */
  private reachLimit(limit: LimitCut): void {
    if (this.options.attended) this.enter(phaseAtLimit(limit, this.facts.lineAhead));
    else this.cutOff(limit);
  }

  private finishProgram(): void {
    this.agent.send({ kind: "finish" });
    this.finishTimer = setTimeout(() => this.agent.kill(), finishGrace);
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
    const end = endOfRun({
      facts: this.facts,
      status: this.exitStatus,
      python: this.options.python.path,
      damage: this.damage,
      unfinishedBytes,
      stderrPath: this.stderrPath,
    });
    if (end.kind === "failure")
      this.options.publish({ kind: "session-failed", session: this.number, failure: end.failure });
    else this.enter({ kind: "ended", outcome: end.outcome });
    return this.resolveEnd(end);
  }

  private lastEntry(): EntryIndex {
    return entryIndex(Math.max(0, this.recorded - 1));
  }

  /** The entry that what is being written now will belong to. */
  private upcomingEntry(): EntryIndex {
    const isToCome = this.facts.ended === undefined || this.execution !== "none";
    return isToCome ? entryIndex(this.recorded) : this.lastEntry();
  }
}
