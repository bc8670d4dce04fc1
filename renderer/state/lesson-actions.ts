/** What a person can do with a lesson: turn its pages, which leads to their steps, and answer its questions. Part of `user-actions.ts`. */
import type { Requests } from "../../electron/contract/requests";
import { entryOfAnswer, entryOfPlace } from "./lesson-places";
import { entryOver } from "./step-travel";
import type { Store } from "./store";

export interface LessonActions {
  /** 0: the introduction. */
  turnToPage(page: number): void;
  /** The page's question, answered with a number. */
  answerLesson(given: number): Promise<void>;
}

type LessonRequests = Pick<Requests, "lesson" | "lessonFact">;

export function createLessonActions(heap: LessonRequests, { get, dispatch }: Store): LessonActions {
  return {
    turnToPage: (page) => {
      dispatch({ kind: "lesson-turned", page });
      const { lesson, lessonPage, steps, travel } = get();
      if (lesson?.ok !== true) return;
      const step = lesson.value.steps[lessonPage - 1];
      if (step === undefined) return;
      const all = lesson.value.steps.length;
      dispatch({ kind: "announced", text: `${step.title}, ${lessonPage} of ${all}.` });
      const entry = entryOfPlace(steps, step.at);
      if (entry === undefined || entry === travel.entry) return;
      const isNext = entryOver(steps, travel.entry) === entry;
      dispatch({ kind: "travelled", entry, direction: isNext ? "forward" : "jump" });
    },
    answerLesson: async (given) => {
      const { lesson, lessonPage, steps, session } = get();
      const step = lesson?.ok === true ? lesson.value.steps[lessonPage - 1] : undefined;
      if (step?.question === undefined) return;
      const entry = entryOfAnswer(steps, step);
      const fact =
        entry === undefined ? undefined : await heap.lessonFact(entry, step.question.fact);
      // What another run says is no answer to this one's question.
      if (get().session !== session) return;
      dispatch({ kind: "lesson-answered", page: lessonPage, answer: { given, fact } });
    },
  };
}

/** Reads the lesson beside the script whenever the script is run, so that a teacher sees what they changed. */
export function startLessonLoader(heap: LessonRequests, store: Store): () => void {
  let asked: number | undefined;
  return store.subscribe(() => {
    const { script, session, recording } = store.get();
    if (script === undefined || session === undefined || session === asked) return;
    asked = session;
    // A recording is of another day: what lies beside its script now need not be about it.
    if (recording !== undefined) return;
    heap.lesson(script.path).then(
      (lesson) => {
        if (store.get().session !== session) return;
        store.dispatch({ kind: "lesson-arrived", lesson: lesson.ok ? wanted(lesson) : lesson });
      },
      () => undefined,
    );
  });
}

type Found = Extract<Awaited<ReturnType<LessonRequests["lesson"]>>, { readonly ok: true }>;

function wanted({ value }: Found) {
  return value === undefined ? undefined : ({ ok: true, value } as const);
}
