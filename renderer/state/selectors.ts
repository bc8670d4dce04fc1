/** What the window shows, derived from the state. Each answers the same reference while nothing it reads has changed. */
import { isCellFile } from "../../electron/contract/notebook";
import type { SessionPhase, StepSummary } from "../../electron/contract/session-events";
import type { Insight, NodeKind } from "../../electron/contract/subgraph-view";
import { crowdNotice, diskNotice, failureText, phaseNotice } from "../app/failure-text";
import type { Notice } from "../app/notice";
import { unsavedText } from "../app/recording-failure-text";
import type { AppState } from "./app-state";
import { isLive } from "./session-reducer";

/** The text on the screen is not the one that was recorded. */
export function isOutOfDate({ draft, script }: AppState): boolean {
  return draft !== undefined && script !== undefined && draft !== script.text;
}

export function currentStep(state: AppState): StepSummary | undefined {
  return state.steps[state.travel.entry];
}

/** `automatic`, or `off (line 3)`, at the step on the screen. */
export function collectorWords(state: AppState): string | undefined {
  const step = currentStep(state);
  if (step === undefined) return undefined;
  if (step.collectorOff === undefined) return "automatic";
  const { line } = step.collectorOff;
  if (line === undefined) return "off";
  const cell = cellThatSwitchedOff(state);
  return cell === undefined ? `off (line ${line})` : `off (${cell}, line ${line})`;
}

/** The cell of a notebook in which automatic collection was switched off last. */
function cellThatSwitchedOff({ steps, travel }: AppState): string | undefined {
  let at: number = travel.entry;
  while (at > 0 && steps[at - 1]?.collectorOff !== undefined) at -= 1;
  const file = steps[at]?.file ?? "";
  return isCellFile(file) ? file : undefined;
}

export const fileName = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;

/** Number of the last module-level step; what "of 9" means. */
export function stepCount(state: AppState): number {
  return state.steps.at(-1)?.step ?? 0;
}

/** `8`, or `3.2` for a line inside a function. */
export function stepLabel(step: StepSummary): string {
  return step.inner === 0 ? `${step.step}` : `${step.step}.${step.inner}`;
}

export function stepCode(step: StepSummary): string {
  return step.entry === 0 ? "start" : step.code.trim();
}

export function isAtEnd(state: AppState): boolean {
  return state.steps.length > 0 && state.travel.entry === state.steps.length - 1;
}

/** The program is held, and runs code when asked. */
export function canTakeCommands(phase: SessionPhase | undefined): boolean {
  return phase?.kind === "paused-at-end" || phase?.kind === "paused-at-line";
}

/** The program is held and more of it is to run. */
export function canGoOn(phase: SessionPhase | undefined): boolean {
  return phase?.kind === "paused-at-line" || phase?.kind === "step-limit-reached";
}

export function canCollect(state: AppState): boolean {
  return canTakeCommands(state.phase) && isAtEnd(state);
}

/** What is shown was left over from an earlier start, and is kept until it is saved or discarded. */
export function isUnsaved({ recording, unsaved }: AppState): boolean {
  return recording !== undefined && recording === unsaved?.path;
}

/** Why the program cannot be told anything, where that is because there is none. */
export function savedOnly({ recording }: AppState): string | undefined {
  return recording === undefined
    ? undefined
    : "This is a saved recording: open its script to run it";
}

/** What the console is for, or why it cannot be used now. */
export function consolePlaceholder(state: AppState): string {
  if (canTakeCommands(state.phase))
    return isAtEnd(state)
      ? "Run Python here: del name, gc.collect()"
      : "Return to the last step to run code";
  if (isLive(state.phase)) return "The script is running: pause it to run code";
  if (state.phase?.kind === "step-limit-reached")
    return "Paused at the step limit: continue or stop first";
  const saved = savedOnly(state);
  if (saved !== undefined) return saved;
  return state.phase?.kind === "ended"
    ? "The script has ended: run it again"
    : "No script is running";
}

export function isSettled(state: AppState): boolean {
  return state.steps.length > 0 && !isLive(state.phase);
}

/** The trouble to tell now, if any and if not closed. How a run ended is told at its last step only. */
export function currentNotice(state: AppState): Notice | undefined {
  const notice = noticeOf(state);
  return notice === undefined || notice.key === state.dismissedNotice ? undefined : notice;
}

function noticeOf(state: AppState): Notice | undefined {
  if (state.failure !== undefined) return memoisedFailureText(state.failure);
  if (state.phase === undefined) return unsavedNotice(state);
  const ended = state.phase.kind === "ended" || state.phase.kind === "step-limit-reached";
  const wellOver =
    state.phase.kind === "paused-at-end" || (ended && outcomeKind(state.phase) === "finished");
  if (wellOver && state.tracingLost !== undefined)
    return memoisedPhaseNotice(state.tracingLost, stepCount(state));
  if (ended && state.steps.length > 0 && !isAtEnd(state)) return undefined;
  return memoisedPhaseNotice(state.phase, stepCount(state)) ?? quietNotice(state);
}

/** On the first screen only: what is open is more important. */
function unsavedNotice({ unsaved, script }: AppState): Notice | undefined {
  return unsaved === undefined || script !== undefined ? undefined : memoisedUnsavedText(unsaved);
}

/** Told while nothing worse is. */
function quietNotice({ onDisk, script, draft, picture, shape }: AppState): Notice | undefined {
  if (script === undefined) return undefined;
  if (onDisk !== "same" && draft === undefined) return memoisedDiskNotice(onDisk, script.name);
  const grouped = picture?.view.hiding?.find(({ reason }) => reason === "grouped")?.count ?? 0;
  if (grouped < crowd || shape.alwaysGroup === true) return undefined;
  return memoisedCrowdNotice(grouped);
}

/** Fewer are nothing to be told about. */
const crowd = 1500;

const outcomeKind = (phase: SessionPhase): string =>
  phase.kind === "ended" ? phase.outcome.kind : "";
const memoisedUnsavedText: typeof unsavedText = remember(unsavedText);
const memoisedFailureText: typeof failureText = remember(failureText);
const memoisedPhaseNotice: typeof phaseNotice = remember(phaseNotice);
const memoisedDiskNotice: typeof diskNotice = remember(diskNotice);
const memoisedCrowdNotice: typeof crowdNotice = remember(crowdNotice);

/** The one banner: trouble comes first, and a kind the person hid stays hidden. */
export function currentInsight(state: AppState): Insight | undefined {
  const insight = state.picture?.view.insight;
  if (insight === undefined || state.hiddenInsights.includes(insight.kind)) return undefined;
  return currentNotice(state) === undefined ? insight : undefined;
}

/** The line to mark as the one that failed. */
export function failedLine(
  state: AppState,
): { readonly file: string; readonly line: number; readonly text: string } | undefined {
  if (state.phase?.kind !== "ended") return undefined;
  return memoisedFailedLine(state.phase);
}

const memoisedFailedLine = remember((phase: Extract<AppState["phase"], { kind: "ended" }>) => {
  const { outcome } = phase;
  if (outcome.kind !== "raised" && outcome.kind !== "syntax-error") return undefined;
  const { line, message: text } = outcome;
  const file = outcome.kind === "raised" ? (outcome.file ?? "") : "";
  return line === undefined ? undefined : { file, line, text };
});

/** Lines run inside functions during the current step. */
export function innerCount(state: AppState): number {
  const step = currentStep(state);
  if (step === undefined) return 0;
  let count = 0;
  for (
    let at = state.travel.entry - (step.inner === 0 ? 1 : 0);
    at >= 0 && state.steps[at]?.step === step.step;
    at -= 1
  )
    count += 1;
  for (
    let at = state.travel.entry + 1;
    step.inner > 0 && state.steps[at]?.step === step.step;
    at += 1
  )
    count += state.steps[at]?.inner === 0 ? 0 : 1;
  return count;
}

export function drawnKind(state: AppState): NodeKind | undefined {
  return state.picture?.view.nodes.find((node) => node.id === state.selection)?.kind;
}

/** Said below the output while finalizers wait: their silence is the point. */
export function finalizerRemark(state: AppState): string | undefined {
  const nodes = state.picture?.view.nodes ?? [];
  const waiting = nodes.filter(
    (node) => node.state === "unreachable" && node.finalizer === "pending",
  ).length;
  if (waiting === 0) return undefined;
  if (waiting === 1) return "Its __del__ has not run yet.";
  return waiting === 2
    ? "Neither __del__ has run yet."
    : `None of the ${waiting} __del__ has run yet.`;
}

/** Answers the last result again while the arguments are the same references. */
function remember<Arguments extends readonly unknown[], Result>(
  compute: (...args: Arguments) => Result,
): (...args: Arguments) => Result {
  let last: { readonly args: Arguments; readonly result: Result } | undefined;
  return (...args) => {
    if (last === undefined || last.args.some((argument, index) => argument !== args[index]))
      last = { args, result: compute(...args) };
    return last.result;
  };
}
