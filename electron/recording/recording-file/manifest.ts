/** `manifest.json`, the first part of a recording file: what it is, what made it, and which parts there are. */
import type { Inexactness } from "../../contract/agent-message";
import type { Outcome } from "../../contract/failure";
import type { RecordingFacts, Redaction } from "../../contract/recording-facts";

export const FORMAT = "ouroscope-recording";
export const FORMAT_VERSION = 1;

export interface Manifest {
  readonly format: typeof FORMAT;
  readonly version: number;
  readonly app: string;
  readonly platform: string;
  readonly script: { readonly name: string; readonly path: string; readonly example: boolean };
  readonly python: RecordingFacts["python"];
  /** What the agent said of the interpreter. */
  readonly interpreter: {
    readonly version: readonly [number, number, number];
    readonly inexact: readonly Inexactness[];
  };
  readonly exactness: RecordingFacts["exactness"];
  readonly outcome: Outcome;
  /** Of a notebook: the last run of each cell. */
  readonly cells: RecordingFacts["cells"];
  readonly redacted: Redaction;
  /** Number of entries, entry 0 included. */
  readonly entries: number;
  /** First entry of each segment. */
  readonly segments: readonly number[];
  readonly unionVersion: number;
  /** Bytes written to stdout and stderr in all. */
  readonly written: { readonly stdout: number; readonly stderr: number };
  /** Other files of the person's: where they were, and the part that holds their text. */
  readonly sources: readonly { readonly path: string; readonly part: string }[];
  /** Rows of each table's part. */
  readonly rows: Readonly<Record<string, number>>;
}
