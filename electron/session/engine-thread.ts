/** Opens a line to an engine in a thread of its own. */
import { Worker } from "node:worker_threads";
import type { ConnectEngine, FromEngine, ToEngine } from "./engine-protocol";

/** `workerFile` is the built engine-worker.js. */
export function engineThread(workerFile: URL): ConnectEngine {
  return (receive) => {
    const worker = new Worker(workerFile);
    let hasDied = false;
    worker.on("message", (message: FromEngine) => receive(message));
    const die = (detail: string): void => {
      if (hasDied) return;
      hasDied = true;
      receive({ kind: "damaged", detail });
      // Whatever was asked before went down with it.
      receive({ kind: "drained", unfinishedBytes: 0 });
    };
    worker.on("error", (error) => die(error.message));
    worker.on("exit", () => die("The engine has stopped."));
    return {
      post(message, transfer = []) {
        if (!hasDied) worker.postMessage(message, transfer);
        else setImmediate(() => answerForTheDead(message, receive));
      },
      close: () => void worker.terminate(),
    };
  };
}

/** Whoever waits for a thread that is gone would wait for ever. */
function answerForTheDead(message: ToEngine, receive: (message: FromEngine) => void): void {
  if (message.kind === "end-of-bytes") receive({ kind: "drained", unfinishedBytes: 0 });
  if (message.kind === "ask") {
    receive({ kind: "question-failed", id: message.id, reason: "The engine has stopped." });
  }
}
