/** A line of the person's code at which the program is to pause. */
export interface Breakpoint {
  /** Empty: the script; else the absolute path of another file of the person's. */
  readonly file: string;
  readonly line: number;
  /** A Python expression, evaluated in the frame that reaches the line; empty: always. */
  readonly condition: string;
}
