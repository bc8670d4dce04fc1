/** Draws what the command line ordered, with the same composition and writers as the dialog. */
import { exportName } from "../../electron/contract/export-names";
import type { EntryIndex } from "../../electron/contract/ids";
import type { PictureJob, PictureRecording } from "../../electron/contract/picture-job";
import type { SavePicture } from "../../electron/contract/requests";
import type { StepSummary } from "../../electron/contract/session-events";
import type { PictureApi } from "../../electron/preload/picture-api";
import { layoutUnion } from "../graph/graph-layout";
import { exportFile } from "./export-file";
import type { PictureContent, PictureStep } from "./picture-content";
import { stepsOf } from "./picture-gathering";

export async function drawJob(
  { settings, entry }: PictureJob,
  pictures: Pick<PictureApi, "ask" | "tell">,
): Promise<SavePicture> {
  const recording = await pictures.ask({ kind: "recording" });
  const named = { script: recording.script, step: undefined, inner: 0, whatIf: false };
  const name = exportName(settings, named);
  const content = await gather(
    wantedSteps(settings.subject, recording, entry),
    recording,
    pictures,
  );
  const picture = await exportFile(
    { settings, content, recording, name },
    { onProgress: (progress) => pictures.tell(progress) },
  );
  if (picture === undefined) throw new Error("it was called off");
  return picture;
}

function wantedSteps(
  subject: PictureJob["settings"]["subject"],
  { steps }: PictureRecording,
  entry: EntryIndex,
): readonly StepSummary[] {
  const one = steps.filter((step) => step.entry === entry);
  const wanted = stepsOf(subject, steps) ?? one;
  if (wanted.length === 0) throw new Error("the recording has no such steps");
  return wanted;
}

async function gather(
  steps: readonly StepSummary[],
  recording: PictureRecording,
  pictures: Pick<PictureApi, "ask">,
): Promise<PictureContent> {
  const union = await pictures.ask({ kind: "union" });
  const views = await Promise.all(
    steps.map(async (step): Promise<PictureStep> => {
      const view = await pictures.ask({ kind: "view", entry: step.entry });
      return { step, view };
    }),
  );
  return {
    graph: { union, positions: layoutUnion(union, new Map()), marks: {} },
    script: recording.script,
    python: recording.python,
    lastStep: recording.steps.at(-1)?.step ?? 0,
    steps: views,
    selection: [],
    warning: "",
  };
}
