/** Runs a script under the agent and keeps every message it sends, for tests that look below the report. */
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { startAgent } from "../agent/agent-process";
import { createWireDecoder } from "../agent/wire-decoder";
import type { AgentMessage } from "../contract/agent-message";

const root = path.resolve(import.meta.dirname, "../..");
/** Python modules for such scripts; what is imported from there is a library. */
export const collectorModules: string = path.join(root, "python-agent/tests/scripts/collector");

export interface AgentRun {
  readonly messages: readonly AgentMessage[];
  /** Every byte the agent sent. */
  readonly bytes: Uint8Array;
  readonly stdout: string;
  readonly stderr: string;
}

export async function runUnderAgent(
  python: string,
  text: string,
  { onMessage }: { readonly onMessage?: (message: AgentMessage) => void } = {},
): Promise<AgentRun> {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "agent-run-")));
  const scriptPath = path.join(folder, "script.py");
  fs.writeFileSync(scriptPath, text);
  const decoder = createWireDecoder();
  const messages: AgentMessage[] = [];
  const chunks: Uint8Array[] = [];
  let trouble: unknown;
  try {
    return await new Promise<AgentRun>((resolve, reject) => {
      const agent = startAgent(
        {
          python,
          scriptPath,
          args: [],
          agentFolder: path.join(root, "python-agent"),
          maxSteps: 1_000_000,
          hold: false,
          stdin: "pipe",
        },
        {
          bytesArrived(chunk) {
            if (trouble !== undefined) return;
            chunks.push(new Uint8Array(chunk));
            try {
              decoder.push(chunk, (message) => {
                messages.push(message);
                onMessage?.(message);
              });
            } catch (error) {
              trouble = error;
              agent.kill();
            }
          },
          exited(status) {
            const stdout = fs.readFileSync(agent.stdoutPath, "utf8");
            const stderr = fs.readFileSync(agent.stderrPath, "utf8");
            agent.dispose();
            if (status.kind === "signal") trouble ??= new Error(`Python died of ${status.signal}`);
            if (trouble === undefined)
              resolve({ messages, bytes: new Uint8Array(Buffer.concat(chunks)), stdout, stderr });
            else reject(trouble);
          },
        },
      );
    });
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
