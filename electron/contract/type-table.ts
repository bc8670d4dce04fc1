/** The types of one entry with their numbers, and how these went over the recording. */
import type { Bytes } from "./ids";

export interface TypeTable {
  /** By own size, most first. */
  readonly rows: readonly TypeRow[];
  /** Step of each point of the sparklines. */
  readonly steps: readonly number[];
}

export interface TypeRow {
  readonly typeName: string;
  readonly count: number;
  /** Against the step before, and against the start. */
  readonly sinceLastStep: number;
  readonly sinceStart: number;
  /** Attribute dictionaries and other parts counted with their objects. */
  readonly size: Bytes;
  readonly unreachable: number;
  /** Counts at `TypeTable.steps`. */
  readonly counts: readonly number[];
  /** Absent: not worked out. */
  readonly retained?: Bytes;
}
