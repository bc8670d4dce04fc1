/** The live program's breakpoints, and where it is told to go: a line to run to is a breakpoint until the next pause. */
import type { AgentCommand } from "../agent/agent-commands";
import type { Breakpoint, ResumeUntil, SourceLine } from "../contract/breakpoint";
import { sameValue } from "../contract/same-value";

export interface ProgramPauses {
  /** These and no others; the agent reads them while the program runs, too. */
  setBreakpoints(breakpoints: readonly Breakpoint[]): void;
  resume(until: ResumeUntil, runTo?: SourceLine): void;
  /** The same without leaving a pause. */
  goTo(line: SourceLine | undefined): void;
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
  /** To where the breakpoints stand in the program: cells of a notebook run under changing names. */
  readonly place: (breakpoints: readonly Breakpoint[]) => readonly Breakpoint[];
}

export function createProgramPauses(options: ProgramPausesOptions): ProgramPauses {
  const { send, maxSteps } = options;
  let wanted = options.breakpoints;
  let told = options.breakpoints;
  let runTo: SourceLine | undefined;

  function tell(): void {
    const placed = options.place(wanted);
    const all = runTo === undefined ? placed : [...placed, { ...runTo, condition: "" }];
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
    goTo(line) {
      runTo = line;
      tell();
    },
    pause: () => send({ kind: "pause" }),
    paused() {
      runTo = undefined;
      tell();
    },
  };
}
