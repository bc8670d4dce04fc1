/** What the program is doing and where the person looks, for the status bar. */
import { assertNever } from "../../electron/contract/assert-never";
import type { SourceLine } from "../../electron/contract/breakpoint";
import type { SessionPhase } from "../../electron/contract/session-events";
import type { AppState } from "./app-state";
import { lineAhead } from "./line-ahead";
import { currentStep, fileName, isAtEnd, isUnsaved, stepCount, stepLabel } from "./selectors";

export interface StatusWords {
  readonly tone: "running" | "paused" | "ended" | "idle";
  /** What the program is doing. */
  readonly state: string;
  /** Where the person looks; empty at the end of the recording. */
  readonly place: string;
}

export function statusWords(state: AppState): StatusWords {
  const { phase } = state;
  const step = currentStep(state);
  const isInPast = step !== undefined && !isAtEnd(state);
  const place = isInPast ? `Viewing step ${stepLabel(step)} of ${stepCount(state)}` : "";
  if (phase === undefined)
    return { tone: "idle", state: state.script === undefined ? "Ready" : "Not running", place };
  if (state.recording !== undefined)
    return {
      tone: "ended",
      state: isUnsaved(state)
        ? "Recording that was not saved yet"
        : `Saved recording (${fileName(state.recording)})`,
      place,
    };
  const ahead = lineAhead(state);
  if (isInPast && isHeldOrOver(phase) && ahead !== undefined)
    return { tone: "paused", state: `Paused${beforeLine(ahead)}`, place };
  const isBetweenCells = phase.kind === "paused-at-end" && state.script?.notebook !== undefined;
  if (isBetweenCells) return { tone: "paused", state: cellWords(state), place };
  return { ...phaseWords(phase), place };
}

function cellWords({ cellRuns, steps }: AppState): string {
  if (cellRuns.size === 0) return "Ready to run cells";
  const file = steps.at(-1)?.file ?? "";
  return file === "" ? "Between cells" : `After ${file}`;
}

function phaseWords(phase: SessionPhase): Omit<StatusWords, "place"> {
  switch (phase.kind) {
    case "starting":
      return { tone: "running", state: "Starting Python" };
    case "running":
      return {
        tone: "running",
        state: phase.line === undefined ? "Running" : `Running line ${phase.line}`,
      };
    case "waiting-for-input":
      return { tone: "paused", state: "Waiting for input" };
    case "time-limit-reached":
      return {
        tone: "running",
        state: `Still running${phase.line === undefined ? "" : ` at line ${phase.line}`}`,
      };
    case "tracing-lost":
      return { tone: "running", state: "Running, not recorded" };
    case "step-limit-reached":
      return { tone: "paused", state: "Paused at the step limit" };
    case "paused-at-line": {
      const { file, line } = phase;
      return {
        tone: "paused",
        state: `Paused${line === undefined ? "" : beforeLine({ file, line })}`,
      };
    }
    case "paused-at-end":
      return { tone: "paused", state: "Paused at the end" };
    case "ended":
      return { tone: "ended", state: "The script has ended" };
    default:
      return assertNever(phase, "phase");
  }
}

const isHeldOrOver = ({ kind }: SessionPhase): boolean =>
  kind === "step-limit-reached" ||
  kind === "paused-at-line" ||
  kind === "paused-at-end" ||
  kind === "ended";

const beforeLine = ({ file, line }: SourceLine): string =>
  ` before line ${line}${file === "" ? "" : ` of ${fileName(file)}`}`;
