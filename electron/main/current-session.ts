/** The one session there is: starts the next, ends the last, and can tell a page that was reloaded all that happened. */
import path from "node:path";
import type { Breakpoint, PlacedBreakpoint } from "../contract/breakpoint";
import type { Redaction } from "../contract/recording-facts";
import type { Answer, RunOptions, Settings } from "../contract/requests";
import type { ScriptSource, SessionEvent } from "../contract/session-events";
import { createCountCorrections } from "../agent/count-correction";
import type { ConnectEngine } from "../session/engine-protocol";
import { startSession } from "../session/session";
import { reopenSession, type ReopenOptions } from "../session/reopened-session";
import {
  emptyHistory,
  factsOf,
  remember,
  retold,
  type SessionHistory,
} from "../session/session-history";
import type { Session } from "../session/session-interface";
import type { BreakpointStore } from "./breakpoint-store";
import type { PythonChoice } from "./python-choice";

export interface CurrentSession {
  get(): Session | undefined;
  /** What was told first of the recording that is shown. */
  started(): SessionHistory["started"];
  /** Folder of the script that runs, or ran last. */
  scriptFolder(): string | undefined;
  start(script: ScriptSource, options: RunOptions): Promise<Answer<number>>;
  /** Shows a saved recording; what was there before goes only when that can be done. */
  reopen(file: string, readablePart: boolean): Promise<Answer<number>>;
  /** Writes the recording as it is now; undefined when there is none. Answers the file's size. */
  save(file: string, redaction: Redaction): Promise<Answer<number> | undefined>;
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
  /** Version of the app, for the files it writes. */
  readonly appVersion: string;
}

export function createCurrentSession(options: CurrentSessionOptions): CurrentSession {
  const corrections = createCountCorrections(options.agentFolder);
  let current: Session | undefined;
  let lastNumber = 0;
  let scriptPath: string | undefined;
  let history: SessionHistory = emptyHistory;

  function publish(event: SessionEvent): void {
    history = remember(history, event);
    options.publish(event);
  }

  const enabledBreakpoints = (script: string): readonly Breakpoint[] =>
    enabledAmong(options.breakpoints.of(script));

  async function end(): Promise<void> {
    const last = current;
    current = undefined;
    history = emptyHistory;
    await last?.dispose();
  }

  return {
    get: () => current,
    started: () => history.started,
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
    async reopen(file, readablePart) {
      lastNumber += 1;
      const number = lastNumber;
      const opened = await reopenUntold({ number, file, readablePart, ...options });
      if (!opened.ok) return opened;
      if (number !== lastNumber) {
        await opened.value.session.dispose();
        return { ok: true, value: number };
      }
      void end();
      current = opened.value.session;
      scriptPath = undefined;
      for (const event of opened.value.told) publish(event);
      return { ok: true, value: number };
    },
    async save(file, redaction) {
      const facts = factsOf(history, options.appVersion);
      return current === undefined || facts === undefined
        ? undefined
        : current.engine.ask({ kind: "save-recording", file, facts, redaction });
    },
    breakpointsChanged(script) {
      if (script === scriptPath) current?.setBreakpoints(enabledBreakpoints(script));
    },
    async retell() {
      if (current === undefined) return [];
      return retold(history, current.number, await current.engine.ask({ kind: "steps" }));
    },
    end,
  };
}

function enabledAmong(breakpoints: readonly PlacedBreakpoint[]): readonly Breakpoint[] {
  return breakpoints
    .filter(({ enabled }) => enabled)
    .map(({ file, line, condition }) => ({ file, line, condition }));
}

/** Its events wait until it is shown in place of another. */
async function reopenUntold(
  options: Omit<ReopenOptions, "publish">,
): Promise<Answer<{ readonly session: Session; readonly told: readonly SessionEvent[] }>> {
  const told: SessionEvent[] = [];
  const opened = await reopenSession({ ...options, publish: (event) => told.push(event) });
  return opened.ok ? { ok: true, value: { session: opened.value.session, told } } : opened;
}
