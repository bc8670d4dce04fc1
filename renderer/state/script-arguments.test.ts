import * as fc from "fast-check";
import { expect, test } from "vitest";
import { joinArguments, splitArguments } from "./script-arguments";

test("blanks separate words and quotes keep them together", () => {
  expect(splitArguments(`--name "Ada Lovelace"  -v 'it''s' a\\ b`)).toEqual([
    "--name",
    "Ada Lovelace",
    "-v",
    "its",
    "a b",
  ]);
});

test("an empty text is no argument, empty quotes are one", () => {
  expect(splitArguments("  ")).toEqual([]);
  expect(splitArguments(`""`)).toEqual([""]);
});

test("what was joined splits into the same words", () => {
  fc.assert(
    fc.property(fc.array(fc.string()), (words) => {
      expect(splitArguments(joinArguments(words))).toEqual(words);
    }),
  );
});
