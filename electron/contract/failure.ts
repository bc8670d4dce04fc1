/** Expected trouble as a closed union; the sentences are made in one place, `renderer/app/failure-text.ts` for the window and `cli` for the terminal. */
export type Failure =
  | { readonly kind: "no-python"; readonly looked: readonly string[] }
  | { readonly kind: "python-too-old"; readonly path: string; readonly version: string }
  | { readonly kind: "python-not-runnable"; readonly path: string; readonly reason: string }
  | { readonly kind: "file-unreadable"; readonly path: string; readonly reason: string }
  | { readonly kind: "notebook-unreadable"; readonly path: string; readonly reason: string }
  | { readonly kind: "unsupported-file"; readonly path: string }
  | { readonly kind: "agent-silent"; readonly detail: string }
  | { readonly kind: "wire-damaged"; readonly detail: string }
  /** `line` from 1; the reason is a sentence. */
  | {
      readonly kind: "lesson-damaged";
      readonly path: string;
      readonly line: number;
      readonly reason: string;
    }
  | { readonly kind: "save-failed"; readonly path: string; readonly reason: string }
  | { readonly kind: "not-a-recording"; readonly path: string }
  | { readonly kind: "recording-newer"; readonly path: string; readonly version: number }
  /** `lastStep`: of the part that can be read; undefined when none can. */
  | {
      readonly kind: "recording-damaged";
      readonly path: string;
      readonly lastStep: number | undefined;
    }
  /** Kept at `path`; `refused` are the settings with values they cannot have, none: the whole file. */
  | {
      readonly kind: "settings-damaged";
      readonly path: string;
      readonly refused: readonly string[];
    };

/** How a run of a script ended. `line` is in the script; undefined where no line is to blame. */
export type Outcome =
  | { readonly kind: "finished"; readonly exitCode: number }
  | {
      readonly kind: "raised";
      readonly exitCode: number;
      readonly line: number | undefined;
      /** Of the line, when it is not the script but another file of the person's. */
      readonly file?: string;
      readonly type: string;
      readonly message: string;
    }
  | {
      readonly kind: "syntax-error";
      readonly exitCode: number;
      readonly line: number | undefined;
      readonly message: string;
    }
  | { readonly kind: "exited"; readonly exitCode: number; readonly line: number | undefined }
  | {
      readonly kind: "killed";
      readonly exitCode: number | undefined;
      readonly signal: string;
      readonly line: number | undefined;
    }
  | { readonly kind: "step-limit"; readonly steps: number; readonly line: number | undefined }
  | { readonly kind: "time-limit"; readonly seconds: number; readonly line: number | undefined }
  | { readonly kind: "stopped"; readonly line: number | undefined }
  /** Only of a saved recording: the program was not over when it was saved. */
  | { readonly kind: "recorded-so-far"; readonly line: number | undefined };
