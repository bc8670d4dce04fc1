/** Joins the timeline and the step in words to the store. */
import type { ReactElement } from "react";
import type { RunCommand } from "../commands/use-commands";
import { commandById } from "../commands/registry";
import { currentStep, innerCount, stepCode, stepCount, stepLabel } from "../state/selectors";
import { useActions, useAppState } from "../state/store";
import { StepWords } from "../timeline/step-words";
import { Timeline, timelineValueText } from "../timeline/timeline";

interface TimelineStripProps {
  readonly run: RunCommand;
  /** Of the column in words, which stands below the left column. */
  readonly wordsWidth: number;
}

export function TimelineStrip({ run, wordsWidth }: TimelineStripProps): ReactElement {
  const steps = useAppState((state) => state.steps);
  const entry = useAppState((state) => state.travel.entry);
  const step = useAppState(currentStep);
  const count = useAppState(stepCount);
  const opened = useAppState((state) => state.openedStep);
  const inner = useAppState(innerCount);
  const collections = useAppState((state) => state.collections);
  const actions = useActions();
  const [label, code] = step === undefined ? ["", ""] : [stepLabel(step), stepCode(step)];
  const toggle = (which: number): void =>
    actions.change({ kind: "step-opened", step: opened === which ? undefined : which });
  return (
    <section
      className="timeline"
      data-testid="timeline"
      aria-label="Timeline"
      style={{ gridTemplateColumns: `${wordsWidth}px minmax(0, 1fr)` }}
    >
      <StepWords
        step={step}
        label={label}
        code={code}
        count={count}
        inner={inner}
        opened={opened !== undefined && opened === step?.step}
        onToggleInner={() => (step === undefined ? undefined : toggle(step.step))}
      />
      <Timeline
        steps={steps}
        entry={entry}
        openedStep={opened}
        collections={collections}
        valueText={timelineValueText(step, label, code, count)}
        onTravel={(to) => actions.travel(to, "jump")}
        onOpenStep={toggle}
        onTogglePlay={() => run(commandById("play"))}
      />
    </section>
  );
}
