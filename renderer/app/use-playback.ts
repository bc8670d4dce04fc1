/** Plays the recording: a step at a time, each after the one before has been shown long enough. */
import { useEffect } from "react";
import { entryOver } from "../state/step-travel";
import { useActions, useAppState, useStore } from "../state/store";

const shownAtLeast = 1200;

export function usePlayback(): void {
  const store = useStore();
  const actions = useActions();
  const playing = useAppState((state) => state.playing);
  const entry = useAppState((state) => state.travel.entry);
  const transition = useAppState((state) => state.transition);
  const speed = useAppState((state) => state.settings.animationSpeed);
  useEffect(() => {
    if (!playing || transition) return undefined;
    const timer = setTimeout(
      () => {
        const next = entryOver(store.get().steps, store.get().travel.entry);
        if (next === undefined) actions.change({ kind: "playing-changed", playing: false });
        else actions.travel(next, "forward");
      },
      shownAtLeast / (speed === 0 ? 1 : speed),
    );
    return () => clearTimeout(timer);
  }, [playing, entry, transition, speed, store, actions]);
}
