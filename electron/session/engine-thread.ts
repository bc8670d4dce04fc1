/** Opens a line to an engine in a thread of its own. */
import { Worker } from "node:worker_threads";
import type { ConnectEngine, FromEngine } from "./engine-protocol";

/** `workerFile` is the built engine-worker.js. */
export function engineThread(workerFile: URL): ConnectEngine {
  return (receive) => {
    const worker = new Worker(workerFile);
    worker.on("message", (message: FromEngine) => receive(message));
    worker.on("error", (error) => {
      receive({ kind: "damaged", detail: error.message });
      receive({ kind: "drained", unfinishedBytes: 0 });
    });
    return {
      post: (message, transfer = []) => worker.postMessage(message, transfer),
      close: () => void worker.terminate(),
    };
  };
}
