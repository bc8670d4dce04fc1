import { expect, test } from "vitest";
import type { NotebookCell } from "../../contract/notebook";
import { readNotebook } from "./notebook-file";

function cellsOf(content: unknown): readonly NotebookCell[] {
  const answer = readNotebook(JSON.stringify(content));
  if (!answer.ok) throw new Error(answer.reason);
  return answer.notebook.cells;
}

function reasonOf(text: string): string {
  const answer = readNotebook(text);
  if (answer.ok) throw new Error("It was read.");
  return answer.reason;
}

const code = (source: unknown, number: number | null = null, outputs: unknown = []) => ({
  cell_type: "code",
  source,
  execution_count: number,
  outputs,
});

test("a notebook of format 4 has its cells in order, texts in one piece or in lines", () => {
  const cells = cellsOf({
    nbformat: 4,
    nbformat_minor: 5,
    cells: [{ cell_type: "markdown", source: ["# A\n", "b"] }, code("a = 1\r\nb = 2", 7)],
  });
  expect(cells).toEqual([
    { kind: "markdown", id: "cell-1", text: "# A\nb" },
    { kind: "code", id: "cell-2", name: "In[7]", text: "a = 1\nb = 2", saved: [] },
  ]);
});

test("a notebook of format 3 has worksheets, inputs and headings", () => {
  const cells = cellsOf({
    nbformat: 3,
    worksheets: [
      {
        cells: [
          { cell_type: "heading", level: 2, source: "Title" },
          {
            cell_type: "code",
            input: ["1 + 1"],
            prompt_number: 2,
            outputs: [
              { output_type: "pyout", text: ["2"] },
              { output_type: "pyerr", ename: "E", evalue: "v" },
            ],
          },
        ],
      },
    ],
  });
  expect(cells).toEqual([
    { kind: "markdown", id: "cell-1", text: "## Title" },
    {
      kind: "code",
      id: "cell-2",
      name: "In[2]",
      text: "1 + 1",
      saved: [
        { kind: "value", text: "2" },
        { kind: "error", text: "E: v" },
      ],
    },
  ]);
});

test("cells without a number of their own are called by their place among the code", () => {
  const cells = cellsOf({ nbformat: 4, cells: [code("a"), code("b", 3), code("c", 3)] });
  const names = cells.map((cell) => (cell.kind === "code" ? cell.name : ""));
  expect(names).toEqual(["Cell 1", "Cell 2", "Cell 3"]);
});

test("a broken cell is named with its place, and those around it stay", () => {
  const cells = cellsOf({
    nbformat: 4,
    cells: [code("a = 1"), 17, code(null), { cell_type: "slide", source: "x" }, code("b = 2")],
  });
  expect(cells.map(({ kind }) => kind)).toEqual(["code", "broken", "broken", "broken", "code"]);
  expect(cells[3]).toMatchObject({ place: 4, reason: "its kind is “slide”" });
});

test("saved pictures are named and left out", () => {
  const picture = { output_type: "display_data", data: { "image/png": "AAAA" } };
  const stream = { output_type: "stream", name: "stdout", text: ["a\n", "b\n"] };
  expect(cellsOf({ nbformat: 4, cells: [code("a", 1, [stream, picture, 5])] })[0]).toMatchObject({
    saved: [
      { kind: "text", text: "a\nb\n" },
      { kind: "left-out", text: "a picture" },
    ],
  });
});

test("500 cells are read", () => {
  const cells = Array.from({ length: 500 }, (_, at) => code(`a = ${at}`, at));
  expect(cellsOf({ nbformat: 4, cells })).toHaveLength(500);
});

test("what is no notebook that can be opened is refused with the reason", () => {
  expect(reasonOf("{")).toContain("not valid JSON");
  expect(reasonOf("[1]")).toContain("no notebook");
  expect(reasonOf('{"cells": []}')).toContain("format");
  expect(reasonOf('{"nbformat": 5, "cells": []}')).toContain("format 5, which is newer");
  expect(reasonOf('{"nbformat": 2, "worksheets": []}')).toContain("format 2, which is older");
  expect(reasonOf('{"nbformat": 4}')).toContain("no list of cells");
  const metadata = { kernelspec: { language: "R" } };
  expect(reasonOf(JSON.stringify({ nbformat: 4, metadata, cells: [] }))).toContain("R, not Python");
});
