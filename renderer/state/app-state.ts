/** The whole state of the window as one read-only value. Everything shown is derived from it; positions of drawn objects live in the graph. */
import type { PlacedBreakpoint, SourceLine } from "../../electron/contract/breakpoint";
import { bytes, entryIndex, type Bytes, type EntryIndex } from "../../electron/contract/ids";
import type { Failure } from "../../electron/contract/failure";
import type {
  CollectionSummary,
  CycleSummary,
  ObjectDetail,
} from "../../electron/contract/object-detail";
import type { ExampleCard, RecentFile, Settings } from "../../electron/contract/requests";
import type {
  Exactness,
  FileWork,
  OutputChunk,
  PythonInfo,
  ScriptSource,
  SessionEvent,
  SessionPhase,
  StepSummary,
} from "../../electron/contract/session-events";
import type {
  Insight,
  NodeId,
  SubgraphView,
  UnionGraph,
} from "../../electron/contract/subgraph-view";
import type { ViewShape } from "../../electron/contract/view-options";
import { initialGraphState, type GraphState } from "./graph-state";
import { initialInspection, type InspectionState } from "./inspection-state";

import { initialNotebookState, type NotebookState } from "./notebook-state";
import { initialLesson, type LessonState } from "./lesson-state";
import { initialPanelState, type PanelState } from "./panel-state";

export type Direction = "forward" | "back" | "jump";
export type LeftTab = "script" | "objects" | "types";
export type BottomTab = "output" | "collections";
export type InspectorTab = "lesson" | "object" | "cycles";
export type OpenDialog =
  | "none"
  | "export"
  | "export-selection"
  | "go-to-step"
  | "arguments"
  | "palette"
  | "shortcuts"
  | "settings"
  | "install-help"
  | "about";

/** The picture on the screen, with the one it replaced: what the graph animates between. */
export interface Picture {
  readonly view: SubgraphView;
  readonly previous: SubgraphView | undefined;
  readonly direction: Direction;
  /** What it was asked with; the person may have wished for another one since. */
  readonly shape?: ViewShape;
}

/**
 * `held`: a run just began; short ones end on step 0 and should not flicker through their steps. `newest`: the window
 * shows each step as it is recorded. `live-step`: the person let the paused program do something and wants to see what it
 * did. `no`: the person went somewhere.
 */
export type Following = "held" | "newest" | "live-step" | "no";

/** Where the person is in the recording. */
export interface Travel {
  readonly entry: EntryIndex;
  readonly direction: Direction;
  readonly follows: Following;
}

export interface Announcement {
  readonly text: string;
  readonly serial: number;
}

export interface Toast {
  readonly text: string;
  /** A file to offer "Show in folder" for. */
  readonly path?: string;
  readonly serial: number;
}

export interface AppState
  extends GraphState, InspectionState, PanelState, NotebookState, LessonState {
  readonly script: ScriptSource | undefined;
  /** The text the person has edited, not yet or already run; undefined while the file's own text is shown. */
  readonly draft: string | undefined;
  /** The script's file against what was recorded. */
  readonly onDisk: "same" | "changed" | "gone";
  readonly editing: boolean;
  /** What the script finds in `sys.argv[1:]`. */
  readonly scriptArguments: readonly string[];
  /** The session whose events count; events of any other are late and dropped. */
  readonly session: number | undefined;
  /** What main does with a recording's file. */
  readonly fileWork: FileWork;
  /** Left over from an earlier start. */
  readonly unsaved: Extract<SessionEvent, { kind: "unsaved-found" }> | undefined;
  /** The file of the recording, when nothing runs and it was read from there. */
  readonly recording: string | undefined;
  readonly python: PythonInfo | undefined;
  readonly pythons: readonly PythonInfo[];
  readonly phase: SessionPhase | undefined;
  /** The script replaced sys.settrace: told until the next run, also after the script has ended. */
  readonly tracingLost: Extract<SessionPhase, { kind: "tracing-lost" }> | undefined;
  readonly exactness: Exactness | undefined;
  /** Of the script, in the order of their lines; kept when it runs again. */
  readonly breakpoints: readonly PlacedBreakpoint[];
  /** Entries at which the program paused at a breakpoint: what a condition said then. */
  readonly pausedEntries: ReadonlySet<EntryIndex>;
  /** Line of the editor the person put the cursor on, since the last step. */
  readonly cursor: SourceLine | undefined;
  /** Line whose breakpoint's condition is being written. */
  readonly conditionAt: SourceLine | undefined;
  /** Texts of the person's other files that were looked at. */
  readonly sources: ReadonlyMap<string, string>;
  /** The other file the person may look at beside the script: the last one a step led into. */
  readonly fileTab: string | undefined;
  /** File the person chose to look at, since the last step; empty: the script. */
  readonly chosenFile: string | undefined;
  /** What the person ran at pauses, oldest first. */
  readonly consoleHistory: readonly string[];
  readonly steps: readonly StepSummary[];
  readonly unionVersion: number;
  readonly recordedBytes: Bytes;
  readonly output: readonly OutputChunk[];
  readonly collections: readonly CollectionSummary[];
  /** Why there is no session, or why it broke; shown in place until the next run. */
  readonly failure: Failure | undefined;
  /** The outcome or phase whose notice the person closed. */
  readonly dismissedNotice: string | undefined;
  /** Kinds of insight the person does not want to see. */
  readonly hiddenInsights: readonly Insight["kind"][];
  readonly travel: Travel;
  /** Step whose inner steps the timeline shows. */
  readonly openedStep: number | undefined;
  readonly picture: Picture | undefined;
  readonly union: UnionGraph | undefined;
  readonly selection: NodeId | undefined;
  /** What the inspector says about the selection; `entry` tells for which entry. */
  readonly detail:
    | { readonly entry: EntryIndex; readonly value: ObjectDetail | undefined }
    | undefined;
  readonly cycles: readonly CycleSummary[];
  readonly showHidden: boolean;
  readonly settings: Settings;
  /** Items of the outline the person closed, by identity, so that stepping keeps them closed. */
  readonly foldedItems: ReadonlySet<string>;
  readonly leftTab: LeftTab;
  readonly bottomTab: BottomTab;
  readonly inspectorTab: InspectorTab;
  readonly leftOpen: boolean;
  readonly bottomOpen: boolean;
  readonly inspectorOpen: boolean;
  /** In a narrow window the inspector is a drawer that covers the canvas. */
  readonly drawerOpen: boolean;
  readonly legendOpen: boolean;
  readonly dialog: OpenDialog;
  readonly playing: boolean;
  /** The graph plays a change; the timeline and panels already show the new step. */
  readonly transition: boolean;
  readonly moved: boolean;
  readonly toast: Toast | undefined;
  /** The last things to be read out, oldest first. */
  readonly announcements: readonly Announcement[];
  readonly examples: readonly ExampleCard[];
  readonly recent: readonly RecentFile[];
  /** A line the editor should bring into view; the serial makes repeats count. */
  readonly revealedLine: (SourceLine & { readonly serial: number }) | undefined;
}

export const initialSettings: Settings = {
  timeLimitSeconds: 30,
  maxSteps: 10_000,
  animationSpeed: 1,
  theme: "system",
  ghostSteps: 1,
  announceLess: false,
  wheel: "zoom",
  interfaceZoom: 1,
  mutedInsights: [],
};

export const initialState: AppState = {
  ...initialGraphState,
  ...initialInspection,
  ...initialLesson,
  ...initialPanelState,
  ...initialNotebookState,
  script: undefined,
  draft: undefined,
  onDisk: "same",
  editing: false,
  scriptArguments: [],
  session: undefined,
  fileWork: "none",
  unsaved: undefined,
  recording: undefined,
  python: undefined,
  pythons: [],
  phase: undefined,
  tracingLost: undefined,
  exactness: undefined,
  breakpoints: [],
  pausedEntries: new Set(),
  cursor: undefined,
  conditionAt: undefined,
  sources: new Map(),
  fileTab: undefined,
  chosenFile: undefined,
  consoleHistory: [],
  steps: [],
  unionVersion: -1,
  recordedBytes: bytes(0),
  output: [],
  collections: [],
  failure: undefined,
  dismissedNotice: undefined,
  hiddenInsights: [],
  travel: { entry: entryIndex(0), direction: "jump", follows: "held" },
  openedStep: undefined,
  picture: undefined,
  union: undefined,
  selection: undefined,
  detail: undefined,
  cycles: [],
  showHidden: false,
  settings: initialSettings,
  foldedItems: new Set(),
  leftTab: "script",
  bottomTab: "output",
  inspectorTab: "object",
  leftOpen: true,
  bottomOpen: true,
  inspectorOpen: true,
  drawerOpen: false,
  legendOpen: true,
  dialog: "none",
  playing: false,
  transition: false,
  moved: false,
  toast: undefined,
  announcements: [],
  examples: [],
  recent: [],
  revealedLine: undefined,
};
