/** Opens a line to an engine in a thread of its own. A thread that dies, or says nothing for long, leaves nobody waiting. */
import { Worker } from "node:worker_threads";
import { assertNever } from "../contract/assert-never";
import type { ConnectEngine, FromEngine, ToEngine } from "./engine-protocol";

/** Milliseconds an engine that owes an answer may be silent; the largest heaps take it some ten seconds. */
const longestSilence = 60_000;

/** `workerFile` is the built engine-worker.js. */
export function engineThread(workerFile: URL, patience: number = longestSilence): ConnectEngine {
  return (receive) => {
    const worker = new Worker(workerFile);
    /** Everything but `open` is answered. */
    const owed = new Set<ToEngine>();
    let hasDied = false;
    let timer: NodeJS.Timeout | undefined;

    function waitForWord(): void {
      clearTimeout(timer);
      if (owed.size === 0 || hasDied) return;
      timer = setTimeout(() => {
        die("The engine does not answer.");
        void worker.terminate();
      }, patience);
    }

    function die(detail: string): void {
      if (hasDied) return;
      hasDied = true;
      clearTimeout(timer);
      receive({ kind: "damaged", detail });
      for (const message of owed) answerForTheDead(message, receive);
      owed.clear();
    }

    worker.on("message", (message: FromEngine) => {
      if (hasDied) return;
      settle(owed, message);
      waitForWord();
      receive(message);
    });
    worker.on("error", (error) => die(error.message));
    worker.on("exit", () => die("The engine has stopped."));
    return {
      post(message, transfer = []) {
        if (hasDied) return void setImmediate(() => answerForTheDead(message, receive));
        worker.postMessage(message, transfer);
        if (message.kind === "open") return undefined;
        owed.add(message);
        if (owed.size === 1) waitForWord();
        return undefined;
      },
      close() {
        clearTimeout(timer);
        void worker.terminate();
      },
    };
  };
}

const unasked: ReadonlySet<FromEngine["kind"]> = new Set<FromEngine["kind"]>([
  "progress",
  "control",
  "other-tracer",
  "damaged",
]);

/** Messages are answered in the order they were sent; progress and the like are said in between. */
function settle(owed: Set<ToEngine>, { kind }: FromEngine): void {
  if (unasked.has(kind)) return;
  const [oldest] = owed;
  if (oldest !== undefined) owed.delete(oldest);
}

/** Whoever waits for a thread that is gone would wait for ever. */
function answerForTheDead(message: ToEngine, receive: (message: FromEngine) => void): void {
  switch (message.kind) {
    case "open":
    case "source":
      return;
    case "bytes":
      return receive({ kind: "taken", bytes: message.bytes.byteLength });
    case "end-of-bytes":
      return receive({ kind: "drained", unfinishedBytes: 0 });
    case "ask":
      return receive({
        kind: "question-failed",
        id: message.id,
        reason: "The engine has stopped.",
      });
    default:
      return assertNever(message, "message to the engine");
  }
}
