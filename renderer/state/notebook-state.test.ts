import { expect, test } from "vitest";
import { bytes, entryIndex } from "../../electron/contract/ids";
import type { OutputChunk, StepSummary } from "../../electron/contract/session-events";
import { cellNameOf, printedByCell } from "./notebook-state";

const step = (entry: number, file: string, depth: number): StepSummary => ({
  entry: entryIndex(entry),
  step: entry,
  inner: 0,
  depth,
  file,
  line: 1,
  nextLine: undefined,
  code: "",
  scope: "",
  inMemory: 0,
  reachable: 0,
  garbageBytes: bytes(0),
  trackedTotal: 0,
  events: [],
  raised: false,
});
const said = (entry: number, text: string, stream: OutputChunk["stream"] = "stdout") => ({
  entry: entryIndex(entry),
  stream,
  text,
});

test("what an old cell's function prints belongs to the cell that called it", () => {
  const steps = [step(0, "", 0), step(1, "In[1]", 0), step(2, "In[1]", 1), step(3, "In[2]", 0)];
  const output = [said(1, "a"), said(2, "b"), said(3, "c"), said(3, "oh", "stderr"), said(4, "d")];
  expect([...printedByCell(output, steps, "In[2] run 2")]).toEqual([
    ["In[1]", "a"],
    ["In[2]", "bc"],
    ["In[2] run 2", "d"],
  ]);
});

test("a run is called after its cell", () => {
  expect(cellNameOf("In[19] run 2")).toBe("In[19]");
  expect(cellNameOf("/home/run 2")).toBe("/home/run 2");
});
