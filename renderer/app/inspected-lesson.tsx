/** The Lesson tab: joins the lesson beside the script to the store. */
import { useMemo, type ReactElement } from "react";
import { keysForPeople } from "../commands/keyboard-shortcuts";
import { commandById } from "../commands/registry";
import { LessonLinksContext } from "../panels/lesson-links";
import { LessonPanel } from "../panels/lesson-panel";
import { entryOfPlace } from "../state/lesson-places";
import { useActions, useAppState } from "../state/store";
import { drawnView } from "../state/what-if";
import { failureText } from "./failure-text";

export function InspectedLesson({ platform }: { readonly platform: string }): ReactElement | null {
  const lesson = useAppState((state) => state.lesson);
  const page = useAppState((state) => state.lessonPage);
  const answer = useAppState((state) => state.lessonAnswers.get(state.lessonPage));
  const python = useAppState((state) => state.python?.version);
  const here = useAppState((state) => state.travel.entry);
  const entry = useAppState((state) => {
    const step =
      state.lesson?.ok === true ? state.lesson.value.steps[state.lessonPage - 1] : undefined;
    return step === undefined ? undefined : entryOfPlace(state.steps, step.at);
  });
  const view = useAppState(drawnView);
  const actions = useActions();
  const links = useMemo(
    () => ({
      view,
      onLook: (ids: readonly string[] | undefined) =>
        actions.change({ kind: "looked-at", ids: ids === undefined ? undefined : new Set(ids) }),
      onSelect: actions.select,
    }),
    [view, actions],
  );
  if (lesson === undefined) return null;
  if (!lesson.ok) {
    const { title, body } = failureText(lesson.failure);
    return (
      <div className="insp" data-testid="insp-lesson">
        <p>
          <b>{title}</b>
        </p>
        <p>{body}</p>
      </div>
    );
  }
  const keyOf = (id: string): string => keysForPeople(commandById(id).keys[0] ?? "", platform);
  return (
    <LessonLinksContext value={links}>
      <LessonPanel
        lesson={lesson.value}
        page={page}
        answer={answer}
        python={`Python ${python ?? ""}`}
        place={entry === undefined ? "not-run" : entry === here ? "here" : "elsewhere"}
        keys={{ back: keyOf("lesson-back"), next: keyOf("lesson-next") }}
        onTurn={actions.turnToPage}
        onAnswer={(given) => void actions.answerLesson(given)}
      />
    </LessonLinksContext>
  );
}
