import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Positions } from "./graph-layout";
import { layoutPlainly } from "./layout-plain";
import { createLayoutRunner, LAYOUT_LIMIT_MS, type LayoutProcessEvents } from "./layout-runner";
import type { LayoutQuestion } from "./layout-worker";
import { zooUnion } from "./gallery/zoo-view";

const question = { union: zooUnion("all"), fixed: new Map() };

/** A worker that answers only when the test says so. */
function slowWorkers(): {
  readonly start: (events: LayoutProcessEvents) => { post(q: LayoutQuestion): void; kill(): void };
  readonly asked: LayoutQuestion[];
  killed: number;
  events: LayoutProcessEvents | undefined;
} {
  const workers = {
    asked: [] as LayoutQuestion[],
    killed: 0,
    events: undefined as LayoutProcessEvents | undefined,
    start: (events: LayoutProcessEvents) => {
      workers.events = events;
      return {
        post: (asked: LayoutQuestion): void => void workers.asked.push(asked),
        kill: (): void => void (workers.killed += 1),
      };
    },
  };
  return workers;
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("a layout that never ends is killed and a plain arrangement takes its place", () => {
  const workers = slowWorkers();
  const answers: Positions[] = [];
  createLayoutRunner(workers.start).ask(question, (positions) => answers.push(positions));
  vi.advanceTimersByTime(LAYOUT_LIMIT_MS - 1);
  expect(answers).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(workers.killed).toBe(1);
  expect(answers).toEqual([layoutPlainly(question.union, question.fixed)]);
});

test("of two questions only the second is answered, and the first is no longer worked on", () => {
  const workers = slowWorkers();
  const answers: string[] = [];
  const runner = createLayoutRunner(workers.start);
  runner.ask(question, () => answers.push("first"));
  runner.ask(question, () => answers.push("second"));
  expect(workers.killed).toBe(1);
  for (const { run } of workers.asked) workers.events?.onAnswer({ run, positions: new Map() });
  expect(answers).toEqual(["second"]);
});

test("a crashed layout is replaced at once", () => {
  const workers = slowWorkers();
  let answered = 0;
  createLayoutRunner(workers.start).ask(question, () => (answered += 1));
  workers.events?.onCrash();
  vi.advanceTimersByTime(LAYOUT_LIMIT_MS);
  expect(answered).toBe(1);
});

test("what has a place keeps it in the plain arrangement", () => {
  const fixed = new Map([["o5", { x: -7, y: 12 }]]);
  expect(layoutPlainly(question.union, fixed).get("o5")).toEqual({ x: -7, y: 12 });
});
