import { expect, test } from "vitest";
import { dataName } from "./export-names";

const recording = { script: "cycle.py", step: 8, inner: 0, whatIf: false };

test("data is named after the script, its step and its part", () => {
  expect(dataName({ part: "", ending: "dot", ofStep: true }, recording)).toBe("cycle-step08.dot");
  expect(dataName({ part: "types", ending: "csv", ofStep: true }, { ...recording, inner: 2 })).toBe(
    "cycle-step08-2-types.csv",
  );
  expect(dataName({ part: "", ending: "mmd", ofStep: true }, { ...recording, whatIf: true })).toBe(
    "cycle-step08-what-if.mmd",
  );
});

test("data of the whole recording has no step, and no what-if", () => {
  const whatIf = { ...recording, whatIf: true };
  expect(dataName({ part: "steps", ending: "csv", ofStep: false }, whatIf)).toBe("cycle-steps.csv");
});
