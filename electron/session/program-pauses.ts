/** The live program's breakpoints and pauses: hands new breakpoints over when the agent can take them, and tells a pause the person wants from one that only served that. */
import type { AgentCommand } from "../agent/agent-commands";
import type { Breakpoint, ResumeUntil, SourceLine } from "../contract/breakpoint";
import { sameValue } from "../contract/same-value";
import type { ControlMessage } from "./engine-protocol";

type PausedMessage = Extract<ControlMessage, { kind: "paused" }>;

export interface ProgramPauses {
  /** These and no others. `isPaused`: the agent reads commands now. */
  setBreakpoints(breakpoints: readonly Breakpoint[], isPaused: boolean): void;
  resume(until: ResumeUntil, runTo?: SourceLine): void;
  /** At the program's next line. */
  pause(): void;
  /** Answers whether the program is to stay paused; if not, it has been told to go on. */
  takePause(message: PausedMessage): boolean;
}

interface ProgramPausesOptions {
  readonly breakpoints: readonly Breakpoint[];
  /** Steps the agent may record until it asks again. */
  readonly maxSteps: number;
  readonly send: (command: AgentCommand) => void;
}

export function createProgramPauses(options: ProgramPausesOptions): ProgramPauses {
  const { send } = options;
  let wanted = options.breakpoints;
  let told = options.breakpoints;
  let runTo: SourceLine | undefined;
  let until: ResumeUntil = "breakpoint";
  let isPauseWanted = false;
  let isPausedToTell = false;

  function tell(): void {
    const all = runTo === undefined ? wanted : [...wanted, { ...runTo, condition: "" }];
    if (sameValue(all, told)) return;
    told = all;
    send({ kind: "breakpoints", breakpoints: all });
  }

  function goOn(): void {
    send({ kind: "continue", furtherSteps: options.maxSteps, until });
  }

  /** The person took the breakpoint away while the program was on its way to it. */
  function isOutdated({ reason, line, file }: PausedMessage): boolean {
    if (reason !== "breakpoint") return false;
    const marks: readonly SourceLine[] = runTo === undefined ? wanted : [...wanted, runTo];
    return !marks.some((mark) => mark.line === line && mark.file === file);
  }

  return {
    setBreakpoints(breakpoints, isPaused) {
      wanted = breakpoints;
      if (isPaused) return tell();
      // A step is over soon; to interrupt it would change where it ends.
      if (until !== "breakpoint" || isPausedToTell || isPauseWanted) return undefined;
      isPausedToTell = true;
      return send({ kind: "pause" });
    },
    resume(to, line) {
      until = to;
      runTo = line;
      tell();
      goOn();
    },
    pause() {
      isPauseWanted = true;
      send({ kind: "pause" });
    },
    takePause(message) {
      const isOnlyToTell = isPausedToTell && !isPauseWanted && message.reason === "stepped";
      const goesOn = isOnlyToTell || isOutdated(message);
      isPausedToTell = false;
      if (!goesOn) {
        isPauseWanted = false;
        runTo = undefined;
        until = "breakpoint";
      }
      tell();
      if (goesOn) goOn();
      return !goesOn;
    },
  };
}
