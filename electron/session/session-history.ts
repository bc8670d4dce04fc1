/** All that a session has told, so that a page that was reloaded can be told again, and a saved recording can say it. */
import { assertNever } from "../contract/assert-never";
import type { Outcome } from "../contract/failure";
import type { CellRun } from "../contract/notebook";
import type { RecordingFacts } from "../contract/recording-facts";
import type {
  OutputChunk,
  SessionEvent,
  SessionPhase,
  StepSummary,
} from "../contract/session-events";

type EventOf<Kind extends SessionEvent["kind"]> = Extract<SessionEvent, { kind: Kind }>;

export interface SessionHistory {
  readonly started?: EventOf<"session-started">;
  readonly recorded?: EventOf<"steps-recorded">;
  readonly exactness?: EventOf<"exactness-known">;
  readonly last?: EventOf<"phase-changed" | "session-failed">;
  readonly chunks: readonly OutputChunk[];
  readonly collections: EventOf<"collections-seen">["collections"];
  /** Of a notebook, by the cell's id. */
  readonly cells: ReadonlyMap<string, CellRun>;
}

export const emptyHistory: SessionHistory = { chunks: [], collections: [], cells: new Map() };

export function remember(history: SessionHistory, event: SessionEvent): SessionHistory {
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
    case "cells-changed":
      return {
        ...history,
        cells: new Map([...history.cells, ...event.cells.map((run) => [run.id, run] as const)]),
      };
    case "phase-changed":
    case "session-failed":
      return { ...history, last: event };
    case "script-on-disk":
    case "open-requested":
    case "command-invoked":
    case "file-work":
    case "unsaved-found":
    case "notice":
      return history;
  }
}

/** The events of a page that has not seen any. */
export function retold(
  { started, recorded, exactness, chunks, collections, cells, last }: SessionHistory,
  session: number,
  steps: readonly StepSummary[],
): readonly SessionEvent[] {
  if (started === undefined) return [];
  return [
    started,
    ...(recorded ? [{ ...recorded, steps }] : []),
    ...(exactness ? [exactness] : []),
    { kind: "output-written", session, chunks },
    { kind: "collections-seen", session, collections },
    { kind: "cells-changed", session, cells: [...cells.values()] },
    ...(last ? [last] : []),
  ];
}

/** What a file says about the recording so far; undefined before anything has started. */
export function factsOf(
  { started, exactness, last, chunks, cells }: SessionHistory,
  app: string,
): RecordingFacts | undefined {
  if (started === undefined) return undefined;
  return {
    script: started.script,
    python: started.python,
    exactness: exactness?.exactness ?? { inexact: [], otherTracer: false },
    outcome: last?.kind === "phase-changed" ? outcomeSoFar(last.phase) : notOver(undefined),
    output: chunks,
    cells: [...cells.values()],
    app,
    platform: process.platform,
  };
}

function outcomeSoFar(phase: SessionPhase): Outcome {
  switch (phase.kind) {
    case "ended":
      return phase.outcome;
    case "starting":
    case "paused-at-end":
      return notOver(undefined);
    case "running":
    case "waiting-for-input":
    case "time-limit-reached":
    case "step-limit-reached":
    case "tracing-lost":
    case "paused-at-line":
      return notOver(phase.line);
    default:
      return assertNever(phase, "phase");
  }
}

function notOver(line: number | undefined): Outcome {
  return { kind: "recorded-so-far", line };
}
