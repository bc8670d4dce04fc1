/** What a screen reader hears: the step, then what the graph tells of it. */
import { useLayoutEffect, type ReactElement } from "react";
import { currentStep, stepCode, stepLabel } from "../state/selectors";
import { isLive } from "../state/session-reducer";
import { useActions, useAppState } from "../state/store";

/** Stands before the graph in the window, so that the step is said before what the graph says of it. */
export function LiveRegion(): ReactElement {
  const announcements = useAppState((state) => state.announcements);
  const step = useAppState(currentStep);
  const goesBack = useAppState((state) => state.travel.direction === "back");
  const live = useAppState((state) => isLive(state.phase));
  const actions = useActions();
  useLayoutEffect(() => {
    // Thousands of steps may stream in; only those a person goes to are read out.
    if (step === undefined || live) return;
    const code = goesBack ? "" : `, ${stepCode(step).replace(/:$/, "")}`;
    actions.change({ kind: "announced", text: `Step ${stepLabel(step)}${code}.` });
  }, [step, goesBack, live, actions]);
  return (
    <div
      className="visually-hidden"
      role="status"
      aria-live="polite"
      aria-atomic="false"
      data-testid="live-region"
    >
      {announcements.map(({ text, serial }) => (
        <p key={serial}>{text}</p>
      ))}
    </div>
  );
}
