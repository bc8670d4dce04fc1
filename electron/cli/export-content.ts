/** Makes the content of the files of an export: data here, pictures in the hidden window that is opened for the first one. */
import type { CollectionSummary } from "../contract/object-detail";
import type { PictureAnswers, PictureProgress, PictureQuestion } from "../contract/picture-job";
import type { StepSummary } from "../contract/session-events";
import type { ViewOptions } from "../contract/view-options";
import { writeCollectionsCsv, writeStepsCsv, writeTypesCsv } from "../data-formats/csv-tables";
import { type DataFormatId, dataFormats } from "../data-formats/data-formats";
import { graphFacts } from "../data-formats/graph-facts";
import type { RecordingTable } from "./export-command-line";
import { openPictureWindow, type PictureWindow } from "./picture-window";
import type { PlannedFile } from "./planned-files";
import type { RunningRecording } from "./start-recording";

export interface ContentMaker {
  /** Rejects with a sentence. */
  make(file: PlannedFile): Promise<string | Uint8Array>;
  close(): Promise<void>;
}

export interface ContentSource {
  readonly recording: RunningRecording;
  readonly collections: readonly CollectionSummary[];
  /** The tool that starts Electron. */
  readonly starter: string;
  progressed(progress: PictureProgress): void;
}

/** As the window shows a recording before anybody has asked for something else. */
const PLAIN_VIEW: ViewOptions = { showHidden: false };

export function createContentMaker(source: ContentSource): ContentMaker {
  const { starter, progressed } = source;
  let window: PictureWindow | undefined;
  return {
    async make({ step, content }) {
      switch (content.kind) {
        case "data":
          return dataOf(source.recording, step, content.format);
        case "table":
          return tableOf(source, step, content.table);
        case "picture": {
          window ??= openPictureWindow({ starter, progressed, answer: answersOf(source) });
          const { settings } = content;
          return window.draw({ settings, entry: step.entry });
        }
      }
    },
    close: () => window?.close() ?? Promise.resolve(),
  };
}

async function dataOf(
  { session, script, python }: RunningRecording,
  step: StepSummary,
  id: DataFormatId,
): Promise<string> {
  const format = dataFormats.find((one) => one.id === id);
  if (format === undefined) throw new Error(`There is no data format "${id}".`);
  const view = await session.engine.ask({ kind: "view", entry: step.entry, options: PLAIN_VIEW });
  const { inner, line, code } = step;
  const taken = { step: step.step, inner, line: line ?? null, code };
  return format.write(graphFacts(view, { script: script.name, python: python.version, ...taken }));
}

async function tableOf(
  { recording, collections }: ContentSource,
  step: StepSummary,
  table: RecordingTable,
): Promise<string> {
  const { engine } = recording.session;
  switch (table) {
    case "types":
      return writeTypesCsv(await engine.ask({ kind: "types", args: [step.entry] }));
    case "collections":
      return writeCollectionsCsv(collections);
    case "steps":
      return writeStepsCsv(await engine.ask({ kind: "steps" }));
  }
}

/** What the hidden window may ask about the recording. */
function answersOf({
  recording: { session, script, python },
  collections,
}: ContentSource): (question: PictureQuestion) => Promise<PictureAnswers[PictureQuestion["kind"]]> {
  return async (question) => {
    switch (question.kind) {
      case "recording": {
        const steps = await session.engine.ask({ kind: "steps" });
        return { script: script.name, python: python.version, steps, collections };
      }
      case "union":
        return session.engine.ask({ kind: "union-graph", options: PLAIN_VIEW });
      case "view":
        return session.engine.ask({ kind: "view", entry: question.entry, options: PLAIN_VIEW });
    }
  };
}
