/** The last run of a notebook's cell, as the manifest keeps it. */
import type { CellRun, CellState } from "../../contract/notebook";
import { DamagedPart } from "./arrow-batch";
import { countIn, isJson, jsonIn, listIn, shownIn, textOf, type Json } from "./json-values";
import { oneOf } from "./one-of";

export function readCell(cell: unknown): CellRun {
  if (!isJson(cell)) throw new DamagedPart("a cell");
  return {
    id: textOf(cell["id"]),
    run: countIn(cell, "run"),
    file: shownIn(cell, "file"),
    text: textOf(cell["text"]),
    skipped: listIn(cell, "skipped").map((line) => {
      if (!isJson(line)) throw new DamagedPart("a line");
      return { line: countIn(line, "line"), command: shownIn(line, "command") };
    }),
    state: stateOf(jsonIn(cell, "state")),
  };
}

function stateOf(state: Json): CellState {
  const kind = oneOf(["queued", "running", "done", "left", "failed"], textOf(state["kind"]));
  switch (kind) {
    case "queued":
    case "running":
      // It was on its way when the recording was saved, and does not go on.
      return { kind: "left" };
    case "done":
    case "left":
      return { kind };
    case "failed":
      return {
        kind,
        type: shownIn(state, "type"),
        message: textOf(state["message"]),
        line: state["line"] === undefined ? undefined : countIn(state, "line"),
        file: shownIn(state, "file"),
      };
  }
}
