/** "How it found them": which of the collector's six sub-steps is shown, in words, and the way through them. */
import { ChevronLeft, ChevronRight, X } from "lucide-react";
import { useEffect, useMemo, type ReactElement } from "react";
import { commandById } from "../commands/registry";
import { useCommand, type RunCommand } from "../commands/use-commands";
import { collectionStages } from "../graph/collection-stages";
import { currentStep, stepLabel } from "../state/selectors";
import { useActions, useAppState } from "../state/store";

export function LongForm({ run }: { readonly run: RunCommand }): ReactElement | null {
  const picture = useAppState((state) => state.picture);
  const substep = useAppState((state) => state.substep);
  const step = useAppState(currentStep);
  const actions = useActions();
  const isOpen = substep !== undefined;
  const stages = useMemo(
    () =>
      isOpen && picture?.previous !== undefined
        ? collectionStages(picture.previous, picture.view)
        : [],
    [isOpen, picture],
  );
  const unknown = isOpen && stages.length === 0;
  useEffect(() => {
    if (!unknown) return;
    actions.change({ kind: "substep-changed", substep: undefined });
    const text = "How this collection found them is not known: it freed nothing that is drawn";
    actions.change({ kind: "toast-shown", text });
  }, [unknown, actions]);
  const [on, back] = [useCommand("step-over", run), useCommand("step-back", run)];
  const stage = stages.find(({ number }) => number === substep);
  if (stage === undefined || step === undefined) return null;
  return (
    <section
      className="over-canvas long-form"
      aria-label="How it found them"
      data-testid="long-form"
    >
      <span className="place">
        {stepLabel(step)}.{stage.number}
      </span>
      <div className="words">
        <b>{stage.title}.</b> {stage.words}
      </div>
      <div className="dots">
        {stages.map(({ number, title }) => (
          <button
            key={number}
            type="button"
            aria-label={`${number}: ${title}`}
            title={title}
            aria-current={number === substep ? "step" : undefined}
            onClick={() => actions.change({ kind: "substep-changed", substep: number })}
          >
            {number}
          </button>
        ))}
      </div>
      <button type="button" className="btn icon quiet" aria-label="Back (,)" onClick={back.run}>
        <ChevronLeft size={15} />
      </button>
      <button type="button" className="btn icon quiet" aria-label="On (F10)" onClick={on.run}>
        <ChevronRight size={15} />
      </button>
      <button
        type="button"
        className="btn icon quiet"
        aria-label="Leave the sub-steps"
        onClick={() => run(commandById("long-form"))}
      >
        <X size={14} />
      </button>
    </section>
  );
}
