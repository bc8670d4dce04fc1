import { expect, test } from "vitest";
import { entryIndex } from "../../electron/contract/ids";
import { initialState, type AppState } from "../state/app-state";
import { stepsFrom, unionOf } from "../test-support/recording-samples";
import { longWork } from "./long-work";

const at = (change: Partial<AppState>): string => {
  const work = longWork({ ...initialState, ...change });
  return work === undefined ? "nothing" : `${work.phase} (${work.cancel ?? "no way back"})`;
};

test("starting and running can be stopped; a program that waits or is held is no work", () => {
  expect(at({ phase: { kind: "starting" } })).toBe("Starting Python (stop)");
  expect(at({ phase: { kind: "waiting-for-input", line: 3 } })).toBe("nothing");
  expect(at({ phase: { kind: "paused-at-end" } })).toBe("nothing");
});

test("saving and opening a recording is told, and cannot be cancelled", () => {
  expect(at({ fileWork: "saving", phase: { kind: "paused-at-end" } })).toBe(
    "Saving the recording (no way back)",
  );
  expect(at({ fileWork: "opening" })).toBe("Reading the recording (no way back)");
});

test("a start screen waits for nothing", () => {
  expect(at({ travel: { entry: entryIndex(0), direction: "jump", follows: "no" } })).toBe(
    "nothing",
  );
});

test("arranging many objects is told with their number, and cannot be cancelled", () => {
  const steps = stepsFrom("0 1");
  const union = unionOf(1, ...Array.from({ length: 1200 }, (_, index) => `o${index}`));
  const work = longWork({ ...initialState, steps, union, arranging: true });
  expect(work).toMatchObject({ phase: "Arranging", count: "1,200 objects", cancel: undefined });
});
