/** What a session needs to know before it starts. */
import type { AgentStart } from "../agent/agent-process";
import type { Breakpoint } from "../contract/breakpoint";
import type { PythonInfo, ScriptSource, SessionEvent } from "../contract/session-events";
import type { ConnectEngine } from "./engine-protocol";
import { programTextOf } from "./notebook/program-text";

export interface SessionOptions {
  readonly number: number;
  /** `text` is what runs. */
  readonly script: ScriptSource;
  /** `text` differs from what the file holds. */
  readonly isEdited: boolean;
  readonly python: PythonInfo;
  readonly args: readonly string[];
  /** See `agent/count-correction.ts`. */
  readonly countCorrection?: readonly number[] | undefined;
  readonly agentFolder: string;
  readonly connectEngine: ConnectEngine;
  readonly maxSteps: number;
  /** Attended: without a new step. Unattended: for the whole run. */
  readonly timeLimitSeconds: number;
  /** Somebody watches: hold the program at its end and ask at a limit; else let it end, and end it at a limit. */
  readonly attended: boolean;
  readonly breakpoints?: readonly Breakpoint[];
  readonly publish: (event: SessionEvent) => void;
}

export function agentStartOf(options: SessionOptions): AgentStart {
  const { script, isEdited, attended } = options;
  return {
    python: options.python.path,
    scriptPath: script.path,
    ...(isEdited || script.notebook !== undefined ? { text: programTextOf(script) } : {}),
    isNotebook: script.notebook !== undefined,
    args: options.args,
    ...(options.countCorrection === undefined ? {} : { countCorrection: options.countCorrection }),
    ...(options.breakpoints === undefined ? {} : { breakpoints: options.breakpoints }),
    agentFolder: options.agentFolder,
    maxSteps: options.maxSteps,
    hold: attended,
    stdin: attended ? "pipe" : "inherit",
  };
}
