/** Takes the agent's messages and answers what the recording holds: the one door to everything in this folder. */
import type {
  AgentMessage,
  CollectionStartMessage,
  CollectionStopMessage,
  HeapMessage,
  StepMessage,
} from "../contract/agent-message";
import { assertNever } from "../contract/assert-never";
import { entryIndex, type EntryIndex } from "../contract/ids";
import type { CollectionSummary } from "../contract/object-detail";
import {
  finishCollection,
  noteFinalizer,
  startCollection,
  type RunningCollection,
} from "./collection-log";
import { EntryAnalyst } from "./entry-analyst";
import type { Recorder, RecorderOptions } from "./recorder-interface";
import { RecordingBook } from "./recording-book";
import { reportSteps, ReportWriter } from "./report-steps";
import { cyclesAt, inspectAt, viewAt } from "./recording-answers";

export function createRecorder(options: RecorderOptions): Recorder {
  const book = new RecordingBook(options.scriptText);
  const analyst = new EntryAnalyst(book);
  let running: RunningCollection | undefined;
  let lastHeap: HeapMessage | undefined;
  let report: ReportWriter | undefined;
  const hasCode = options.scriptText.split(/\r\n|\r|\n/).some((line) => !isBlank(line));

  /** Python starts a module before its first line (line 0), and ends an empty one on a line that does nothing. */
  function isNoLine({ depth, line, how }: StepMessage): boolean {
    if (depth > 0 || line === undefined || how === "person") return false;
    return line === 0 || !hasCode;
  }

  function acceptHeap(heap: HeapMessage): void {
    lastHeap = heap;
    analyst.acceptHeap(heap, running !== undefined);
  }

  function acceptStep(step: StepMessage): void {
    if (isNoLine(step)) return;
    if (running !== undefined) noteFinalizer(running, analyst.frames);
    analyst.completeEntry(step, running?.found);
  }

  function beginCollection(start: CollectionStartMessage): void {
    if (lastHeap === undefined) throw new Error("A collection started before any heap was sent");
    running = startCollection(start, lastHeap, analyst.snapshotOfRows());
  }

  function endCollection(stop: CollectionStopMessage): void {
    if (running === undefined) throw new Error("A collection stopped that never started");
    analyst.noteCollection(finishCollection(running, analyst.aftermath(stop, running.found)));
    running = undefined;
  }

  function accept(message: AgentMessage): void {
    switch (message.kind) {
      case "heap":
        return acceptHeap(message);
      case "step":
        return acceptStep(message);
      case "collection-start":
        return beginCollection(message);
      case "collection-stop":
        return endCollection(message);
      case "exit":
        book.noteExit(message.stdoutBytes, message.stderrBytes);
        return;
      case "candidates":
      case "hello":
      case "ended":
      case "failure":
      case "paused":
      case "tracing-lost":
        return;
      default:
        return assertNever(message, "agent message");
    }
  }

  return {
    accept,
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
    unionGraph: (view) => book.union.build(view.showHidden),
    inspect: (entry, node) => inspectAt(book, entry, node),
    cycles: (entry) => cyclesAt(book, entry),
    collections: () => collectionSummaries(book),
    outputEnd: (entry) => book.outputEnd(entry),
    reportSteps: () => reportSteps(book),
    nextReportSteps(from) {
      if (report === undefined || report.position !== from) report = new ReportWriter(book, from);
      return report.take();
    },
  };
}

function isBlank(line: string): boolean {
  return /^\s*(#.*)?$/.test(line);
}

function collectionSummaries(book: RecordingBook): readonly CollectionSummary[] {
  const summaries: CollectionSummary[] = [];
  for (let entry = 0; entry < book.length; entry += 1) {
    const { summary, collections } = book.record(entryIndex(entry));
    for (const { generation, trigger, collected, uncollectable } of collections) {
      summaries.push({
        entry: entryIndex(entry),
        step: summary.step,
        generation,
        trigger,
        collected,
        uncollectable,
        candidates: 0,
        found: 0,
        freed: 0,
        survived: 0,
        owners: [],
        types: [],
        account: "",
      });
    }
  }
  return summaries;
}
