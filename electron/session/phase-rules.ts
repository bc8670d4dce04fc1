/** What may be asked of the program in which phase. */
import type { SessionPhase } from "../contract/session-events";

/** It waits for the person, and more of it is to run. */
export function isPausedOnItsWay({ kind }: SessionPhase): boolean {
  return kind === "paused-at-line" || kind === "step-limit-reached";
}

/** It runs code of the person's when asked. */
export function takesCommands({ kind }: SessionPhase): boolean {
  return kind === "paused-at-line" || kind === "paused-at-end";
}

export function canPause({ kind }: SessionPhase): boolean {
  return kind === "running" || kind === "waiting-for-input" || kind === "time-limit-reached";
}
