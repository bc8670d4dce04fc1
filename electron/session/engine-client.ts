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
  /** The engine has room again, or no longer. */
  crowded(isCrowded: boolean): void;
  damaged(detail: string): void;
  drained(unfinishedBytes: number): void;
}

export interface EngineClient {
  takeBytes(chunk: Uint8Array): void;
  endOfBytes(): void;
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
  const open = new Map<number, OpenQuestion>();
  const shared = new Map<string, Promise<AnyAnswer>>();
  let lastId = 0;
  let waitingBytes = 0;
  let isClosed = false;
  let isDamaged = false;

  function closeQuestion(id: number): OpenQuestion | undefined {
    const question = open.get(id);
    open.delete(id);
    if (question) shared.delete(question.key);
    return question;
  }

  const link = connect((message) => {
    if (isClosed) return undefined;
    switch (message.kind) {
      case "progress":
        return listener.progressed(message.progress);
      case "control":
        return listener.controlled(message.message);
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
        return closeQuestion(message.id)?.answered(message.answer);
      case "question-failed":
        return closeQuestion(message.id)?.failed(new Error(message.reason));
      default:
        return assertNever(message, "message from the engine");
    }
  });
  link.post({ kind: "open", scriptText });

  function askAnything(question: EngineQuestion): Promise<AnyAnswer> {
    if (isClosed) return Promise.reject(new StaleQuestion(question.kind));
    const key = JSON.stringify(question);
    const asked = shared.get(key);
    if (asked) return asked;
    lastId += 1;
    const id = lastId;
    const answer = new Promise<AnyAnswer>((answered, failed) => {
      open.set(id, { key, answered, failed });
    });
    shared.set(key, answer);
    link.post({ kind: "ask", id, question });
    return answer;
  }

  return {
    takeBytes(chunk) {
      if (isDamaged || isClosed) return;
      waitingBytes += chunk.byteLength;
      if (waitingBytes >= crowdedBytes) listener.crowded(true);
      // A copy of exactly these bytes: a chunk may be a window on a larger buffer, and is then given away.
      const bytes = new Uint8Array(chunk);
      link.post({ kind: "bytes", bytes }, [bytes.buffer]);
    },
    endOfBytes: () => link.post({ kind: "end-of-bytes" }),
    get waitingBytes() {
      return waitingBytes;
    },
    // The engine's host answers each kind of question with its own kind of answer; see `answerQuestion`.
    ask: (question) => askAnything(question) as Promise<never>,
    close() {
      isClosed = true;
      for (const question of open.values()) question.failed(new StaleQuestion("closed"));
      open.clear();
      shared.clear();
      link.close();
    },
  };
}
