import { expect, test } from "vitest";
import { entryIndex } from "../../electron/contract/ids";
import { stepsFrom } from "../test-support/recording-samples";
import { filmstripFrames } from "./filmstrip-frames";

const words = (text: string, entry: number): string => {
  const { frames, before, after } = filmstripFrames(stepsFrom(text), entryIndex(entry), undefined);
  return `${before} before, ${frames[0]?.step} to ${frames.at(-1)?.step}, ${after} after`;
};
const long = Array.from({ length: 201 }, (_, index) => index).join(" ");

test("a short recording is shown whole, without the lines inside functions", () => {
  expect(words("0 1 2 3.1 3.2 3 4.1 4.2 4 5 6", 3)).toBe("0 before, 0 to 6, 0 after");
});

test("a long one is shown round the playhead", () => {
  expect(words(long, 0)).toBe("0 before, 0 to 59, 141 after");
  expect(words(long, 100)).toBe("70 before, 70 to 129, 71 after");
  expect(words(long, 200)).toBe("141 before, 141 to 200, 0 after");
});
