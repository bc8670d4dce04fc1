/** Everything main tells the renderer about the session, as one union on `kind`. */
import type { Inexactness } from "./agent-message";
import type { Bytes, EntryIndex, Milliseconds } from "./ids";
import type { Failure, Outcome } from "./failure";
import type { CellRun, Notebook } from "./notebook";
import type { CollectionSummary } from "./object-detail";

export interface PythonInfo {
  readonly path: string;
  readonly version: string;
  readonly implementation: string;
  /** `Python 3.11.7`, and where it was found: `PATH`, `virtual environment`, `pyenv`, `chosen`. */
  readonly origin: string;
}

/** One line of the timeline. */
export interface StepSummary {
  readonly entry: EntryIndex;
  readonly step: number;
  /** 0 for the module-level line itself, 1, 2, ... for lines run inside the script's functions during it. */
  readonly inner: number;
  /** Frames of the script's functions below this line: 0 at module level. */
  readonly depth: number;
  /** Empty: the script; else the absolute path of another file of the person's. */
  readonly file: string;
  readonly line: number | undefined;
  /** Line about to run in the paused program, where known. */
  readonly nextLine: number | undefined;
  readonly code: string;
  readonly scope: string;
  /** Data objects of the script (classes and functions not counted). */
  readonly inMemory: number;
  readonly reachable: number;
  readonly garbageBytes: Bytes;
  readonly trackedTotal: number;
  /** Line that switched automatic collection off, `none` where no line is known; absent while it is on. */
  readonly collectorOff?: { readonly line: number | undefined };
  /** Something a person would want to jump to happened here. */
  readonly events: readonly (
    | "freed"
    | "collection"
    | "unreachable"
    | "raised"
    | "person"
    | "breakpoint"
  )[];
  readonly raised: boolean;
}

export interface OutputChunk {
  readonly entry: EntryIndex;
  /** `stdin` and `console`: what the person typed for the script, and at a pause. */
  readonly stream: "stdout" | "stderr" | "stdin" | "console";
  readonly text: string;
}

export type SessionEvent =
  | {
      readonly kind: "session-started";
      readonly session: number;
      readonly script: ScriptSource;
      readonly python: PythonInfo;
      /** The file it was read from: nothing runs. */
      readonly recording?: string;
    }
  | {
      readonly kind: "steps-recorded";
      readonly session: number;
      readonly steps: readonly StepSummary[];
      readonly unionVersion: number;
      readonly recordedBytes: Bytes;
    }
  | {
      readonly kind: "output-written";
      readonly session: number;
      readonly chunks: readonly OutputChunk[];
    }
  | {
      readonly kind: "collections-seen";
      readonly session: number;
      readonly collections: readonly CollectionSummary[];
    }
  | {
      readonly kind: "exactness-known";
      readonly session: number;
      readonly exactness: Exactness;
    }
  /** Cells whose run has begun, ended or been asked for. */
  | {
      readonly kind: "cells-changed";
      readonly session: number;
      readonly cells: readonly CellRun[];
    }
  | { readonly kind: "phase-changed"; readonly session: number; readonly phase: SessionPhase }
  | { readonly kind: "session-failed"; readonly session: number; readonly failure: Failure }
  /** The file against the text that was recorded last. */
  | {
      readonly kind: "script-on-disk";
      readonly path: string;
      readonly state: "same" | "changed" | "gone";
    }
  | { readonly kind: "open-requested"; readonly path: string; readonly args: readonly string[] }
  | { readonly kind: "command-invoked"; readonly command: string }
  /** A recording is being written or read; `none`: no longer. */
  | { readonly kind: "file-work"; readonly work: FileWork }
  /** A recording nobody saved is left over from an earlier start; `when` as an ISO date. */
  | {
      readonly kind: "unsaved-found";
      readonly path: string;
      readonly script: string;
      readonly when: string;
    }
  | { readonly kind: "notice"; readonly failure: Failure };

export type FileWork = "saving" | "opening" | "none";

/** What of this run is a prediction; nothing is when the list is empty and nobody else looks in. */
export interface Exactness {
  readonly inexact: readonly Inexactness[];
  /** Another debugger or tracer is, or was, attached to the program. */
  readonly otherTracer: boolean;
}

/** Where the program under observation is. `paused-at-end`: alive, every line ran, Collect works; between two cells of a notebook, too. */
export type SessionPhase =
  | { readonly kind: "starting" }
  | {
      readonly kind: "running";
      readonly line: number | undefined;
      readonly sinceLastStep: Milliseconds;
    }
  | { readonly kind: "waiting-for-input"; readonly line: number | undefined }
  | {
      readonly kind: "time-limit-reached";
      readonly seconds: number;
      readonly line: number | undefined;
    }
  | {
      readonly kind: "step-limit-reached";
      readonly steps: number;
      readonly line: number | undefined;
    }
  | { readonly kind: "tracing-lost"; readonly line: number | undefined }
  | {
      readonly kind: "paused-at-line";
      readonly reason: "breakpoint" | "stepped";
      /** About to run. */
      readonly line: number | undefined;
      /** Of the line. Empty: the script. */
      readonly file: string;
    }
  | { readonly kind: "paused-at-end" }
  | { readonly kind: "ended"; readonly outcome: Outcome };

export interface ScriptSource {
  readonly path: string;
  readonly name: string;
  readonly text: string;
  /** A bundled example, opened as a read-only copy. */
  readonly example: boolean;
  /** Of a notebook; `text` is then its JSON. */
  readonly notebook?: Notebook;
}
