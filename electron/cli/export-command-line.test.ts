import { expect, test } from "vitest";
import { FIRST_SETTINGS } from "../contract/export-settings";
import { readExport } from "./export-command-line";

const read = (text: string) => readExport(text.split(" "));

test("the file's ending says the format, and the last step is what is wanted", () => {
  const { size, include } = FIRST_SETTINGS;
  expect(read("a.py --out a.svg")).toMatchObject({
    run: { file: "a.py" },
    out: "a.svg",
    steps: { kind: "last" },
    wish: { kind: "graph", format: "svg", columns: undefined, look: { size, include } },
  });
});

test("a film is of all steps, as large as on the screen, and at normal speed", () => {
  expect(read("a.py --format gif --out - --no-legend")).toMatchObject({
    steps: { kind: "all" },
    wish: {
      kind: "film",
      format: "gif",
      speed: 1,
      look: { size: { kind: "scale", scale: 1 }, include: { legend: false, caption: true } },
    },
  });
});

test.each([
  ["--theme dark", { ground: "theme", theme: "dark" }],
  ["--theme print", { ground: "print" }],
  ["--theme dark --background transparent", { ground: "transparent", transparentColours: "theme" }],
  ["--background transparent", { ground: "transparent", transparentColours: "light" }],
  ["--size paper-column --anonymise", { size: { kind: "paper-column" }, anonymise: true }],
])("%s is a look", (options, look) => {
  expect(read(`a.py --out a.png ${options}`)).toMatchObject({ wish: { look } });
});

test("steps, columns, tables and the script's own arguments are read", () => {
  expect(read("a.py --out a.png --steps 6..9 --columns 2")).toMatchObject({
    steps: { kind: "range", from: 6, to: 9 },
    wish: { columns: 2 },
  });
  expect(read("a.py --out a.csv --table steps -- --out b")).toMatchObject({
    run: { scriptArgs: ["--out", "b"] },
    wish: { kind: "table", table: "steps" },
  });
  expect(read("a.py --out a.mmd --steps 3")).toMatchObject({
    steps: { kind: "range", from: 3, to: 3 },
    wish: { kind: "data", format: "mermaid" },
  });
});

test.each([
  ["a.py", '"--out" needs a file'],
  ["a.py --out a", '"--format" is one of'],
  ["a.py --out a.bmp", 'no format "bmp"'],
  ["a.py --out a.svg --steps 9..6", "ends before it begins"],
  ["a.py --out a.svg --steps x", "--steps"],
  ["a.py --out a.svg --speed 2", '"--speed" says nothing'],
  ["a.py --out a.gif --columns 2", '"--columns" says nothing'],
  ["a.py --out a.gif --speed 3", "0.5, 1, 2"],
  ["a.py --out a.png --columns 0", "whole number from 1"],
  ["a.py --out a.png --scale 0", "above 0"],
  ["a.py --out a.png --scale 2 --size slide", "not both"],
  ["a.py --out a.png --theme blue", "light, dark, print"],
  ["a.py --out a.dot --theme dark", '"--theme" says nothing about data'],
  ["a.py --out a.png --timeline --steps 2", "A timeline shows all steps"],
  ["a.py --out a.png --timeline=yes", "takes no value"],
  ["a.py --out a.csv --table collections --steps 2", "is of all steps"],
])("export %s is refused: %s", (line, complaint) => {
  expect(read(line)).toContain(complaint);
});
