import { expect, test } from "vitest";
import { readCommandLine } from "./command-line";

const read = (text: string) => readCommandLine(text.split(" "));

test("a report needs only a file", () => {
  expect(read("report a.py")).toEqual({
    kind: "report",
    command: {
      file: "a.py",
      python: undefined,
      maxSteps: 10_000,
      timeLimitSeconds: 60,
      scriptArgs: [],
    },
    failOn: [],
  });
});

test("what to fail on is a list, told once and in one order", () => {
  expect(read("report a.py --fail-on resurrected,garbage,garbage")).toMatchObject({
    failOn: ["garbage", "resurrected"],
  });
});

test("options stand before or after the file, and all after -- is the script's", () => {
  expect(
    read("report --max-steps 5 a.py --python=/usr/bin/python3 --time-limit 1.5 -- --python x a.py"),
  ).toMatchObject({
    command: {
      file: "a.py",
      python: "/usr/bin/python3",
      maxSteps: 5,
      timeLimitSeconds: 1.5,
      scriptArgs: ["--python", "x", "a.py"],
    },
  });
});

test("a recording needs a place, and says what is left out of it", () => {
  expect(read("record a.py --out b.ouroscope --redact all")).toMatchObject({
    kind: "record",
    command: {
      run: { file: "a.py" },
      out: "b.ouroscope",
      redaction: { values: true, source: true },
    },
  });
  expect(read("record a.py --out b.ouroscope")).toMatchObject({
    command: { redaction: { values: false, source: false } },
  });
});

test.each([
  ["", "no command"],
  ["record a.py", "Say where to"],
  ["record a.py --out b.zip", "ends in .ouroscope"],
  ["record a.py --out b.ouroscope --redact names", 'not "names"'],
  ["dump a.py", 'no command "dump"'],
  ["report", "Name the script"],
  ["report a.py b.py", "One script"],
  ["report a.py --fast", 'no option "--fast"'],
  ["report a.py --python", "needs a value"],
  ["report a.py --max-steps 0", "whole number"],
  ["report a.py --max-steps 1.5", "whole number"],
  ["report a.py --time-limit soon", "number of seconds"],
  ["report a.py --fail-on", "needs a value"],
  ["report a.py --fail-on leaks", 'not "leaks"'],
])("ouroscope %s is refused: %s", (line, complaint) => {
  const result = read(line);
  expect(result.kind === "wrong" && result.message).toContain(complaint);
});
