/** The one session there is: starts the next, ends the last, and can tell a page that was reloaded all that happened. */
import path from "node:path";
import type { Breakpoint } from "../contract/breakpoint";
import type { Answer, RunOptions, Settings } from "../contract/requests";
import type { OutputChunk, ScriptSource, SessionEvent } from "../contract/session-events";
import { createCountCorrections } from "../agent/count-correction";
import type { ConnectEngine } from "../session/engine-protocol";
import { startSession } from "../session/session";
import type { Session } from "../session/session-interface";
import type { BreakpointStore } from "./breakpoint-store";
import type { PythonChoice } from "./python-choice";

export interface CurrentSession {
  get(): Session | undefined;
  /** Folder of the script that runs, or ran last. */
  scriptFolder(): string | undefined;
  start(script: ScriptSource, options: RunOptions): Promise<Answer<number>>;
  /** What is remembered for the script has changed. */
  breakpointsChanged(script: string): void;
  /** The events a page needs that has not seen any. */
  retell(): Promise<readonly SessionEvent[]>;
  /** Done when Python is gone. */
  end(): Promise<void>;
}

export interface CurrentSessionOptions {
  readonly agentFolder: string;
  readonly connectEngine: ConnectEngine;
  readonly pythons: PythonChoice;
  readonly breakpoints: BreakpointStore;
  readonly settings: () => Settings;
  readonly publish: (event: SessionEvent) => void;
}

export function createCurrentSession(options: CurrentSessionOptions): CurrentSession {
  const corrections = createCountCorrections(options.agentFolder);
  let current: Session | undefined;
  let lastNumber = 0;
  let scriptPath: string | undefined;
  let history: History = emptyHistory;

  function publish(event: SessionEvent): void {
    history = remember(history, event);
    options.publish(event);
  }

  const enabledBreakpoints = (script: string): readonly Breakpoint[] =>
    options.breakpoints
      .of(script)
      .filter(({ enabled }) => enabled)
      .map(({ file, line, condition }) => ({ file, line, condition }));

  async function end(): Promise<void> {
    const last = current;
    current = undefined;
    history = emptyHistory;
    await last?.dispose();
  }

  return {
    get: () => current,
    scriptFolder: () => (scriptPath === undefined ? undefined : path.dirname(scriptPath)),
    async start(script, { python: wanted, args = [], text }) {
      lastNumber += 1;
      const number = lastNumber;
      scriptPath = script.path;
      const python = await options.pythons.forScript(path.dirname(script.path), wanted);
      if (!python.ok) return python;
      const countCorrection = await corrections.of(python.value.path);
      // Asked for another run while Python was looked for: that one goes first.
      if (number !== lastNumber) return { ok: true, value: number };
      // The last program may still be leaving while the next one starts; it is not heard any more.
      void end();
      const { maxSteps, timeLimitSeconds } = options.settings();
      current = startSession({
        number,
        script: { ...script, text: text ?? script.text },
        isEdited: text !== undefined && text !== script.text,
        python: python.value,
        args,
        countCorrection,
        agentFolder: options.agentFolder,
        connectEngine: options.connectEngine,
        maxSteps,
        timeLimitSeconds,
        attended: true,
        breakpoints: enabledBreakpoints(script.path),
        publish,
      });
      return { ok: true, value: number };
    },
    breakpointsChanged(script) {
      if (script === scriptPath) current?.setBreakpoints(enabledBreakpoints(script));
    },
    async retell() {
      if (current === undefined || history.started === undefined) return [];
      const steps = await current.engine.ask({ kind: "steps" });
      const { started, recorded, exactness, chunks, collections, last } = history;
      const session = current.number;
      return [
        started,
        ...(recorded ? [{ ...recorded, steps }] : []),
        ...(exactness ? [exactness] : []),
        { kind: "output-written", session, chunks },
        { kind: "collections-seen", session, collections },
        ...(last ? [last] : []),
      ];
    },
    end,
  };
}

type EventOf<Kind extends SessionEvent["kind"]> = Extract<SessionEvent, { kind: Kind }>;

interface History {
  readonly started?: EventOf<"session-started">;
  readonly recorded?: EventOf<"steps-recorded">;
  readonly exactness?: EventOf<"exactness-known">;
  readonly last?: EventOf<"phase-changed" | "session-failed">;
  readonly chunks: readonly OutputChunk[];
  readonly collections: EventOf<"collections-seen">["collections"];
}

const emptyHistory: History = { chunks: [], collections: [] };

function remember(history: History, event: SessionEvent): History {
  switch (event.kind) {
    case "session-started":
      return { ...emptyHistory, started: event };
    case "steps-recorded":
      // The engine keeps the steps; the event is kept for its other figures.
      return { ...history, recorded: { ...event, steps: [] } };
    case "output-written":
      return { ...history, chunks: [...history.chunks, ...event.chunks] };
    case "collections-seen":
      return { ...history, collections: [...history.collections, ...event.collections] };
    case "exactness-known":
      return { ...history, exactness: event };
    case "phase-changed":
    case "session-failed":
      return { ...history, last: event };
    case "script-on-disk":
    case "open-requested":
    case "command-invoked":
    case "notice":
      return history;
  }
}
