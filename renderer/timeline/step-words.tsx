/** The step in words and numbers, left of the timeline. */
import type { ReactElement } from "react";
import type { StepSummary } from "../../electron/contract/session-events";

interface StepWordsProps {
  readonly step: StepSummary | undefined;
  readonly label: string;
  readonly code: string;
  readonly count: number;
  /** How many inner steps the step has; 0 hides the switch. */
  readonly inner: number;
  readonly opened: boolean;
  onToggleInner(): void;
}

export function StepWords(props: StepWordsProps): ReactElement {
  const { step, inner, opened } = props;
  const garbage = (step?.inMemory ?? 0) - (step?.reachable ?? 0);
  return (
    <section className="step-words" aria-label="This step" data-testid="step-words">
      <div className="big">
        <span className="which">
          {step === undefined
            ? "No step yet"
            : `Step ${props.label} of ${props.count.toLocaleString("en-US")}`}
        </span>
        <span className="mono code-of-step">{step === undefined ? "" : props.code}</span>
      </div>
      <div className="row">
        <svg className="sw" viewBox="0 0 16 9" aria-hidden="true">
          <path d="M0 1.5h16" stroke="var(--instance)" strokeWidth="2.5" />
        </svg>
        In memory<b>{count(step?.inMemory)}</b>
      </div>
      <div className="row">
        <svg className="sw" viewBox="0 0 16 9" aria-hidden="true">
          <path d="M0 4.5h16" stroke="var(--seq)" strokeWidth="2.5" strokeDasharray="4 2" />
        </svg>
        Reachable from a name<b>{count(step?.reachable)}</b>
      </div>
      <div className={garbage > 0 ? "row garbage" : "row"}>
        <svg className="sw" viewBox="0 0 16 9" aria-hidden="true">
          <rect
            x=".5"
            y=".5"
            width="15"
            height="8"
            rx="2"
            fill="url(#hatch-fine)"
            stroke="var(--alarm)"
          />
        </svg>
        Garbage waiting<b>{count(garbage)}</b>
      </div>
      {inner === 0 ? null : (
        <button
          type="button"
          className="link inner-switch"
          aria-expanded={opened}
          onClick={props.onToggleInner}
        >
          {opened ? "Close" : "Open"} its {inner.toLocaleString("en-US")} inner{" "}
          {inner === 1 ? "step" : "steps"}
        </button>
      )}
    </section>
  );
}

const count = (value: number | undefined): string => (value ?? 0).toLocaleString("en-US");
