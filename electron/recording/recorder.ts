/** Takes the agent's messages and answers what the recording holds: the one door to everything in this folder. */
import type { AgentMessage, HeapMessage, StepMessage } from "../contract/agent-message";
import { assertNever } from "../contract/assert-never";
import type { EntryIndex } from "../contract/ids";
import { CollectionFollower } from "./collection-follower";
import { collectionSummaries } from "./collection-summaries";
import { EntryAnalyst } from "./entry-analyst";
import { createGraphAnswers } from "./graph-answers";
import { memoryFindings } from "./memory-findings";
import type { Recorder, RecorderOptions } from "./recorder-interface";
import { RecordingBook } from "./recording-book";
import { reportSteps, ReportWriter } from "./report-steps";
import { cyclesAt, inspectAt, viewAt } from "./recording-answers";
import { unionFor } from "./shaped-answers";

export function createRecorder(options: RecorderOptions): Recorder {
  const book = new RecordingBook(options.scriptText, options.sourceOf ?? (() => undefined));
  const analyst = new EntryAnalyst(book);
  const collections = new CollectionFollower(book, analyst);
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
    analyst.acceptHeap(heap, collections.isRunning);
  }

  function acceptStep(step: StepMessage): void {
    if (isNoLine(step)) return;
    collections.lineRan(analyst.frames);
    analyst.completeEntry(step, collections.inHand);
  }

  function accept(message: AgentMessage): void {
    switch (message.kind) {
      case "heap":
        return acceptHeap(message);
      case "step":
        return acceptStep(message);
      case "collection-start":
        return collections.start(message, lastHeap);
      case "collection-stop":
        return collections.stop(message);
      case "exit":
        book.noteExit(message.stdoutBytes, message.stderrBytes);
        return;
      case "candidates":
        return collections.takeCandidates(message);
      case "hello":
        book.python = message;
        return;
      case "running":
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
  };
}

function isBlank(line: string): boolean {
  return /^\s*(#.*)?$/.test(line);
}
