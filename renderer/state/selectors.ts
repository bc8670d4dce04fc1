/** What the window shows, derived from the state. Each answers the same reference while nothing it reads has changed. */
import type { SessionPhase, StepSummary } from "../../electron/contract/session-events";
import type {
  Insight,
  NodeKind,
  SubgraphView,
  ViewNode,
} from "../../electron/contract/subgraph-view";
import { failureText, phaseNotice, type Notice } from "../app/failure-text";
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
  return line === undefined ? "off" : `off (line ${line})`;
}

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

export function canCollect(state: AppState): boolean {
  return state.phase?.kind === "paused-at-end" && isAtEnd(state);
}

export function isSettled(state: AppState): boolean {
  return state.steps.length > 0 && !isLive(state.phase);
}

export interface StatusWords {
  readonly tone: "running" | "paused" | "ended" | "idle";
  /** What the program is doing. */
  readonly state: string;
  /** Where the person looks; empty at the end of the recording. */
  readonly place: string;
}

export function statusWords(state: AppState): StatusWords {
  const { phase } = state;
  const step = currentStep(state);
  const place =
    step === undefined || isAtEnd(state)
      ? ""
      : `Viewing step ${stepLabel(step)} of ${stepCount(state)}`;
  if (phase === undefined)
    return { tone: "idle", state: state.script === undefined ? "Ready" : "Not running", place };
  if (phase.kind === "starting") return { tone: "running", state: "Starting Python", place };
  if (phase.kind === "running") return { tone: "running", state: runningText(phase.line), place };
  if (phase.kind === "waiting-for-input")
    return { tone: "paused", state: "Waiting for input", place };
  if (phase.kind === "time-limit-reached")
    return { tone: "running", state: `Still running${atLine(phase.line)}`, place };
  if (phase.kind === "tracing-lost")
    return { tone: "running", state: "Running, not recorded", place };
  if (place !== "" && step?.nextLine !== undefined)
    return { tone: "paused", state: `Paused before line ${step.nextLine}`, place };
  if (phase.kind === "step-limit-reached")
    return { tone: "paused", state: "Paused at the step limit", place };
  if (phase.kind === "paused-at-end") return { tone: "paused", state: "Paused at the end", place };
  return { tone: "ended", state: "The script has ended", place };
}

const runningText = (line: number | undefined): string =>
  line === undefined ? "Running" : `Running line ${line}`;
const atLine = (line: number | undefined): string => (line === undefined ? "" : ` at line ${line}`);

/** The trouble to tell now, if any and if not closed. How a run ended is told at its last step only. */
export function currentNotice(state: AppState): Notice | undefined {
  const notice = noticeOf(state);
  return notice === undefined || notice.key === state.dismissedNotice ? undefined : notice;
}

function noticeOf(state: AppState): Notice | undefined {
  if (state.failure !== undefined) return memoisedFailureText(state.failure);
  if (state.phase === undefined) return undefined;
  const ended = state.phase.kind === "ended" || state.phase.kind === "step-limit-reached";
  const wellOver =
    state.phase.kind === "paused-at-end" || (ended && outcomeKind(state.phase) === "finished");
  if (wellOver && state.tracingLost !== undefined)
    return memoisedPhaseNotice(state.tracingLost, stepCount(state));
  if (ended && state.steps.length > 0 && !isAtEnd(state)) return undefined;
  return memoisedPhaseNotice(state.phase, stepCount(state));
}

const outcomeKind = (phase: SessionPhase): string =>
  phase.kind === "ended" ? phase.outcome.kind : "";
const memoisedFailureText: typeof failureText = remember(failureText);
const memoisedPhaseNotice: typeof phaseNotice = remember(phaseNotice);

/** The one banner: trouble comes first, and a kind the person hid stays hidden. */
export function currentInsight(state: AppState): Insight | undefined {
  const insight = state.picture?.view.insight;
  if (insight === undefined || state.hiddenInsights.includes(insight.kind)) return undefined;
  return currentNotice(state) === undefined ? insight : undefined;
}

/** The line to mark as the one that failed. */
export function failedLine(
  state: AppState,
): { readonly line: number; readonly text: string } | undefined {
  if (state.phase?.kind !== "ended") return undefined;
  return memoisedFailedLine(state.phase);
}

const memoisedFailedLine = remember((phase: Extract<AppState["phase"], { kind: "ended" }>) => {
  const { outcome } = phase;
  if (outcome.kind !== "raised" && outcome.kind !== "syntax-error") return undefined;
  return outcome.line === undefined ? undefined : { line: outcome.line, text: outcome.message };
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

export interface TypeCount {
  readonly typeName: string;
  readonly count: number;
  /** Compared with the picture before. */
  readonly change: number;
  readonly size: number;
}

export const typeCensus: (
  view: SubgraphView,
  previous: SubgraphView | undefined,
) => readonly TypeCount[] = remember((view: SubgraphView, previous: SubgraphView | undefined) => {
  const before = countByType(previous?.nodes ?? []);
  const now = countByType(view.nodes);
  const names = new Set([...now.keys(), ...before.keys()]);
  return [...names]
    .map((typeName) => {
      const counted = now.get(typeName) ?? { count: 0, size: 0 };
      const change =
        previous === undefined ? 0 : counted.count - (before.get(typeName)?.count ?? 0);
      return { typeName, ...counted, change };
    })
    .filter((row) => row.count > 0 || row.change !== 0)
    .toSorted((one, other) => other.size - one.size || one.typeName.localeCompare(other.typeName));
});

function countByType(nodes: readonly ViewNode[]): Map<string, { count: number; size: number }> {
  const counts = new Map<string, { count: number; size: number }>();
  for (const node of nodes) {
    if (node.state === "freed") continue;
    const name = node.kind === "class" ? "type" : node.typeName;
    const counted = counts.get(name) ?? { count: 0, size: 0 };
    counts.set(name, { count: counted.count + 1, size: counted.size + node.size });
  }
  return counts;
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
