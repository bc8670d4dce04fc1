/** The engine's side of the line: takes the agent's bytes, keeps the recording, answers questions. Knows nothing of threads. */
import { createWireDecoder } from "../agent/wire-decoder";
import type { AgentMessage } from "../contract/agent-message";
import { assertNever } from "../contract/assert-never";
import { entryIndex } from "../contract/ids";
import { createRecorder } from "../recording/recorder";
import type { Recorder } from "../recording/recorder-interface";
import { createEngineAnswers } from "./engine-answers";
import { createSourceTexts } from "./source-texts";
import type { AnyAnswer, ControlMessage, FromEngine, ToEngine } from "./engine-protocol";

/** Milliseconds between two tellings of progress: two frames of the screen. */
const tellEvery = 30;

export interface EngineHost {
  receive(message: ToEngine): void;
}

/** Numbers of what the session knows of. */
interface Told {
  readonly steps: number;
  readonly collections: number;
  readonly runningLine: number | undefined;
}

export function createEngineHost(post: (message: FromEngine) => void): EngineHost {
  const decoder = createWireDecoder();
  const sources = createSourceTexts();
  let recorder: Recorder | undefined;
  const answers = createEngineAnswers(sources);
  let sawOtherTracer = false;
  let isDamaged = false;
  let runningLine: number | undefined;
  let told: Told = { steps: 0, collections: 0, runningLine: undefined };
  let timer: NodeJS.Timeout | undefined;

  function tellProgress(from: Recorder): void {
    clearTimeout(timer);
    timer = undefined;
    const collections = from.collections();
    const isSame = from.length === told.steps && collections.length === told.collections;
    if (isSame && runningLine === told.runningLine) return;
    const steps = from.stepsFrom(entryIndex(told.steps));
    post({
      kind: "progress",
      progress: {
        steps,
        outputEnds: steps.map((step) => from.outputEnd(step.entry)),
        unionVersion: from.unionVersion,
        recordedBytes: from.recordedBytes,
        runningLine,
        collections: collections.slice(told.collections),
      },
    });
    told = { steps: from.length, collections: collections.length, runningLine };
  }

  function takeMessage(message: AgentMessage, into: Recorder): void {
    // The person may look at the file of a line that is about to run, and be in no step yet.
    if (message.kind === "paused" && message.file !== "") sources.of(message.file);
    into.accept(message);
    if (message.kind === "step") runningLine = undefined;
    if (message.kind === "running" && message.file === "") runningLine = message.line;
    if (message.kind === "heap" && message.otherTracer && !sawOtherTracer) {
      sawOtherTracer = true;
      post({ kind: "other-tracer" });
    }
    if (!isControl(message)) return;
    // Told in order: a pause must not overtake the steps before it.
    tellProgress(into);
    post({ kind: "control", message });
  }

  function takeBytes(bytes: Uint8Array, into: Recorder): void {
    if (!isDamaged) {
      try {
        decoder.push(bytes, (message) => takeMessage(message, into));
      } catch (error) {
        isDamaged = true;
        tellProgress(into);
        post({ kind: "damaged", detail: reasonOf(error) });
      }
    }
    timer ??= setTimeout(() => tellProgress(into), tellEvery);
    post({ kind: "taken", bytes: bytes.byteLength });
  }

  return {
    receive(message) {
      if (message.kind === "open") {
        recorder = createRecorder({ scriptText: message.scriptText, sourceOf: sources.of });
        return;
      }
      const growing = recorder;
      if (growing === undefined) throw new Error(`The engine got ${message.kind} before open.`);
      switch (message.kind) {
        case "source":
          return sources.add(message.file, message.text);
        case "bytes":
          return takeBytes(message.bytes, growing);
        case "end-of-bytes":
          tellProgress(growing);
          return post({ kind: "drained", unfinishedBytes: decoder.unfinishedBytes });
        case "ask":
          return post(answerOrReason(message.id, () => answers.to(message.question, growing)));
        default:
          return assertNever(message, "message to the engine");
      }
    },
  };
}

const controlKinds: ReadonlySet<AgentMessage["kind"]> = new Set<ControlMessage["kind"]>([
  "hello",
  "ended",
  "failure",
  "paused",
  "tracing-lost",
  "exit",
]);

function isControl(message: AgentMessage): message is ControlMessage {
  return controlKinds.has(message.kind);
}

function answerOrReason(id: number, answer: () => AnyAnswer): FromEngine {
  try {
    return { kind: "answer", id, answer: answer() };
  } catch (error) {
    return { kind: "question-failed", id, reason: reasonOf(error) };
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
