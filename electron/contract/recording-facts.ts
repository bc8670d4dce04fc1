/** What a saved recording says about the run it was made from, besides the recording itself. */
import type { Outcome } from "./failure";
import type { CellRun } from "./notebook";
import type { Exactness, OutputChunk, PythonInfo, ScriptSource } from "./session-events";

export interface RecordingFacts {
  readonly script: ScriptSource;
  readonly python: PythonInfo;
  readonly exactness: Exactness;
  readonly outcome: Outcome;
  readonly output: readonly OutputChunk[];
  /** Of a notebook: the last run of each cell. */
  readonly cells: readonly CellRun[];
  /** Version of Ouroscope that made the recording. */
  readonly app: string;
  /** As `process.platform`. */
  readonly platform: string;
}

/** Another file of the person's that the recording names. */
export interface SourceText {
  readonly path: string;
  readonly text: string;
}

/** What to leave out of a file: the structure of the graph is always kept. */
export interface Redaction {
  /** Values, texts of strings, keys of dicts and everything printed. */
  readonly values: boolean;
  /** The texts of the script and of the other files. */
  readonly source: boolean;
}

/** Why a file is no recording, or not a whole one. */
export type RecordingTrouble =
  | { readonly kind: "not-a-recording" }
  | { readonly kind: "newer"; readonly version: number }
  /** `lastStep`: of what can be read; undefined when nothing can. */
  | { readonly kind: "damaged"; readonly lastStep: number | undefined };
