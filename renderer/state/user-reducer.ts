/** (state, what the person did or an answer that arrived) -> state. Pure. */
import { assertNever } from "../../electron/contract/assert-never";
import { withAnnouncement } from "./announcements";
import type { AppState, Following, OpenDialog } from "./app-state";
import { reduceDebugAction } from "./debug-reducer";
import { isGraphAction, type GraphAction } from "./graph-action";
import { selectObject, withoutLost } from "./graph-selection";
import { reduceGraphAction } from "./graph-reducer";
import { reduceInspection } from "./inspection-reducer";
import { reducePanelAction } from "./panel-state";
import { atFileOf, withoutRecording } from "./session-reducer";
import { lastEntry } from "./step-travel";
import { visited } from "./visits";
import { showToast } from "./toast";
import type { UserAction } from "./user-action";

export function reduceUserAction(state: AppState, action: UserAction): AppState {
  if (isGraphAction(action)) return reduceGraphAction(state, action);
  switch (action.kind) {
    case "script-opened":
    case "script-closed":
    case "editing-changed":
    case "draft-changed":
    case "arguments-changed":
      return changeScript(state, action);
    case "run-requested":
      return { ...withoutRecording(state), editing: false, phase: { kind: "starting" } };
    case "run-refused":
      return { ...state, failure: action.failure, phase: undefined };
    case "travelled":
      return visited(state, travel(state, action));
    case "following-changed":
      return follow(state, action.follows);
    case "view-arrived":
      return showView(state, action);
    case "union-arrived":
      return { ...state, union: newerUnion(state, action.union) };
    case "cycles-arrived":
      return action.entry === state.travel.entry ? { ...state, cycles: action.cycles } : state;
    case "detail-arrived":
      return action.entry === state.travel.entry && action.node === state.selection
        ? { ...state, detail: { entry: action.entry, value: action.detail } }
        : state;
    case "selected":
      return visited(state, selectObject(state, action.node));
    case "step-opened":
      return { ...state, openedStep: action.step };
    case "item-folded":
      return { ...state, foldedItems: withItem(state.foldedItems, action.id, action.folded) };
    case "hidden-toggled":
      // The union on the screen stays until the other one is there, or everything would lose its place.
      return { ...state, showHidden: !state.showHidden };
    case "notice-dismissed":
      return { ...state, dismissedNotice: action.key };
    case "insight-hidden":
      return { ...state, hiddenInsights: [...state.hiddenInsights, action.insight] };
    case "transition-changed":
      return { ...state, transition: action.running };
    case "positions-changed":
      return { ...state, moved: action.moved };
    case "playing-changed":
      return { ...state, playing: action.playing };
    case "announced":
      return { ...state, announcements: withAnnouncement(state.announcements, action.text) };
    case "toast-shown":
      return showToast(state, action.text, action.path);
    case "toast-closed":
      return { ...state, toast: undefined };
    default:
      return reduceSlice(state, action);
  }
}

type CoreKind =
  | "script-opened"
  | "script-closed"
  | "editing-changed"
  | "draft-changed"
  | "arguments-changed"
  | "run-requested"
  | "run-refused"
  | "travelled"
  | "following-changed"
  | "view-arrived"
  | "union-arrived"
  | "cycles-arrived"
  | "detail-arrived"
  | "selected"
  | "step-opened"
  | "item-folded"
  | "hidden-toggled"
  | "notice-dismissed"
  | "insight-hidden"
  | "transition-changed"
  | "positions-changed"
  | "playing-changed"
  | "announced"
  | "toast-shown"
  | "toast-closed";

type SliceAction = Exclude<UserAction, GraphAction | { readonly kind: CoreKind }>;

/** What only parts of the state know how to do. */
function reduceSlice(state: AppState, action: SliceAction): AppState {
  switch (action.kind) {
    case "line-revealed":
    case "breakpoints-changed":
    case "cursor-moved":
    case "condition-opened":
    case "file-chosen":
    case "source-arrived":
    case "code-sent":
      return reduceDebugAction(state, action);
    case "panel-resized":
    case "layout-restored":
    case "presenting-toggled":
      return reducePanelAction(state, action);
    case "left-tab-chosen":
    case "bottom-tab-chosen":
    case "inspector-tab-chosen":
    case "panel-toggled":
    case "drawer-closed":
    case "dialog-changed":
      return arrange(state, action);
    case "examples-arrived":
    case "recent-arrived":
    case "pythons-arrived":
    case "python-chosen":
    case "settings-arrived":
      return learn(state, action);
    case "cuts-changed":
    case "way-wished":
    case "inspection-answered":
      return reduceInspection(state, action);
    default:
      return assertNever(action, "user action");
  }
}

type ScriptAction = Extract<
  UserAction,
  {
    kind:
      | "script-opened"
      | "script-closed"
      | "editing-changed"
      | "draft-changed"
      | "arguments-changed";
  }
>;

function changeScript(state: AppState, action: ScriptAction): AppState {
  switch (action.kind) {
    case "script-opened":
      return {
        ...withoutRecording(state),
        script: action.script,
        draft: undefined,
        editing: false,
        scriptArguments: action.args,
        breakpoints: [],
        leftTab: "script",
        dialog: "none",
      };
    case "script-closed":
      return { ...withoutRecording(state), script: undefined };
    case "editing-changed":
      return { ...state, editing: action.editing, leftOpen: true, leftTab: "script" };
    case "draft-changed":
      return { ...state, draft: action.text };
    case "arguments-changed":
      return { ...state, scriptArguments: action.args };
    default:
      return assertNever(action, "script action");
  }
}

function withItem(items: ReadonlySet<string>, id: string, present: boolean): ReadonlySet<string> {
  const rest = [...items].filter((item) => item !== id);
  return new Set(present ? [...rest, id] : rest);
}

type FactAction = Extract<
  UserAction,
  {
    kind:
      | "examples-arrived"
      | "recent-arrived"
      | "pythons-arrived"
      | "python-chosen"
      | "settings-arrived";
  }
>;

function learn(state: AppState, action: FactAction): AppState {
  switch (action.kind) {
    case "examples-arrived":
      return { ...state, examples: action.examples };
    case "recent-arrived":
      return { ...state, recent: action.recent };
    case "pythons-arrived":
      return { ...state, pythons: action.pythons };
    case "python-chosen":
      return { ...state, python: action.python };
    case "settings-arrived":
      return {
        ...state,
        settings: action.settings,
        hiddenInsights: action.settings.mutedInsights,
      };
    default:
      return assertNever(action, "fact");
  }
}

type ArrangementAction = Extract<
  UserAction,
  {
    kind:
      | "left-tab-chosen"
      | "bottom-tab-chosen"
      | "inspector-tab-chosen"
      | "panel-toggled"
      | "drawer-closed"
      | "dialog-changed";
  }
>;

function arrange(state: AppState, action: ArrangementAction): AppState {
  switch (action.kind) {
    case "left-tab-chosen":
      return { ...state, leftTab: action.tab, leftOpen: true };
    case "bottom-tab-chosen":
      return { ...state, bottomTab: action.tab, bottomOpen: true };
    case "inspector-tab-chosen":
      return { ...state, inspectorTab: action.tab, inspectorOpen: true };
    case "panel-toggled":
      return togglePanel(state, action.panel);
    case "drawer-closed":
      return { ...state, drawerOpen: false, leftDrawerOpen: false };
    case "dialog-changed":
      return {
        ...state,
        dialog: state.script === undefined ? dialogWithoutScript(action.dialog) : action.dialog,
      };
    default:
      return assertNever(action, "arrangement");
  }
}

function togglePanel(state: AppState, panel: "left" | "bottom" | "inspector" | "legend"): AppState {
  switch (panel) {
    case "left":
      return { ...state, leftOpen: !state.leftOpen, leftDrawerOpen: !state.leftDrawerOpen };
    case "bottom":
      return { ...state, bottomOpen: !state.bottomOpen };
    case "inspector":
      return { ...state, inspectorOpen: !state.inspectorOpen, drawerOpen: !state.drawerOpen };
    case "legend":
      return { ...state, legendOpen: !state.legendOpen };
    default:
      return assertNever(panel, "panel");
  }
}

/** The start screen has no graph to export and no step to go to. */
function dialogWithoutScript(dialog: OpenDialog): OpenDialog {
  return dialog === "export" || dialog === "go-to-step" || dialog === "arguments" ? "none" : dialog;
}

function travel(state: AppState, action: UserAction & { kind: "travelled" }): AppState {
  const step = state.steps[action.entry];
  if (step === undefined) return state;
  const opened = step.inner > 0 || step.step === state.openedStep ? step.step : undefined;
  return {
    ...atFileOf(state, step),
    travel: { entry: action.entry, direction: action.direction, follows: "no" },
    openedStep: opened,
    substep: undefined,
    lookedAt: undefined,
    contextMenu: undefined,
  };
}

function follow(state: AppState, follows: Following): AppState {
  const last = lastEntry(state.steps);
  const entry = follows === "newest" ? last : state.travel.entry;
  // The end of following is no reason not to play what just happened.
  const direction = follows === "no" ? state.travel.direction : "jump";
  return { ...state, travel: { entry, direction, follows } };
}

function showView(state: AppState, action: UserAction & { kind: "view-arrived" }): AppState {
  // A late answer: the person has gone on.
  if (action.view.entry !== state.travel.entry) return state;
  const shown = state.picture?.view;
  const same = shown !== undefined && shown.entry === action.view.entry;
  const picture = {
    view: action.view,
    previous: same ? state.picture?.previous : shown,
    direction: same ? ("jump" as const) : action.direction,
  };
  const selection = action.view.nodes.some((node) => node.id === state.selection)
    ? state.selection
    : undefined;
  return {
    ...state,
    picture,
    ...withoutLost(state, action.view),
    ...(selection === state.selection ? {} : { selection, detail: undefined }),
  };
}

function newerUnion(state: AppState, union: AppState["union"]): AppState["union"] {
  if (union === undefined || (state.union !== undefined && state.union.version > union.version))
    return state.union;
  return union;
}
