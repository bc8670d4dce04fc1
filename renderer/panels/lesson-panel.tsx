/** One page of a lesson: what to see at a step, perhaps a question, and the way to the next page. */
import { ChevronLeft, ChevronRight } from "lucide-react";
import type { ReactElement } from "react";
import type { Lesson, LessonStep } from "../../electron/contract/lesson";
import type { LessonAnswer } from "../state/lesson-state";
import { LessonQuestion } from "./lesson-question";
import { LessonText, LessonWords } from "./lesson-words";
import "./lesson-panel.css";

interface LessonPanelProps {
  readonly lesson: Lesson;
  /** 0: the introduction. */
  readonly page: number;
  readonly answer: LessonAnswer | undefined;
  readonly python: string;
  /** Of the page's step against what the person looks at. */
  readonly place: "here" | "elsewhere" | "not-run";
  readonly keys: { readonly back: string; readonly next: string };
  onTurn(page: number): void;
  onAnswer(given: number): void;
}

export function LessonPanel(props: LessonPanelProps): ReactElement {
  const { lesson, page } = props;
  const step = lesson.steps[page - 1];
  return (
    <div className="insp lesson" data-testid="insp-lesson">
      <progress
        className="lesson-progress"
        aria-label="Pages of the lesson"
        max={lesson.steps.length}
        value={page}
      />
      {step === undefined ? (
        <>
          <h2>
            <LessonWords text={lesson.title} />
          </h2>
          <LessonText blocks={lesson.introduction} />
        </>
      ) : (
        <LessonStepPage {...props} step={step} />
      )}
      <Pager {...props} />
    </div>
  );
}

function LessonStepPage({
  step,
  ...props
}: LessonPanelProps & { readonly step: LessonStep }): ReactElement {
  const { page, place } = props;
  return (
    <>
      <h2>
        <LessonWords text={step.title} />
      </h2>
      <p className="lesson-place">
        <span>{place === "not-run" ? "waits for" : "after"}</span>
        <code>{step.at.code}</code>
        {place === "elsewhere" ? (
          <button type="button" className="link" onClick={() => props.onTurn(page)}>
            Go there
          </button>
        ) : null}
      </p>
      {place === "not-run" ? (
        <p className="lesson-missing">This line has not run in this recording.</p>
      ) : null}
      <LessonText blocks={step.text} />
      {step.question === undefined ? null : (
        <LessonQuestion
          key={page}
          question={step.question}
          answer={props.answer}
          python={props.python}
          onAnswer={props.onAnswer}
        />
      )}
    </>
  );
}

function Pager({ lesson, page, keys, onTurn }: LessonPanelProps): ReactElement {
  const last = lesson.steps.length;
  return (
    <div className="lesson-pager">
      <button
        type="button"
        className="btn"
        disabled={page === 0}
        title={`Back (${keys.back})`}
        onClick={() => onTurn(page - 1)}
      >
        <ChevronLeft size={15} aria-hidden="true" />
        Back
      </button>
      <span className="lesson-count">{page === 0 ? `${last} steps` : `${page} of ${last}`}</span>
      <button
        type="button"
        className="btn primary"
        disabled={page === last}
        title={`Next (${keys.next})`}
        onClick={() => onTurn(page + 1)}
      >
        {page === 0 ? "Start" : "Next"}
        <ChevronRight size={15} aria-hidden="true" />
      </button>
    </div>
  );
}
