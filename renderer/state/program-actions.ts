/** What a person can make the script's program do: run control, breakpoints, input, and code at a pause. Part of `user-actions.ts`. */
import type { PlacedBreakpoint, ResumeUntil, SourceLine } from "../../electron/contract/breakpoint";
import type { Requests } from "../../electron/contract/requests";
import { lastEntry } from "./step-travel";
import type { Store } from "./store";

export interface ProgramActions {
  stop(): Promise<void>;
  keepGoing(): Promise<void>;
  collect(): Promise<void>;
  sendInput(text: string): Promise<void>;
  /** Lets the paused program go on; with a line, to that line. */
  resume(until: ResumeUntil, runTo?: SourceLine): Promise<void>;
  pauseProgram(): Promise<void>;
  execute(code: string): Promise<void>;
  changeBreakpoints(breakpoints: readonly PlacedBreakpoint[]): Promise<void>;
}

type ProgramRequests = Pick<
  Requests,
  | "stop"
  | "keepGoing"
  | "collectNow"
  | "sendInput"
  | "resume"
  | "pauseProgram"
  | "execute"
  | "setBreakpoints"
>;

export function createProgramActions(
  heap: ProgramRequests,
  { get, dispatch }: Store,
): ProgramActions {
  /** From the end of the recording on, the window shows what the program does next. */
  const followProgram = (): void => {
    const { steps, travel } = get();
    const entry = lastEntry(steps);
    if (travel.entry !== entry) dispatch({ kind: "travelled", entry, direction: "jump" });
    dispatch({ kind: "following-changed", follows: "live-step" });
  };

  return {
    stop: () => heap.stop(),
    keepGoing: () => heap.keepGoing(),
    collect: async () => {
      followProgram();
      await heap.collectNow();
    },
    sendInput: (text) => heap.sendInput(text),
    resume: async (until, runTo) => {
      followProgram();
      await heap.resume(until, runTo);
    },
    pauseProgram: () => heap.pauseProgram(),
    execute: async (code) => {
      dispatch({ kind: "code-sent", code });
      followProgram();
      await heap.execute(code);
    },
    changeBreakpoints: async (breakpoints) => {
      const { script } = get();
      dispatch({ kind: "breakpoints-changed", breakpoints });
      if (script !== undefined) await heap.setBreakpoints(script.path, breakpoints);
    },
  };
}
