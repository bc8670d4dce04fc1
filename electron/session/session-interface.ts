/** What the app can ask of one script under observation; `session.ts` makes them. */
import type { Breakpoint, ResumeUntil, SourceLine } from "../contract/breakpoint";
import type { Failure, Outcome } from "../contract/failure";
import type { CellRequest } from "../contract/notebook";
import type { SessionPhase } from "../contract/session-events";
import type { EngineClient } from "./engine-client";

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
  /** Ends the program; what was recorded stays. Code of the person's that still runs is interrupted first, and the program stays paused. */
  stop(): void;
  /** Leaves a limit that was reached. */
  keepGoing(): void;
  collectNow(): void;
  /** Leaves a pause at a line or at the step limit; with a line, that line is a breakpoint for this once. */
  resume(until: ResumeUntil, runTo?: SourceLine): void;
  pause(): void;
  /** Cells of a notebook, after those that run or wait; a cell that is paused is left. A line is in a cell, by the cell's name. */
  runCells(cells: readonly CellRequest[], until: ResumeUntil, runTo?: SourceLine): void;
  /** Runs code in the paused program as a step of its own. */
  execute(code: string): void;
  setBreakpoints(breakpoints: readonly Breakpoint[]): void;
  /** One line, or the end of input as Ctrl+D. */
  sendInput(text: string): void;
  /** Ends everything, the recording too. Done when Python is gone. */
  dispose(): Promise<void>;
}
