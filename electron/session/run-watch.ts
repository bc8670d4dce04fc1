/** Looks at a running program ten times a second: is it silent, does it wait for input, has it run too long? */
import { isWaitingForInput } from "../agent/input-wait";
import { milliseconds, type Milliseconds } from "../contract/ids";
import type { SessionPhase } from "../contract/session-events";

export interface RunWatchOptions {
  readonly pid: number | undefined;
  readonly script: string;
  readonly limit: Milliseconds;
  /** The limit is on silence, and waiting for input is no silence; else it is on the whole run. */
  readonly attended: boolean;
  readonly look: () => {
    readonly phase: SessionPhase;
    readonly line: number | undefined;
    /** What the program did last is not known yet. */
    readonly isEngineBusy: boolean;
  };
  /** Everything the program did is known, and it does nothing that would be recorded. */
  readonly fellSilent: () => void;
  readonly enter: (phase: SessionPhase) => void;
  readonly reachedLimit: () => void;
}

export interface RunWatch {
  /** A step was recorded, or the person did something: silence begins anew. */
  somethingHappened(): void;
  end(): void;
}

const lookEvery = 100;
/** Silence after which the window is told how long it has lasted. */
const silenceWorthTelling = 500;

export function startRunWatch(options: RunWatchOptions): RunWatch {
  const lines = options.script.split(/\r?\n/);
  let lastEvent = Date.now();
  let lastLook = lastEvent;
  /** Milliseconds that count towards the limit. */
  let used = 0;

  function isReadingInput(line: number | undefined, silence: number): boolean {
    if (!options.attended || options.pid === undefined) return false;
    const lineText = lines[(line ?? 0) - 1] ?? "";
    return isWaitingForInput({ pid: options.pid, lineText, silence });
  }

  function lookOnce(): void {
    const now = Date.now();
    const sinceLook = now - lastLook;
    const silence = now - lastEvent;
    lastLook = now;
    const { phase, line, isEngineBusy } = options.look();
    // After a look that came late, what the program sent meanwhile is yet to be read.
    const isLate = sinceLook >= 2 * lookEvery;
    const isSilent = silence >= lookEvery && !isEngineBusy && !isLate;
    if (isSilent) options.fellSilent();
    if (!countsAsRunning(phase)) return;
    const waitsForInput = isSilent && isReadingInput(line, silence);
    if (!waitsForInput) used += sinceLook;
    if (used >= options.limit) return options.reachedLimit();
    tell(phase, { line, silence, waitsForInput });
  }

  function tell(
    phase: SessionPhase,
    now: {
      readonly line: number | undefined;
      readonly silence: number;
      readonly waitsForInput: boolean;
    },
  ): void {
    const { line, silence, waitsForInput } = now;
    if (waitsForInput) {
      if (phase.kind !== "waiting-for-input") options.enter({ kind: "waiting-for-input", line });
      return;
    }
    const told = phase.kind === "running" ? phase.sinceLastStep : 0;
    const isNews = phase.kind === "waiting-for-input" || silence - told >= silenceWorthTelling;
    // Without its hook nothing more is recorded: silence says nothing then, and the phase stays what it is.
    if (isNews && phase.kind !== "tracing-lost" && phase.kind !== "starting") {
      options.enter({ kind: "running", line, sinceLastStep: milliseconds(silence) });
    }
  }

  const timer = setInterval(lookOnce, lookEvery);
  return {
    somethingHappened() {
      lastEvent = Date.now();
      if (options.attended) used = 0;
    },
    end: () => clearInterval(timer),
  };
}

function countsAsRunning(phase: SessionPhase): boolean {
  switch (phase.kind) {
    case "starting":
    case "running":
    case "waiting-for-input":
    case "tracing-lost":
      return true;
    case "time-limit-reached":
    case "step-limit-reached":
    case "paused-at-line":
    case "paused-at-end":
    case "ended":
      return false;
  }
}
