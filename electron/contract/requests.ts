/** Every question the renderer may ask main: name -> (arguments) => answer. Preload, handlers and `window.heap` are mapped types over this. */
import type { PlacedBreakpoint, ResumeUntil, SourceLine } from "./breakpoint";
import type { PictureFormat } from "./export-settings";
import type { EntryIndex } from "./ids";
import type { Failure } from "./failure";
import type { GraphRequests } from "./graph-questions";
import type { Lesson } from "./lesson";
import type { NativeMenu } from "./native-menu";
import type { CellRequest } from "./notebook";
import type { CycleSummary, ObjectDetail } from "./object-detail";
import type { Redaction } from "./recording-facts";
import type { PythonInfo, SessionPhase, ScriptSource, StepSummary } from "./session-events";
import type { Insight, NodeId, SubgraphView, UnionGraph } from "./subgraph-view";
import type { ViewOptions } from "./view-options";
import type { WindowLayout } from "./window-layout";

export type Answer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: Failure };

export interface ExampleCard {
  readonly id: string;
  /** Heading it stands under on the start screen. */
  readonly group: string;
  readonly title: string;
  readonly lesson: string;
  readonly text: string;
}

/** What is in a file that was opened. */
export type OpenedFile =
  | { readonly kind: "script"; readonly script: ScriptSource }
  /** Yet to be read. */
  | { readonly kind: "recording"; readonly path: string };

export interface RecentFile {
  readonly path: string;
  readonly name: string;
  readonly folder: string;
  /** ISO date of the last opening. */
  readonly opened: string;
  readonly missing: boolean;
}

export interface Settings {
  readonly timeLimitSeconds: number;
  readonly maxSteps: number;
  readonly animationSpeed: 0 | 0.5 | 1 | 2;
  readonly theme: "system" | "light" | "dark";
  /** How many steps freed objects and deleted names stay drawn after the one that took them away. */
  readonly ghostSteps: 0 | 1 | "all";
  /** A screen reader hears the step and the trouble only. */
  readonly announceLess: boolean;
  /** What the mouse wheel does over the graph; with Ctrl it always zooms. */
  readonly wheel: "zoom" | "pan";
  /** Of everything in the window; 1 is 100 %. */
  readonly interfaceZoom: number;
  /** Kinds of hint the person does not want to see. */
  readonly mutedInsights: readonly Insight["kind"][];
}

export type SavePicture =
  | {
      readonly suggestedName: string;
      readonly format: Exclude<PictureFormat, "pdf">;
      readonly bytes: Uint8Array;
    }
  /** A drawing that main makes a document of, one page of this size in millimetres. */
  | {
      readonly suggestedName: string;
      readonly format: "pdf";
      readonly title: string;
      readonly svg: string;
      readonly width: number;
      readonly height: number;
    };

/** A text that other programs read. */
export interface SaveData {
  readonly suggestedName: string;
  readonly ending: DataEnding;
  readonly text: string;
}

export const dataEndings = ["json", "dot", "graphml", "mmd", "csv"] as const;
export type DataEnding = (typeof dataEndings)[number];

/** `ask`: where; `again`: into the folder of the last one, asking only before a file is replaced; a recording to its own file. */
export type SaveManner = "ask" | "again";

export interface RunOptions {
  readonly python?: string;
  readonly args?: readonly string[];
  /** Runs this text in place of the file's (the person edited it without saving). */
  readonly text?: string;
}

export interface Requests extends GraphRequests {
  /** Shows the native dialog; undefined when cancelled. */
  openDialog(): Promise<Answer<OpenedFile | undefined>>;
  openFile(path: string): Promise<Answer<OpenedFile>>;
  openExample(id: string): Promise<Answer<ScriptSource>>;
  /** The lesson beside a script; undefined where there is none. */
  lesson(script: string): Promise<Answer<Lesson | undefined>>;
  examples(): Promise<readonly ExampleCard[]>;
  recentFiles(): Promise<readonly RecentFile[]>;
  forgetRecent(path: string): Promise<readonly RecentFile[]>;
  pythons(): Promise<readonly PythonInfo[]>;
  /** Shows the native dialog for an interpreter. */
  choosePython(): Promise<Answer<PythonInfo | undefined>>;
  selectPython(path: string): Promise<Answer<PythonInfo>>;
  /** Starts a new session; answers its number. Any session before is ended. */
  run(path: string, options: RunOptions): Promise<Answer<number>>;
  /** Shows a saved recording as a session; answers its number. Of a damaged one only with `readablePart`. */
  openRecording(path: string, readablePart: boolean): Promise<Answer<number>>;
  /** `again`: to the file it was saved to last, if any. Answers where it was saved; undefined when cancelled. */
  saveRecording(manner: SaveManner, redaction: Redaction): Promise<Answer<string | undefined>>;
  /** Throws the unsaved recording away that was offered. */
  discardUnsaved(): Promise<void>;
  stop(): Promise<void>;
  /** More time or more steps, depending on what is waited for. */
  keepGoing(): Promise<void>;
  collectNow(): Promise<void>;
  /** Runs cells of the notebook after those that run or wait; a cell that is paused is left. With a line, that is a breakpoint for this once. */
  runCells(cells: readonly CellRequest[], until: ResumeUntil, runTo?: SourceLine): Promise<void>;
  /** Leaves a pause; with a line, that line is a breakpoint for this once. */
  resume(until: ResumeUntil, runTo?: SourceLine): Promise<void>;
  /** The running program pauses at its next line. */
  pauseProgram(): Promise<void>;
  /** Runs code in the paused program, as a recorded step. */
  execute(code: string): Promise<void>;
  /** Those remembered for a script. */
  breakpoints(script: string): Promise<readonly PlacedBreakpoint[]>;
  /** All of a script's; remembered, and told to the program if it is this script's. */
  setBreakpoints(script: string, breakpoints: readonly PlacedBreakpoint[]): Promise<void>;
  /** Text of another file of the person's that the recording names; undefined when there is none. */
  sourceText(file: string): Promise<string | undefined>;
  sendInput(text: string): Promise<void>;
  phase(): Promise<SessionPhase | undefined>;
  steps(): Promise<readonly StepSummary[]>;
  view(entry: EntryIndex, options: ViewOptions): Promise<SubgraphView>;
  unionGraph(options: ViewOptions): Promise<UnionGraph>;
  inspect(entry: EntryIndex, node: NodeId): Promise<ObjectDetail | undefined>;
  cycles(entry: EntryIndex): Promise<readonly CycleSummary[]>;
  /** Answers where it was saved; undefined when cancelled. */
  savePicture(picture: SavePicture, manner: SaveManner): Promise<Answer<string | undefined>>;
  /** Lets the person drag the picture as a file into another program; `thumbnail` is a small PNG to drag along. */
  dragPicture(picture: SavePicture, thumbnail: Uint8Array): Promise<Answer<void>>;
  saveData(data: SaveData): Promise<Answer<string | undefined>>;
  /** Saves a text as a script of the person's; answers the file, undefined when cancelled. */
  saveScript(suggestedName: string, text: string): Promise<Answer<string | undefined>>;
  showInFolder(path: string): Promise<void>;
  settings(): Promise<Settings>;
  changeSettings(change: Partial<Settings>): Promise<Settings>;
  /** How the panels were left on this screen; undefined the first time. */
  windowLayout(): Promise<WindowLayout | undefined>;
  keepWindowLayout(layout: WindowLayout): Promise<void>;
  windowControl(action: "minimize" | "maximize" | "close"): Promise<void>;
  /** For systems with a menu bar of their own. */
  showMenus(menus: readonly NativeMenu[]): Promise<void>;
  aboutVersions(): Promise<Readonly<Record<string, string>>>;
  /** Events that arrived before the page was listening (a file given on the command line). */
  ready(): Promise<void>;
}

export type RequestName = keyof Requests;
