/** Answers the session's questions about the recording that grows here, or about the one that was read from a file in its place. */
import { assertNever } from "../contract/assert-never";
import { entryIndex } from "../contract/ids";
import type { Answer } from "../contract/requests";
import type { RecordingReader } from "../recording/recorder-interface";
import { reopenRecording } from "../recording/reopen-recording";
import type { AnyAnswer, EngineQuestion, Reopened } from "./engine-protocol";
import { readRecordingFile, writeRecordingFile } from "./recording-disk";
import { createSourceTexts, type SourceTexts } from "./source-texts";

export interface EngineAnswering {
  /** Throws where a question makes no sense. */
  to(question: EngineQuestion, growing: RecordingReader): AnyAnswer;
}

export function createEngineAnswers(sources: SourceTexts): EngineAnswering {
  let reopened: Answering | undefined;

  function reopen(file: string): Answer<Reopened> {
    const bytes = readRecordingFile(file);
    if (!bytes.ok) return bytes;
    const { trouble, recording } = reopenRecording(bytes.value);
    if (recording === undefined) return { ok: true, value: { trouble, recording } };
    const { reader, facts } = recording;
    reopened = { reader, sources: createSourceTexts(recording.sources) };
    const progress = {
      steps: reader.stepsFrom(entryIndex(0)),
      unionVersion: reader.unionVersion,
      recordedBytes: reader.recordedBytes,
      collections: reader.collections(),
    };
    return { ok: true, value: { trouble, recording: { facts, progress } } };
  }

  return {
    to: (question, growing) =>
      question.kind === "reopen-recording"
        ? reopen(question.file)
        : answerQuestion(reopened ?? { reader: growing, sources }, question),
  };
}

interface Answering {
  readonly reader: RecordingReader;
  readonly sources: SourceTexts;
}

function answerQuestion(
  { reader, sources }: Answering,
  question: Exclude<EngineQuestion, { kind: "reopen-recording" }>,
): AnyAnswer {
  if ("args" in question) return reader.answer(question);
  switch (question.kind) {
    case "steps":
      return reader.stepsFrom(entryIndex(0));
    case "view":
      return reader.view(question.entry, question.options);
    case "union-graph":
      return reader.unionGraph(question.options);
    case "inspect":
      return reader.inspect(question.entry, question.node);
    case "cycles":
      return reader.cycles(question.entry);
    case "source-text":
      return sources.known(question.file);
    case "findings":
      return reader.findings(question.kinds);
    case "report":
      return reader.nextReportSteps(question.from).map((step, place) => ({
        step,
        outputEnd: reader.outputEnd(entryIndex(question.from + place)),
      }));
    case "save-recording": {
      const { file, facts, redaction } = question;
      return writeRecordingFile(file, reader.file(facts, sources.all(), redaction));
    }
    default:
      return assertNever(question, "question");
  }
}
