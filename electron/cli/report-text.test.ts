import { expect, test } from "vitest";
import type { Report, ReportStep } from "../contract/report";
import { createReportText } from "./report-text";

const names = [{ scope: "<module>", name: "ü", object: 'a"b' }];
const step = (number: number): ReportStep => ({
  step: number,
  inner: 0,
  line: null,
  file: "",
  code: "x\u2028",
  scope: "<module>",
  stdout: '"\n',
  stderr: "",
  names,
  objects: [],
  references: [],
  cycles: [],
  freed: [{ key: "a", by: "refcount" }],
  collections: [],
});
const head: Omit<Report, "steps"> = {
  schema: "ouroscope-report/1",
  script: "a.py",
  python: { version: "3.11.7", implementation: "cpython" },
  outcome: { kind: "finished", exitCode: 0, line: null, message: null },
};

test("the pieces put together are the document, word for word", () => {
  const text = createReportText();
  const pieces = [
    text.begin(head),
    ...text.piece([step(0), step(1)]),
    ...text.piece([]),
    ...text.piece([step(2)]),
    text.end(),
  ];
  expect(pieces.join("")).toBe(
    `${JSON.stringify({ ...head, steps: [step(0), step(1), step(2)] })}\n`,
  );
});
