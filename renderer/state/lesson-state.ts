/** The lesson beside the script, how far the person is in it, and what they answered. Pure. */
import { assertNever } from "../../electron/contract/assert-never";
import type { Lesson } from "../../electron/contract/lesson";
import type { Answer } from "../../electron/contract/requests";
import type { AppState } from "./app-state";

export interface LessonState {
  /** Undefined: the script has none. */
  readonly lesson: Answer<Lesson> | undefined;
  /** 0: the introduction; then the steps. */
  readonly lessonPage: number;
  /** By page, of this run. */
  readonly lessonAnswers: ReadonlyMap<number, LessonAnswer>;
}

export interface LessonAnswer {
  readonly given: number;
  /** What this run says; undefined: the run has not come to the line. */
  readonly fact: number | undefined;
}

export type LessonAction =
  | { readonly kind: "lesson-arrived"; readonly lesson: Answer<Lesson> | undefined }
  | { readonly kind: "lesson-turned"; readonly page: number }
  | { readonly kind: "lesson-answered"; readonly page: number; readonly answer: LessonAnswer };

export const initialLesson: LessonState = {
  lesson: undefined,
  lessonPage: 0,
  lessonAnswers: new Map(),
};

export function reduceLesson(state: AppState, action: LessonAction): AppState {
  switch (action.kind) {
    case "lesson-arrived":
      return withLesson(state, action.lesson);
    case "lesson-turned":
      return shownLesson({ ...state, lessonPage: clamped(action.page, state.lesson) });
    case "lesson-answered": {
      const lessonAnswers = new Map(state.lessonAnswers).set(action.page, action.answer);
      return { ...state, lessonAnswers };
    }
    default:
      return assertNever(action, "lesson action");
  }
}

/** It shows itself when it is new; the person may be elsewhere when the script runs again. */
function withLesson(state: AppState, lesson: LessonState["lesson"]): AppState {
  const isNew = state.lesson === undefined;
  const next: AppState = {
    ...state,
    lesson,
    lessonPage: clamped(state.lessonPage, lesson),
    lessonAnswers: new Map(),
  };
  if (lesson !== undefined) return isNew ? shownLesson(next) : next;
  return state.inspectorTab === "lesson" ? { ...next, inspectorTab: "object" } : next;
}

const shownLesson = (state: AppState): AppState => ({
  ...state,
  inspectorTab: "lesson",
  inspectorOpen: true,
  drawerOpen: true,
});

function clamped(page: number, lesson: LessonState["lesson"]): number {
  const last = lesson?.ok === true ? lesson.value.steps.length : 0;
  return Math.min(Math.max(0, page), last);
}
