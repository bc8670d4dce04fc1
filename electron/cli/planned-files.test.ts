import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { bytes, entryIndex } from "../contract/ids";
import type { StepSummary } from "../contract/session-events";
import { readExport } from "./export-command-line";
import { planFiles } from "./planned-files";

function step(entry: number, number: number, inner: number = 0): StepSummary {
  return {
    entry: entryIndex(entry),
    step: number,
    inner,
    depth: inner,
    file: "",
    line: number,
    nextLine: undefined,
    code: "",
    scope: "<module>",
    inMemory: 0,
    reachable: 0,
    garbageBytes: bytes(0),
    trackedTotal: 0,
    events: [],
    raised: false,
  };
}

/** Steps 0 to 3; the third has a line inside a function. */
const recorded = [step(0, 0), step(1, 1), step(2, 2), step(3, 3, 1), step(4, 3)];

function plan(words: string) {
  const command = readExport(words.split(" "));
  if (typeof command === "string") throw new Error(command);
  return planFiles(command, "cycle.py", recorded);
}

test("the last step is the last line of the module, not one inside a function", () => {
  expect(plan("cycle.py --out /a/b.svg")).toMatchObject([
    { file: path.resolve("/a/b.svg"), step: { entry: 4 } },
  ]);
});

test("several steps of a still format become files with the step in their names", () => {
  const files = plan("cycle.py --out /a/b.c.png --steps 1..3");
  expect(typeof files !== "string" && files.map(({ file }) => file)).toEqual(
    ["/a/b.c-step01.png", "/a/b.c-step02.png", "/a/b.c-step03.png"].map((file) =>
      path.resolve(file),
    ),
  );
});

test("a filmstrip, a film and a table of all steps are one file", () => {
  expect(plan("cycle.py --out /a/b.png --steps all --columns 2")).toMatchObject([
    { content: { settings: { subject: { kind: "filmstrip", from: 0, to: 3, columns: 2 } } } },
  ]);
  expect(plan("cycle.py --out /a/b.gif --speed 2")).toMatchObject([
    { content: { settings: { subject: { kind: "animation", from: 0, to: 3, speed: 2 } } } },
  ]);
  expect(plan("cycle.py --out - --format csv --table steps")).toMatchObject([
    { file: undefined, content: { kind: "table", table: "steps" } },
  ]);
});

test("a folder gets files named after the script and the step", () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "planned-"));
  try {
    const names = (words: string) => {
      const files = plan(`cycle.py --out ${folder} ${words}`);
      return typeof files === "string" ? files : files.map(({ file = "" }) => path.basename(file));
    };
    expect(names("--format png --steps 2..3")).toEqual(["cycle-step02.png", "cycle-step03.png"]);
    expect(names("--format gif")).toEqual(["cycle-steps00-03.gif"]);
    expect(names("--format mermaid")).toEqual(["cycle-step03.mmd"]);
    expect(names("--format csv --table references")).toEqual(["cycle-step03.references.csv"]);
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
});

test.each([
  ["--out a.svg --steps 2..9", "there is no step 9"],
  ["--out - --format svg --steps all", "Stdout takes one file"],
])("%s is refused: %s", (words, complaint) => {
  expect(plan(`cycle.py ${words}`)).toContain(complaint);
});

test("a script of which no line ran has nothing to export", () => {
  const command = readExport(["cycle.py", "--out", "a.svg"]);
  expect(typeof command !== "string" && planFiles(command, "cycle.py", [])).toContain(
    "Nothing was recorded",
  );
});
