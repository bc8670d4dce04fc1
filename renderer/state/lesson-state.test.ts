import { expect, test } from "vitest";
import type { Lesson } from "../../electron/contract/lesson";
import { initialState } from "./app-state";
import { reduceLesson } from "./lesson-state";

const lesson: Lesson = {
  title: "T",
  introduction: [],
  steps: [{ title: "S", at: { code: "a = []", turn: 1 }, text: [] }],
};
const arrived = reduceLesson(initialState, {
  kind: "lesson-arrived",
  lesson: { ok: true, value: lesson },
});

test("a lesson shows itself when it is new, and not again when the script runs again", () => {
  expect(arrived.inspectorTab).toBe("lesson");
  const elsewhere = { ...arrived, inspectorTab: "cycles" as const };
  const again = reduceLesson(elsewhere, { kind: "lesson-arrived", lesson: arrived.lesson });
  expect(again.inspectorTab).toBe("cycles");
});

test("pages end at the last step, and at the introduction", () => {
  const turn = (page: number) => reduceLesson(arrived, { kind: "lesson-turned", page }).lessonPage;
  expect([turn(-1), turn(1), turn(2)]).toEqual([0, 1, 1]);
});

test("answers belong to one run", () => {
  const answer = { given: 2, fact: 4 };
  const answered = reduceLesson(arrived, { kind: "lesson-answered", page: 1, answer });
  expect(answered.lessonAnswers.get(1)).toEqual(answer);
  const again = reduceLesson(answered, { kind: "lesson-arrived", lesson: arrived.lesson });
  expect(again.lessonAnswers.size).toBe(0);
});

test("a script without a lesson leaves no empty tab", () => {
  const gone = reduceLesson(arrived, { kind: "lesson-arrived", lesson: undefined });
  expect(gone.inspectorTab).toBe("object");
});
