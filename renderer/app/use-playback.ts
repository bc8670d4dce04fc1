/** Plays the recording: a step at a time, each after the one before has been shown long enough. */
import { useEffect, useRef } from "react";
import { entryOver } from "../state/step-travel";
import { useActions, useAppState, useStore } from "../state/store";

/** From one step to the next, and how long a picture rests after its change. */
const stepAtLeast = 1200;
const restsFor = 600;

export function usePlayback(): void {
  const store = useStore();
  const actions = useActions();
  const travelledAt = useRef(0);
  // Undefined while nothing is to be waited for, so that a step by hand does not render the window.
  const shown = useAppState((state) =>
    state.playing && !state.transition ? state.travel.entry : undefined,
  );
  useEffect(() => {
    if (shown === undefined) return undefined;
    const since = performance.now() - travelledAt.current;
    const timer = setTimeout(
      () => {
        const next = entryOver(store.get().steps, store.get().travel.entry);
        if (next === undefined) return actions.change({ kind: "playing-changed", playing: false });
        travelledAt.current = performance.now();
        return actions.travel(next, "forward");
      },
      Math.max(restsFor, stepAtLeast - since),
    );
    return () => clearTimeout(timer);
  }, [shown, store, actions]);
}
