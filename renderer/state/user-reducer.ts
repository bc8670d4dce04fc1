/** (state, what the person did or an answer that arrived) -> state. Pure. */
import { assertNever } from "../../electron/contract/assert-never";
import { withAnnouncement } from "./announcements";
import type { AppState, Following } from "./app-state";
import { isGraphAction } from "./graph-action";
import { selectObject, withoutLost } from "./graph-selection";
import { reduceGraphAction } from "./graph-reducer";
import { initialLesson } from "./lesson-state";
import { isNotebookAction, notebookOpened, reduceNotebookAction } from "./notebook-state";
import { atFileOf, withoutRecording } from "./session-reducer";
import { lastEntry } from "./step-travel";
import { visited } from "./visits";
import { showToast } from "./toast";
import type { UserAction } from "./user-action";
import { isWindowAction, reduceWindowAction } from "./window-reducer";

export function reduceUserAction(state: AppState, action: UserAction): AppState {
  if (isGraphAction(action)) return reduceGraphAction(state, action);
  if (isNotebookAction(action)) return reduceNotebookAction(state, action);
  if (isWindowAction(action)) return reduceWindowAction(state, action);
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
    case "recording-refused":
      return { ...state, failure: action.failure, dismissedNotice: undefined };
    case "failure-closed":
      return { ...state, failure: undefined };
    case "unsaved-settled":
      return { ...state, unsaved: undefined };
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
        ...notebookOpened(action.script),
        draft: undefined,
        editing: false,
        scriptArguments: action.args,
        breakpoints: [],
        leftTab: "script",
        inspectorTab: "object",
        ...initialLesson,
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
    shape: state.shape,
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
