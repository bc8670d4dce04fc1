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
  const inFile = fileWork(state);
  if (inFile !== undefined) return inFile;
  const inProgram = programWork(state);
  if (inProgram !== undefined) return inProgram;
  if (state.steps.length === 0 || state.failure !== undefined) return undefined;
  return pictureWork(state);
}

function fileWork({ fileWork: work, steps }: AppState): LongWork | undefined {
  switch (work) {
    case "none":
      return undefined;
    case "saving":
      return {
        key: "saving",
        phase: "Saving the recording",
        count: counted(steps.length, "line"),
        cancel: undefined,
      };
    case "opening":
      return { key: "opening", phase: "Reading the recording", count: "", cancel: undefined };
  }
}

function programWork({ phase, steps }: AppState): LongWork | undefined {
  if (phase?.kind === "starting")
    return { key: "starting", phase: "Starting Python", count: "", cancel: "stop" };
  if (phase?.kind !== "running") return undefined;
  return {
    key: "running",
    phase: phase.line === undefined ? "Running" : `Running line ${phase.line}`,
    count: steps.length === 0 ? "" : `${counted(steps.length, "line")} recorded`,
    cancel: "stop",
  };
}

function pictureWork({ picture, union, travel, steps, arranging }: AppState): LongWork | undefined {
  if (union === undefined || arranging)
    return {
      key: "arranging",
      phase: "Arranging",
      count: counted(union?.nodes.length ?? 0, "object"),
      cancel: undefined,
    };
  if (picture?.view.entry === travel.entry) return undefined;
  return {
    key: `picture ${travel.entry}`,
    phase: "Reading objects",
    count: counted(steps[travel.entry]?.trackedTotal ?? 0, "object"),
    cancel: picture === undefined ? undefined : "go-back",
  };
}

function counted(count: number, one: string): string {
  if (count === 0) return "";
  return `${count.toLocaleString("en-US")} ${count === 1 ? one : `${one}s`}`;
}
