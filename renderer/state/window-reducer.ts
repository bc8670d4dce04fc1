/** The part of `user-reducer.ts` for how the window is arranged, what it has learnt, and what other parts of the state reduce. Pure. */
import { assertNever } from "../../electron/contract/assert-never";
import type { AppState, OpenDialog } from "./app-state";
import { reduceDebugAction } from "./debug-reducer";
import { reduceInspection } from "./inspection-reducer";
import { reduceLesson } from "./lesson-state";
import { reducePanelAction } from "./panel-state";
import type { UserAction } from "./user-action";

/** A record, so that the guard and the type are one list. */
const kinds = {
  "line-revealed": true,
  "breakpoints-changed": true,
  "cursor-moved": true,
  "condition-opened": true,
  "file-chosen": true,
  "source-arrived": true,
  "code-sent": true,
  "panel-resized": true,
  "layout-restored": true,
  "presenting-toggled": true,
  "canvas-view-chosen": true,
  "arranging-changed": true,
  "left-tab-chosen": true,
  "bottom-tab-chosen": true,
  "inspector-tab-chosen": true,
  "panel-toggled": true,
  "drawer-closed": true,
  "dialog-changed": true,
  "examples-arrived": true,
  "recent-arrived": true,
  "pythons-arrived": true,
  "python-chosen": true,
  "settings-arrived": true,
  "cuts-changed": true,
  "way-wished": true,
  "inspection-answered": true,
  "lesson-arrived": true,
  "lesson-turned": true,
  "lesson-answered": true,
} as const;

export type WindowAction = Extract<UserAction, { readonly kind: keyof typeof kinds }>;

export function isWindowAction(action: UserAction): action is WindowAction {
  return Object.hasOwn(kinds, action.kind);
}

export function reduceWindowAction(state: AppState, action: WindowAction): AppState {
  switch (action.kind) {
    case "line-revealed":
    case "breakpoints-changed":
    case "cursor-moved":
    case "condition-opened":
    case "file-chosen":
    case "source-arrived":
    case "code-sent":
      return reduceDebugAction(state, action);
    case "lesson-arrived":
    case "lesson-turned":
    case "lesson-answered":
      return reduceLesson(state, action);
    case "panel-resized":
    case "layout-restored":
    case "presenting-toggled":
    case "canvas-view-chosen":
    case "arranging-changed":
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
      return assertNever(action, "window action");
  }
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
  return dialog === "export" ||
    dialog === "export-selection" ||
    dialog === "go-to-step" ||
    dialog === "arguments"
    ? "none"
    : dialog;
}
