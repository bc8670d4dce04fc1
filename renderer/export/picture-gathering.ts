/** Gathers from the window what a picture is made of: the graph as it stands there, and the views of the steps. */
import { type NamedRecording, exportName } from "../../electron/contract/export-names";
import type { ExportSettings, ExportSubject } from "../../electron/contract/export-settings";
import type { EntryIndex } from "../../electron/contract/ids";
import type { StepSummary } from "../../electron/contract/session-events";
import type { SubgraphView } from "../../electron/contract/subgraph-view";
import type { GraphHandle } from "../graph/graph-handle";
import type { AppState } from "../state/app-state";
import { allSelected } from "../state/graph-selection";
import { currentStep, stepCount } from "../state/selectors";
import { plannedCuts } from "../state/what-if";
import type { PictureContent, PictureStep } from "./picture-content";

/** What the graph on the screen is asked for. */
export type ShownGraph = Pick<GraphHandle, "placed" | "still" | "stillOf" | "seen" | "theme">;

export interface PictureSource {
  readonly state: AppState;
  readonly graph: ShownGraph;
  viewAt(entry: EntryIndex): Promise<SubgraphView>;
}

/** Undefined while nothing is recorded. */
export function contentNow({ state, graph }: PictureSource): PictureContent | undefined {
  const step = currentStep(state);
  if (step === undefined) return undefined;
  return {
    graph: graph.placed(),
    script: state.script?.name ?? "",
    python: state.python?.version,
    lastStep: stepCount(state),
    steps: [{ ...graph.still(), step }],
    seen: graph.seen(),
    selection: selectedObjects(state),
    warning: warningOf(state),
  };
}

/** The steps a subject shows; undefined: the one on the screen is all. */
export function stepsOf(
  subject: ExportSubject,
  steps: readonly StepSummary[],
): readonly StepSummary[] | undefined {
  if (subject.kind !== "filmstrip" && subject.kind !== "animation") return undefined;
  const { from, to } = subject;
  return steps.filter(({ step, inner }) => inner === 0 && step >= from && step <= to);
}

export async function withSteps(
  content: PictureContent,
  steps: readonly StepSummary[],
  { graph, viewAt }: Pick<PictureSource, "graph" | "viewAt">,
): Promise<PictureContent> {
  const views: PictureStep[] = await Promise.all(
    steps.map(async (step) => ({ ...graph.stillOf(await viewAt(step.entry)), step })),
  );
  // What is cut away in a what-if is there in the steps as they were recorded.
  return { ...content, steps: views, warning: "" };
}

/** With the name of its file. Undefined while nothing is recorded. */
export async function gatherContent(
  subject: ExportSubject,
  source: PictureSource,
): Promise<PictureContent | undefined> {
  const now = contentNow(source);
  const steps = stepsOf(subject, source.state.steps);
  return now === undefined || steps === undefined || steps.length === 0
    ? now
    : withSteps(now, steps, source);
}

export function pictureName(settings: ExportSettings, state: AppState): string {
  const step = currentStep(state);
  const recording: NamedRecording = {
    script: state.script?.name ?? "graph",
    step: step?.step,
    inner: step?.inner ?? 0,
    whatIf: plannedCuts(state) !== undefined,
  };
  return exportName(settings, recording);
}

/** A picked cycle stands for its members, a picked reference for its ends. */
function selectedObjects(state: AppState): PictureContent["selection"] {
  const { picked, picture } = state;
  if (picked === undefined) return allSelected(state);
  if (picked.kind === "cycle")
    return picture?.view.cycles.find(({ id }) => id === picked.id)?.members ?? [];
  const edge = picture?.view.edges.find(({ id }) => id === picked.id);
  const from = picture?.view.names.find(({ id }) => id === edge?.from)?.target ?? edge?.from;
  return edge === undefined || from === undefined ? [] : [...new Set([from, edge.to])];
}

/** A what-if says so in every picture. */
function warningOf(state: AppState): string {
  const cuts = plannedCuts(state);
  if (cuts === undefined) return "";
  return `What if, not real: without ${cuts.map(({ text }) => text).join(", ")}.`;
}
