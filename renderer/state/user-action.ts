/** Everything that changes the state besides the session's own events: what the person did and what answers arrived. */
import type { PlacedBreakpoint, SourceLine } from "../../electron/contract/breakpoint";
import type { EntryIndex } from "../../electron/contract/ids";
import type { Failure } from "../../electron/contract/failure";
import type { CycleSummary, ObjectDetail } from "../../electron/contract/object-detail";
import type { ExampleCard, RecentFile, Settings } from "../../electron/contract/requests";
import type { PythonInfo, ScriptSource } from "../../electron/contract/session-events";
import type { NodeId, SubgraphView, UnionGraph } from "../../electron/contract/subgraph-view";
import type {
  BottomTab,
  Direction,
  Following,
  InspectorTab,
  LeftTab,
  OpenDialog,
} from "./app-state";
import type { GraphAction } from "./graph-action";
import type { InspectionAction } from "./inspection-state";

import type { LessonAction } from "./lesson-state";
import type { NotebookAction } from "./notebook-state";
import type { PanelAction } from "./panel-state";

export type UserAction =
  | PanelAction
  | GraphAction
  | InspectionAction
  | LessonAction
  | NotebookAction
  | {
      readonly kind: "script-opened";
      readonly script: ScriptSource;
      readonly args: readonly string[];
    }
  | { readonly kind: "script-closed" }
  | { readonly kind: "editing-changed"; readonly editing: boolean }
  | { readonly kind: "draft-changed"; readonly text: string }
  | { readonly kind: "arguments-changed"; readonly args: readonly string[] }
  | { readonly kind: "run-requested" }
  | { readonly kind: "run-refused"; readonly failure: Failure }
  /** A file could not be opened; what is shown stays. */
  | { readonly kind: "recording-refused"; readonly failure: Failure }
  | { readonly kind: "failure-closed" }
  | { readonly kind: "unsaved-settled" }
  | { readonly kind: "breakpoints-changed"; readonly breakpoints: readonly PlacedBreakpoint[] }
  | { readonly kind: "cursor-moved"; readonly place: SourceLine }
  | { readonly kind: "condition-opened"; readonly place: SourceLine | undefined }
  | { readonly kind: "file-chosen"; readonly file: string }
  | { readonly kind: "source-arrived"; readonly file: string; readonly text: string }
  | { readonly kind: "code-sent"; readonly code: string }
  | { readonly kind: "travelled"; readonly entry: EntryIndex; readonly direction: Direction }
  | { readonly kind: "following-changed"; readonly follows: Following }
  | {
      readonly kind: "view-arrived";
      readonly view: SubgraphView;
      readonly direction: Direction;
    }
  | { readonly kind: "union-arrived"; readonly union: UnionGraph }
  | {
      readonly kind: "cycles-arrived";
      readonly entry: EntryIndex;
      readonly cycles: readonly CycleSummary[];
    }
  | {
      readonly kind: "detail-arrived";
      readonly entry: EntryIndex;
      readonly node: NodeId;
      readonly detail: ObjectDetail | undefined;
    }
  | { readonly kind: "selected"; readonly node: NodeId | undefined }
  | { readonly kind: "step-opened"; readonly step: number | undefined }
  | { readonly kind: "item-folded"; readonly id: string; readonly folded: boolean }
  | { readonly kind: "hidden-toggled" }
  | { readonly kind: "left-tab-chosen"; readonly tab: LeftTab }
  | { readonly kind: "bottom-tab-chosen"; readonly tab: BottomTab }
  | { readonly kind: "inspector-tab-chosen"; readonly tab: InspectorTab }
  | { readonly kind: "panel-toggled"; readonly panel: "left" | "bottom" | "inspector" | "legend" }
  | { readonly kind: "drawer-closed" }
  | { readonly kind: "dialog-changed"; readonly dialog: OpenDialog }
  | { readonly kind: "notice-dismissed"; readonly key: string }
  | { readonly kind: "transition-changed"; readonly running: boolean }
  | { readonly kind: "positions-changed"; readonly moved: boolean }
  | { readonly kind: "playing-changed"; readonly playing: boolean }
  | { readonly kind: "announced"; readonly text: string }
  | { readonly kind: "toast-shown"; readonly text: string; readonly path?: string }
  | { readonly kind: "toast-closed" }
  | { readonly kind: "line-revealed"; readonly file: string; readonly line: number }
  | { readonly kind: "examples-arrived"; readonly examples: readonly ExampleCard[] }
  | { readonly kind: "recent-arrived"; readonly recent: readonly RecentFile[] }
  | { readonly kind: "pythons-arrived"; readonly pythons: readonly PythonInfo[] }
  | { readonly kind: "python-chosen"; readonly python: PythonInfo }
  | { readonly kind: "settings-arrived"; readonly settings: Settings };
