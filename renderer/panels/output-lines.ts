/** Chunks of output as they came -> lines with the step that began them. Pure. */
import type { EntryIndex } from "../../electron/contract/ids";
import type { OutputChunk, StepSummary } from "../../electron/contract/session-events";

export interface OutputLine {
  readonly number: number;
  readonly entry: EntryIndex;
  readonly stream: OutputChunk["stream"];
  readonly text: string;
  /** `>>>` or `...` before what the person ran at a pause; else empty. */
  readonly prompt: string;
  /** `step 3`; empty where the line before has the same. */
  readonly stamp: string;
}

/** Longer lines are cut: nobody reads them here, and the window has to lay them out. */
const mostCharacters = 2000;

export function outputLines(
  output: readonly OutputChunk[],
  steps: readonly StepSummary[],
): readonly OutputLine[] {
  const lines: {
    entry: EntryIndex;
    stream: OutputChunk["stream"];
    prompt: string;
    text: string;
    open: boolean;
  }[] = [];
  for (const chunk of output) {
    chunk.text.split("\n").forEach((text, index, parts) => {
      const last = lines.at(-1);
      const continues = index === 0 && last?.open === true && last.stream === chunk.stream;
      const closes = index < parts.length - 1;
      if (continues) {
        last.text += text;
        last.open = !closes;
      } else if (text !== "" || closes) {
        const prompt = chunk.stream === "console" ? (index === 0 ? ">>>" : "...") : "";
        lines.push({ entry: chunk.entry, stream: chunk.stream, prompt, text, open: !closes });
      }
    });
  }
  let stampBefore = "";
  return lines.map((line, number) => {
    const stamp = stampOf(steps[line.entry]);
    const shown = stamp === stampBefore ? "" : stamp;
    stampBefore = stamp;
    const { entry, stream } = line;
    return { number, entry, stream, prompt: line.prompt, text: cut(line.text), stamp: shown };
  });
}

function stampOf(step: StepSummary | undefined): string {
  return step === undefined ? "" : `step ${step.step}`;
}

const cut = (text: string): string =>
  text.length <= mostCharacters
    ? text
    : `${text.slice(0, mostCharacters)}… (${text.length - mostCharacters} more)`;
