/** The live program's breakpoints, and where it is told to go: a line to run to is a breakpoint until the next pause. */
import type { AgentCommand } from "../agent/agent-commands";
import type { Breakpoint, ResumeUntil, SourceLine } from "../contract/breakpoint";
import { sameValue } from "../contract/same-value";

export interface ProgramPauses {
  /** These and no others; the agent reads them while the program runs, too. */
  setBreakpoints(breakpoints: readonly Breakpoint[]): void;
  resume(until: ResumeUntil, runTo?: SourceLine): void;
  /** At the program's next line. */
  pause(): void;
  /** The program has paused. */
  paused(): void;
}

interface ProgramPausesOptions {
  readonly breakpoints: readonly Breakpoint[];
  /** Steps the agent may record until it asks again. */
  readonly maxSteps: number;
  readonly send: (command: AgentCommand) => void;
}

export function createProgramPauses(options: ProgramPausesOptions): ProgramPauses {
  const { send, maxSteps } = options;
  let wanted = options.breakpoints;
  let told = options.breakpoints;
  let runTo: SourceLine | undefined;

  function tell(): void {
    const all = runTo === undefined ? wanted : [...wanted, { ...runTo, condition: "" }];
    if (sameValue(all, told)) return;
    told = all;
    send({ kind: "breakpoints", breakpoints: all });
  }

  return {
    setBreakpoints(breakpoints) {
      wanted = breakpoints;
      tell();
    },
    resume(until, line) {
      runTo = line;
      tell();
      send({ kind: "continue", furtherSteps: maxSteps, until });
    },
    pause: () => send({ kind: "pause" }),
    paused() {
      runTo = undefined;
      tell();
    },
  };
}
