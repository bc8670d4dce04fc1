/** Asks the layout worker, one question at a time; one that takes too long is killed and a plain arrangement stands in for its answer. */
import { layoutPlainly } from "./layout-plain";
import type { Positions } from "./graph-layout";
import type { LayoutAnswer, LayoutQuestion } from "./layout-worker";

export interface LayoutRunner {
  /** Of two questions in a row only the second is answered. */
  ask(question: Omit<LayoutQuestion, "run">, onAnswer: (positions: Positions) => void): void;
  /** Kills what is running; nothing is answered any more. */
  stop(): void;
}

export interface LayoutProcess {
  post(question: LayoutQuestion): void;
  kill(): void;
}

export interface LayoutProcessEvents {
  onAnswer(answer: LayoutAnswer): void;
  onCrash(): void;
}

export const LAYOUT_LIMIT_MS = 5000;

interface Waiting {
  readonly run: number;
  readonly question: Omit<LayoutQuestion, "run">;
  readonly onAnswer: (positions: Positions) => void;
  readonly timer: ReturnType<typeof setTimeout>;
}

export function createLayoutRunner(
  start: (events: LayoutProcessEvents) => LayoutProcess,
): LayoutRunner {
  let process: LayoutProcess | undefined;
  let waiting: Waiting | undefined;
  let runs = 0;

  const stop = (): void => {
    if (waiting === undefined) return;
    clearTimeout(waiting.timer);
    waiting = undefined;
    process?.kill();
    process = undefined;
  };
  const giveUp = (): void => {
    const late = waiting;
    stop();
    late?.onAnswer(layoutPlainly(late.question.union, late.question.fixed));
  };
  const onAnswer = ({ run, positions }: LayoutAnswer): void => {
    if (run !== waiting?.run) return;
    const answered = waiting;
    clearTimeout(answered.timer);
    waiting = undefined;
    answered.onAnswer(positions);
  };

  return {
    ask(question, answer) {
      // At work on something nobody waits for.
      stop();
      runs += 1;
      process ??= start({ onAnswer, onCrash: giveUp });
      const timer = setTimeout(giveUp, LAYOUT_LIMIT_MS);
      waiting = { run: runs, question, onAnswer: answer, timer };
      process.post({ ...question, run: runs });
    },
    stop() {
      stop();
      process?.kill();
      process = undefined;
    },
  };
}
