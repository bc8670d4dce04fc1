/** A question of a lesson: the person gives a number, and this very run says whether it is right. */
import { Check, CircleHelp, X } from "lucide-react";
import { useEffect, useRef, useState, type ReactElement } from "react";
import type { LessonQuestion as Question } from "../../electron/contract/lesson";
import { LessonLinksContext, noLinks } from "./lesson-links";
import { LessonText, LessonWords } from "./lesson-words";

interface LessonQuestionProps {
  readonly question: Question;
  readonly answer: { readonly given: number; readonly fact: number | undefined } | undefined;
  /** `Python 3.11.7`. */
  readonly python: string;
  onAnswer(given: number): void;
}

export function LessonQuestion(props: LessonQuestionProps): ReactElement {
  const { question, answer } = props;
  const [text, setText] = useState("");
  const verdict = useRef<HTMLDivElement>(null);
  // In a low window the answer would be told below what is in view.
  useEffect(() => {
    if (answer !== undefined) verdict.current?.scrollIntoView({ block: "nearest" });
  }, [answer]);
  const given = /^\s*-?\d{1,9}\s*$/.test(text) ? Number(text) : undefined;
  return (
    <form
      className="card lesson-question"
      onSubmit={(event) => {
        event.preventDefault();
        if (given !== undefined) props.onAnswer(given);
      }}
    >
      <label>
        <span className="lesson-ask">
          <CircleHelp size={15} aria-hidden="true" />
          <span>
            {/* What is asked labels the field, so there is no button in it. */}
            <LessonLinksContext value={noLinks}>
              <LessonWords text={question.ask} />
            </LessonLinksContext>
          </span>
        </span>
        <input
          inputMode="numeric"
          autoComplete="off"
          placeholder="A number"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      <button type="submit" className="btn" disabled={given === undefined}>
        Check
      </button>
      <div ref={verdict} className="lesson-verdict" role="status">
        {answer === undefined ? null : <Verdict {...answer} python={props.python} />}
      </div>
      {answer?.fact === undefined ? null : <LessonText blocks={question.explanation} />}
    </form>
  );
}

interface VerdictProps {
  readonly given: number;
  readonly fact: number | undefined;
  readonly python: string;
}

function Verdict({ given, fact, python }: VerdictProps): ReactElement {
  if (fact === undefined)
    return <span>This run has not come to that line, so it cannot say yet.</span>;
  return given === fact ? (
    <>
      <Check size={15} strokeWidth={2.6} aria-hidden="true" />
      <span>
        <b>Right: {fact}.</b> That is what this run on {python} shows.
      </span>
    </>
  ) : (
    <>
      <X size={15} strokeWidth={2.6} aria-hidden="true" />
      <span>
        <b>It is {fact}</b> in this run on {python}, not {given}.
      </span>
    </>
  );
}
