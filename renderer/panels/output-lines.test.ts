import { expect, test } from "vitest";
import { entryIndex } from "../../electron/contract/ids";
import type { OutputChunk } from "../../electron/contract/session-events";
import { stepsFrom } from "../test-support/recording-samples";
import { outputLines } from "./output-lines";

const steps = stepsFrom("0 1 2.1 2");
const chunk = (
  entry: number,
  text: string,
  stream: OutputChunk["stream"] = "stdout",
): OutputChunk => ({
  entry: entryIndex(entry),
  stream,
  text,
});
const words = (chunks: readonly OutputChunk[]): string[] =>
  outputLines(chunks, steps).map((line) => `${line.stamp}|${line.stream}|${line.text}`);

test("each line has the step that printed it, said once for lines of the same step", () => {
  expect(words([chunk(1, "a\nb\n"), chunk(2, "c\n"), chunk(3, "d\n")])).toEqual([
    "step 1|stdout|a",
    "|stdout|b",
    "step 2|stdout|c",
    "|stdout|d",
  ]);
});

test("a line that came in pieces is one line", () => {
  expect(words([chunk(1, "Na"), chunk(2, "me? "), chunk(3, "yes\nnext")])).toEqual([
    "step 1|stdout|Name? yes",
    "step 2|stdout|next",
  ]);
});

test("streams do not run into each other, and empty lines count", () => {
  expect(words([chunk(1, "out"), chunk(1, "err\n", "stderr"), chunk(1, "\n")])).toEqual([
    "step 1|stdout|out",
    "|stderr|err",
    "|stdout|",
  ]);
});

test("a line nobody could read is cut", () => {
  const [line] = outputLines([chunk(1, "x".repeat(5000))], steps);
  expect(line?.text).toHaveLength("… (3000 more)".length + 2000);
});
