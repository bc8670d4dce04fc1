/** What a screen reader hears: the step, then what the graph tells of it. */
import { useEffect, type ReactElement } from "react";
import { currentStep, stepCode, stepLabel } from "../state/selectors";
import { isLive } from "../state/session-reducer";
import { useActions, useAppState } from "../state/store";

export function LiveRegion(): ReactElement {
  const announcement = useAppState((state) => state.announcement);
  const step = useAppState(currentStep);
  const live = useAppState((state) => isLive(state.phase));
  const actions = useActions();
  useEffect(() => {
    // Thousands of steps may stream in; only those a person goes to are read out.
    if (step !== undefined && !live)
      actions.change({ kind: "announced", text: `Step ${stepLabel(step)}, ${stepCode(step)}.` });
  }, [step, live, actions]);
  return (
    <div className="visually-hidden" role="status" aria-live="polite" data-testid="live-region">
      {announcement}
    </div>
  );
}
