/** Everything that can be asked of a recording, whether it still grows or came out of a file. */
import type { EntryIndex } from "../contract/ids";
import { collectionSummaries } from "./collection-summaries";
import { createGraphAnswers } from "./graph-answers";
import { memoryFindings } from "./memory-findings";
import type { RecordingReader } from "./recorder-interface";
import { cyclesAt, inspectAt, viewAt } from "./recording-answers";
import type { RecordingBook } from "./recording-book";
import { writeRecording } from "./recording-file/write-recording";
import { reportSteps, ReportWriter } from "./report-steps";
import { unionFor } from "./shaped-answers";

export function readBook(book: RecordingBook): RecordingReader {
  let report: ReportWriter | undefined;
  return {
    get length() {
      return book.length;
    },
    get unionVersion() {
      return book.union.version;
    },
    get recordedBytes() {
      return book.byteLength;
    },
    stepsFrom: (from: EntryIndex) => book.summariesFrom(from),
    view: (entry, view) => viewAt(book, entry, view),
    unionGraph: (view) => unionFor(book, view),
    inspect: (entry, node) => inspectAt(book, entry, node),
    cycles: (entry) => cyclesAt(book, entry),
    answer: createGraphAnswers(book),
    collections: () => collectionSummaries(book),
    findings: (kinds) => memoryFindings(book, kinds),
    outputEnd: (entry) => book.outputEnd(entry),
    reportSteps: () => reportSteps(book),
    nextReportSteps(from) {
      if (report === undefined || report.position !== from) report = new ReportWriter(book, from);
      return report.take();
    },
    file: (facts, sources, redaction) => writeRecording({ book, facts, sources }, redaction),
  };
}
