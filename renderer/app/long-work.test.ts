import { expect, test } from "vitest";
import { entryIndex } from "../../electron/contract/ids";
import { initialState, type AppState } from "../state/app-state";
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

test("a start screen waits for nothing", () => {
  expect(at({ travel: { entry: entryIndex(0), direction: "jump", follows: "no" } })).toBe(
    "nothing",
  );
});
