/** (state, what the session said) -> state. Pure; `user-reducer.ts` is its twin for what the person does. */
import { assertNever } from "../../electron/contract/assert-never";
import { bytes, entryIndex } from "../../electron/contract/ids";
import { isCellFile } from "../../electron/contract/notebook";
import type { SessionEvent, SessionPhase } from "../../electron/contract/session-events";
import { initialState, type AppState, type Travel } from "./app-state";
import { initialGraphState } from "./graph-state";
import { cellsNotRun, withCellRuns } from "./notebook-state";
import { initialInspection } from "./inspection-state";
import { showToast } from "./toast";
import { failureText } from "../app/failure-text";

export function reduceSessionEvent(state: AppState, event: SessionEvent): AppState {
  if (event.kind === "session-started") return startSession(state, event);
  if (event.kind === "script-on-disk")
    return event.path === state.script?.path ? { ...state, onDisk: event.state } : state;
  if (event.kind === "file-work") return { ...state, fileWork: event.work };
  if (event.kind === "unsaved-found") return { ...state, unsaved: event };
  if (event.kind === "notice") return showToast(state, failureText(event.failure).title);
  // Opening and commands need window.heap: user-actions.ts handles them.
  if (event.kind === "open-requested" || event.kind === "command-invoked") return state;
  if (event.session !== state.session) return state;
  switch (event.kind) {
    case "steps-recorded":
      return withNewSteps(state, event);
    case "output-written":
      return { ...state, output: [...state.output, ...event.chunks] };
    case "collections-seen":
      return { ...state, collections: [...state.collections, ...event.collections] };
    case "exactness-known":
      return { ...state, exactness: event.exactness };
    case "cells-changed":
      return withCellRuns(state, event.cells);
    case "phase-changed":
      return withPhase(state, event.phase);
    case "session-failed":
      return { ...state, failure: event.failure, phase: undefined };
    default:
      return assertNever(event, "session event");
  }
}

/** The script's process is doing something: steps may still arrive. */
export function isLive(phase: SessionPhase | undefined): boolean {
  return (
    phase !== undefined &&
    (phase.kind === "starting" ||
      phase.kind === "running" ||
      phase.kind === "waiting-for-input" ||
      phase.kind === "tracing-lost" ||
      phase.kind === "time-limit-reached")
  );
}

/** Everything of the recording before goes; what the person set in the window stays. */
export function withoutRecording(state: AppState): AppState {
  return {
    ...state,
    session: undefined,
    phase: undefined,
    recording: undefined,
    tracingLost: undefined,
    exactness: undefined,
    pausedEntries: new Set(),
    cursor: undefined,
    conditionAt: undefined,
    sources: new Map(),
    fileTab: undefined,
    chosenFile: undefined,
    steps: [],
    unionVersion: -1,
    recordedBytes: bytes(0),
    output: [],
    collections: [],
    failure: undefined,
    onDisk: "same",
    arranging: false,
    dismissedNotice: undefined,
    travel: initialState.travel,
    openedStep: undefined,
    picture: undefined,
    union: undefined,
    selection: undefined,
    detail: undefined,
    cycles: [],
    playing: false,
    transition: false,
    moved: false,
    drawerOpen: false,
    ...initialGraphState,
    ...initialInspection,
    ...cellsNotRun,
  };
}

function startSession(
  state: AppState,
  event: SessionEvent & { kind: "session-started" },
): AppState {
  if (state.session !== undefined && event.session < state.session) return state;
  return {
    ...withoutRecording(state),
    session: event.session,
    script: event.script,
    python: event.python,
    phase: { kind: "starting" },
    ...(event.recording === undefined ? {} : reopenedState(event.recording)),
  };
}

/** What belonged to the script shown before goes with it. */
function reopenedState(
  recording: string,
): Pick<
  AppState,
  "recording" | "draft" | "editing" | "scriptArguments" | "breakpoints" | "leftTab" | "dialog"
> {
  return {
    recording,
    draft: undefined,
    editing: false,
    scriptArguments: [],
    breakpoints: [],
    leftTab: "script",
    dialog: "none",
  };
}

function withPhase(state: AppState, phase: SessionPhase): AppState {
  const tracingLost = phase.kind === "tracing-lost" ? phase : state.tracingLost;
  const changed = { ...state, phase, tracingLost, playing: state.playing && !isLive(phase) };
  if (phase.kind !== "paused-at-line") return changed;
  const isBreakpoint = phase.reason === "breakpoint" && state.steps.length > 0;
  const last = entryIndex(state.steps.length - 1);
  return {
    ...atFileOf(changed, phase),
    pausedEntries: isBreakpoint ? new Set([...state.pausedEntries, last]) : state.pausedEntries,
  };
}

/** What the editor shows goes along with the step; where the person had looked before is over. */
export function atFileOf(state: AppState, { file }: { readonly file: string }): AppState {
  const fileTab = file === "" || isCellFile(file) ? state.fileTab : file;
  return { ...state, fileTab, chosenFile: undefined, cursor: undefined, conditionAt: undefined };
}

function withNewSteps(state: AppState, event: SessionEvent & { kind: "steps-recorded" }): AppState {
  const fresh = event.steps.filter((step) => step.entry >= state.steps.length);
  const steps = fresh.length === 0 ? state.steps : [...state.steps, ...fresh];
  const travel = followedTravel(state.travel, steps.length);
  const step = steps[travel.entry];
  const hasMoved = travel !== state.travel && step !== undefined;
  return {
    ...(hasMoved ? atFileOf(state, step) : state),
    steps,
    unionVersion: event.unionVersion,
    recordedBytes: event.recordedBytes,
    travel,
  };
}

function followedTravel(travel: Travel, length: number): Travel {
  if (length === 0 || travel.entry === length - 1) return travel;
  switch (travel.follows) {
    case "no":
    case "held":
      return travel;
    case "newest":
      return { ...travel, entry: entryIndex(length - 1), direction: "jump" };
    case "live-step":
      return { ...travel, entry: entryIndex(length - 1), direction: "forward" };
    default:
      return assertNever(travel.follows, "following");
  }
}
