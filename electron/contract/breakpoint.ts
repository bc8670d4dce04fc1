/** A line of the person's code at which the program is to pause. */
export interface Breakpoint {
  /** Empty: the script; else the absolute path of another file of the person's. */
  readonly file: string;
  readonly line: number;
  /** A Python expression, evaluated in the frame that reaches the line; empty: always. */
  readonly condition: string;
}

/** As the person set it and the app remembers it; switched off ones are not told to the program. */
export interface PlacedBreakpoint extends Breakpoint {
  readonly enabled: boolean;
}

/** Where a paused program goes: `into`: the next line; `over`: the next line of this frame or of one that called it; `out`: of a frame that called this one. */
export type ResumeUntil = "breakpoint" | "into" | "over" | "out";

export type SourceLine = Pick<Breakpoint, "file" | "line">;
