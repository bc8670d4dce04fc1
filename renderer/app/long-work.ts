/** What the window is waiting for, if anything: in words, with how far it is and how it can be cancelled. */
import type { AppState } from "../state/app-state";

export interface LongWork {
  /** One piece of work; another one starts the clock anew. */
  readonly key: string;
  readonly phase: string;
  /** `1,204 steps recorded`; empty where nothing can be counted. */
  readonly count: string;
  readonly cancel: "stop" | "go-back" | undefined;
}

export function longWork(state: AppState): LongWork | undefined {
  const { phase, picture, union, travel, steps } = state;
  if (phase?.kind === "starting")
    return { key: "starting", phase: "Starting Python", count: "", cancel: "stop" };
  if (phase?.kind === "running")
    return {
      key: "running",
      phase: phase.line === undefined ? "Running" : `Running line ${phase.line}`,
      count: recorded(steps.length),
      cancel: "stop",
    };
  if (steps.length === 0 || state.failure !== undefined) return undefined;
  if (union === undefined)
    return { key: "arranging", phase: "Arranging", count: "", cancel: undefined };
  if (picture === undefined || picture.view.entry !== travel.entry)
    return {
      key: `picture ${travel.entry}`,
      phase: "Reading objects",
      count: objectsAt(state),
      cancel: picture === undefined ? undefined : "go-back",
    };
  return undefined;
}

function recorded(entries: number): string {
  if (entries === 0) return "";
  return `${entries.toLocaleString("en-US")} ${entries === 1 ? "line" : "lines"} recorded`;
}

function objectsAt({ steps, travel }: AppState): string {
  const tracked = steps[travel.entry]?.trackedTotal ?? 0;
  return tracked === 0 ? "" : `${tracked.toLocaleString("en-US")} objects`;
}
