/** A notebook: its cells in order with what was saved of earlier runs, and what has become of each cell in this program. */

export interface Notebook {
  readonly cells: readonly NotebookCell[];
}

export type NotebookCell = CodeCell | TextCell | BrokenCell;

export interface CodeCell {
  readonly kind: "code";
  /** Unique in the notebook. */
  readonly id: string;
  /** What the cell is called, unique too: `In[19]` by its saved number, else `Cell 3` by its place. */
  readonly name: string;
  readonly text: string;
  /** Of an earlier run somewhere else. */
  readonly saved: readonly SavedOutput[];
}

export function codeCellsOf(notebook: Notebook | undefined): readonly CodeCell[] {
  return (notebook?.cells ?? []).filter((cell): cell is CodeCell => cell.kind === "code");
}

/** Whether a file in the recording is the text of a cell. */
export function isCellFile(file: string): boolean {
  return /^(?:In\[\d+\]|Cell \d+)(?: run \d+)?$/.test(file);
}

export interface TextCell {
  readonly kind: "markdown" | "raw";
  readonly id: string;
  readonly text: string;
}

/** A cell of the file that is no cell. */
export interface BrokenCell {
  readonly kind: "broken";
  readonly id: string;
  /** Its place in the file, from 1. */
  readonly place: number;
  readonly reason: string;
}

export interface SavedOutput {
  /** `left-out`: something that is not text, such as a picture; `text` says what. */
  readonly kind: "text" | "value" | "error" | "left-out";
  readonly text: string;
}

/** A cell to run, with its text as it is in the window. */
export interface CellRequest {
  readonly id: string;
  readonly name: string;
  readonly text: string;
}

/** The last run of a cell in this program. */
export interface CellRun {
  readonly id: string;
  /** 1 = the first since Python was started; 0 = it has not run. */
  readonly run: number;
  /** How the recording calls the text that ran, in place of a file: `In[19]`, `In[19] run 2`. */
  readonly file: string;
  readonly text: string;
  /** Lines that only a notebook program understands; they were not run. */
  readonly skipped: readonly SkippedLine[];
  readonly state: CellState;
}

export interface SkippedLine {
  /** From 1. */
  readonly line: number;
  /** `%matplotlib`, `!ls`: the command without its arguments. */
  readonly command: string;
}

export type CellState =
  | { readonly kind: "queued" }
  | { readonly kind: "running" }
  | { readonly kind: "done" }
  /** The rest of it was given up for another cell. */
  | { readonly kind: "left" }
  | {
      readonly kind: "failed";
      readonly type: string;
      readonly message: string;
      readonly line: number | undefined;
      /** In which text the line is: a cell's or another file's. */
      readonly file: string;
    };
