import { expect, test } from "vitest";
import { entryIndex } from "../../electron/contract/ids";
import type { SessionPhase } from "../../electron/contract/session-events";
import { stepsFrom } from "../test-support/recording-samples";
import { initialState, type AppState } from "./app-state";
import { lineAhead, meantLine, shownFile } from "./line-ahead";

const shop = "/somewhere/shop.py";
const paused: SessionPhase = { kind: "paused-at-line", reason: "breakpoint", line: 7, file: shop };

function at(entry: number, change: Partial<AppState> = {}): AppState {
  const travel = { entry: entryIndex(entry), direction: "jump", follows: "no" } as const;
  return { ...initialState, steps: stepsFrom("0 1 2"), travel, phase: paused, ...change };
}

test("at the end of the recording the paused program says which line is next, before it the step does", () => {
  expect(lineAhead(at(2))).toEqual({ file: shop, line: 7 });
  expect(lineAhead(at(1))).toEqual({ file: "", line: 2 });
});

test("the file of that line is shown, until the person chooses another", () => {
  expect(shownFile(at(2))).toBe(shop);
  expect(shownFile(at(1))).toBe("");
  expect(shownFile(at(2, { chosenFile: "" }))).toBe("");
});

test("a step that returns shows its own file", () => {
  const steps = stepsFrom("0 1 2", { nextLine: undefined, file: shop });
  expect(shownFile(at(1, { steps }))).toBe(shop);
});

test("a command means the line with the cursor, else the line ahead", () => {
  expect(meantLine(at(2))).toEqual({ file: shop, line: 7 });
  expect(meantLine(at(2, { cursor: { file: "", line: 1 } }))).toEqual({ file: "", line: 1 });
});
