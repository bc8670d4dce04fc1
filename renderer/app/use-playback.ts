/** Plays the recording: a step at a time, each after the one before has been shown long enough. */
import { useEffect } from "react";
import { entryOver } from "../state/step-travel";
import { useActions, useAppState, useStore } from "../state/store";

const shownAtLeast = 1200;

export function usePlayback(): void {
  const store = useStore();
  const actions = useActions();
  // Undefined while nothing is to be waited for, so that a step by hand does not render the window.
  const shown = useAppState((state) =>
    state.playing && !state.transition ? state.travel.entry : undefined,
  );
  const speed = useAppState((state) => state.settings.animationSpeed);
  useEffect(() => {
    if (shown === undefined) return undefined;
    const timer = setTimeout(
      () => {
        const next = entryOver(store.get().steps, store.get().travel.entry);
        if (next === undefined) actions.change({ kind: "playing-changed", playing: false });
        else actions.travel(next, "forward");
      },
      shownAtLeast / (speed === 0 ? 1 : speed),
    );
    return () => clearTimeout(timer);
  }, [shown, speed, store, actions]);
}
