/** The thread that owns the recording: wires the engine's host to the thread's port, nothing else. */
import { parentPort } from "node:worker_threads";
import { createEngineHost } from "./engine-host";
import type { ToEngine } from "./engine-protocol";

if (parentPort === null) throw new Error("The engine runs as a worker thread only.");
const port = parentPort;
const host = createEngineHost((message) => port.postMessage(message));
port.on("message", (message: ToEngine) => host.receive(message));
