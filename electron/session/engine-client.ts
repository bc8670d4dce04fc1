/** The typed side of the engine's line: numbers the questions, shares one answer among equal ones, and lets stale ones go. */
import { assertNever } from "../contract/assert-never";
import type {
  AnyAnswer,
  ConnectEngine,
  ControlMessage,
  EngineAnswers,
  EngineQuestion,
  Progress,
} from "./engine-protocol";

export interface EngineListener {
  progressed(progress: Progress): void;
  controlled(message: ControlMessage): void;
  otherTracerSeen(): void;
  /** The engine has room again, or no longer. */
  crowded(isCrowded: boolean): void;
  damaged(detail: string): void;
  drained(unfinishedBytes: number): void;
}

/** Of an engine that is only asked: no program sends it anything. */
export const hearsNothing: EngineListener = {
  progressed: () => undefined,
  controlled: () => undefined,
  otherTracerSeen: () => undefined,
  crowded: () => undefined,
  damaged: () => undefined,
  drained: () => undefined,
};

export interface EngineClient {
  takeBytes(chunk: Uint8Array): void;
  endOfBytes(): void;
  /** Tells the text that steps will name as `file`. */
  addSource(file: string, text: string): void;
  /** Bytes sent and not yet worked off. */
  readonly waitingBytes: number;
  ask<Kind extends EngineQuestion["kind"]>(
    question: Extract<EngineQuestion, { kind: Kind }>,
  ): Promise<EngineAnswers[Kind]>;
  /** Open questions fail with `StaleQuestion`. */
  close(): void;
}

/** The recording the question was about has been closed. */
export class StaleQuestion extends Error {
  override readonly name = "StaleQuestion";
}

interface OpenQuestion {
  readonly key: string;
  readonly answered: (answer: AnyAnswer) => void;
  readonly failed: (error: Error) => void;
}

/** So much may wait for the engine; more would make a question wait behind it for long. */
const crowdedBytes = 1024 * 1024;

export function openEngine(
  connect: ConnectEngine,
  scriptText: string,
  listener: EngineListener,
): EngineClient {
  const questions = createQuestions((id, question) => link.post({ kind: "ask", id, question }));
  let waitingBytes = 0;
  let isClosed = false;
  let isDamaged = false;

  const link = connect((message) => {
    if (isClosed) return undefined;
    switch (message.kind) {
      case "progress":
        return listener.progressed(message.progress);
      case "control":
        return listener.controlled(message.message);
      case "other-tracer":
        return listener.otherTracerSeen();
      case "taken":
        waitingBytes = Math.max(0, waitingBytes - message.bytes);
        return waitingBytes < crowdedBytes ? listener.crowded(false) : undefined;
      case "damaged":
        // What still comes is of no use, and must not hold up the end.
        isDamaged = true;
        waitingBytes = 0;
        listener.crowded(false);
        return listener.damaged(message.detail);
      case "drained":
        return listener.drained(message.unfinishedBytes);
      case "answer":
        return questions.close(message.id)?.answered(message.answer);
      case "question-failed":
        return questions.close(message.id)?.failed(new Error(message.reason));
      default:
        return assertNever(message, "message from the engine");
    }
  });
  link.post({ kind: "open", scriptText });

  return {
    takeBytes(chunk) {
      if (isDamaged || isClosed) return;
      waitingBytes += chunk.byteLength;
      if (waitingBytes >= crowdedBytes) listener.crowded(true);
      // A copy of exactly these bytes: a chunk may be a window on a larger buffer, and is then given away.
      const bytes = new Uint8Array(chunk);
      link.post({ kind: "bytes", bytes }, [bytes.buffer]);
    },
    addSource: (file, text) => link.post({ kind: "source", file, text }),
    endOfBytes: () => link.post({ kind: "end-of-bytes" }),
    get waitingBytes() {
      return waitingBytes;
    },
    // The engine's host answers each kind of question with its own kind of answer; see `answerQuestion`.
    ask: (question) =>
      (isClosed
        ? Promise.reject(new StaleQuestion(question.kind))
        : questions.ask(question)) as Promise<never>,
    close() {
      isClosed = true;
      questions.failAll(new StaleQuestion("closed"));
      link.close();
    },
  };
}

interface Questions {
  ask(question: EngineQuestion): Promise<AnyAnswer>;
  /** Takes an open question away, to be answered or failed. */
  close(id: number): OpenQuestion | undefined;
  failAll(error: Error): void;
}

function createQuestions(post: (id: number, question: EngineQuestion) => void): Questions {
  const open = new Map<number, OpenQuestion>();
  const shared = new Map<string, Promise<AnyAnswer>>();
  let lastId = 0;

  return {
    ask(question) {
      const key = JSON.stringify(question);
      const asked = shared.get(key);
      if (asked) return asked;
      lastId += 1;
      const id = lastId;
      const answer = new Promise<AnyAnswer>((answered, failed) => {
        open.set(id, { key, answered, failed });
      });
      shared.set(key, answer);
      post(id, question);
      return answer;
    },
    close(id) {
      const question = open.get(id);
      open.delete(id);
      if (question) shared.delete(question.key);
      return question;
    },
    failAll(error) {
      for (const question of open.values()) question.failed(error);
      open.clear();
      shared.clear();
    },
  };
}
