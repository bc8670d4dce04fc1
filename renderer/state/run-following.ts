/** Decides what the window shows while a script runs and where it lands when the script has run: short runs on step 0, trouble on the last step. */
import { entryIndex } from "../../electron/contract/ids";
import type { SessionEvent, SessionPhase } from "../../electron/contract/session-events";
import { lastEntry } from "./step-travel";
import type { Store } from "./store";

/** A run shorter than this is over before anybody could follow it. */
const shortRun = 1500;
/** A run that is still going after this long is worth watching. */
const followAfter = 400;

/** Answers a listener that must hear every session event after the store has. */
export function followRun(store: Store): (event: SessionEvent) => void {
  let firstStepsAt: number | undefined;

  const startFollowing = (session: number): void => {
    const state = store.get();
    if (state.session === session && state.travel.follows === "held")
      store.dispatch({ kind: "following-changed", follows: "newest" });
  };

  const land = (phase: SessionPhase): void => {
    const { travel, steps, tracingLost } = store.get();
    const length = performance.now() - (firstStepsAt ?? performance.now());
    if (travel.follows === "no") return;
    if (travel.follows === "live-step" && travel.entry === lastEntry(steps))
      return store.dispatch({ kind: "following-changed", follows: "no" });
    const toStart =
      travel.follows !== "live-step" &&
      endedWell(phase) &&
      tracingLost === undefined &&
      length < shortRun;
    const entry = toStart ? entryIndex(0) : lastEntry(steps);
    store.dispatch({ kind: "travelled", entry, direction: "jump" });
  };

  return (event) => {
    if (event.kind === "session-started") firstStepsAt = undefined;
    if (event.kind === "steps-recorded" && firstStepsAt === undefined) {
      firstStepsAt = performance.now();
      setTimeout(() => startFollowing(event.session), followAfter);
    }
    if (
      event.kind === "phase-changed" &&
      event.session === store.get().session &&
      isOver(event.phase)
    )
      land(event.phase);
  };
}

function isOver(phase: SessionPhase): boolean {
  return (
    phase.kind === "paused-at-end" ||
    phase.kind === "paused-at-line" ||
    phase.kind === "ended" ||
    phase.kind === "step-limit-reached"
  );
}

function endedWell(phase: SessionPhase): boolean {
  return (
    phase.kind === "paused-at-end" || (phase.kind === "ended" && phase.outcome.kind === "finished")
  );
}
