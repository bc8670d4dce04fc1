/** Takes the agent's messages and answers what the recording holds: the one door to everything in this folder. */
import type { AgentMessage, HeapMessage, StepMessage } from "../contract/agent-message";
import { assertNever } from "../contract/assert-never";
import { CollectionFollower } from "./collection-follower";
import { EntryAnalyst } from "./entry-analyst";
import type { Recorder, RecorderOptions } from "./recorder-interface";
import { RecordingBook } from "./recording-book";
import { readBook } from "./recording-reader";

export function createRecorder(options: RecorderOptions): Recorder {
  const book = new RecordingBook(options.scriptText, options.sourceOf ?? (() => undefined));
  const analyst = new EntryAnalyst(book);
  const collections = new CollectionFollower(book, analyst);
  let lastHeap: HeapMessage | undefined;
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

  return Object.assign(readBook(book), { accept });
}

function isBlank(line: string): boolean {
  return /^\s*(#.*)?$/.test(line);
}
