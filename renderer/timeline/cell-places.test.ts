import { expect, test } from "vitest";
import { bytes, entryIndex } from "../../electron/contract/ids";
import type { StepSummary } from "../../electron/contract/session-events";
import { cellPlaces } from "./cell-places";
import { slotX, timelineScale, wholeRecording } from "./timeline-scale";

const steps = (files: readonly string[]): readonly StepSummary[] =>
  files.map((file, entry) => ({
    entry: entryIndex(entry),
    step: entry,
    inner: 0,
    depth: 0,
    file,
    line: 1,
    nextLine: undefined,
    code: "pass",
    scope: "<module>",
    inMemory: 0,
    reachable: 0,
    garbageBytes: bytes(0),
    trackedTotal: 0,
    events: [],
    raised: false,
  }));

test("each run of a cell is marked where it begins, and nothing of a script is", () => {
  const files = ["", "In[1]", "In[1]", "Cell 2", "In[1] run 2"];
  const scale = timelineScale(steps(files), 1000, wholeRecording);
  expect(cellPlaces(scale)).toEqual([
    { x: slotX(scale, 1), name: "In[1]" },
    { x: slotX(scale, 3), name: "Cell 2" },
    { x: slotX(scale, 4), name: "In[1] run 2" },
  ]);
  expect(cellPlaces(timelineScale(steps(["", "", ""]), 1000, wholeRecording))).toEqual([]);
});

test("where cells are close together only some are named", () => {
  const scale = timelineScale(
    steps(Array.from({ length: 200 }, (_, at) => `In[${at}]`)),
    600,
    wholeRecording,
  );
  const places = cellPlaces(scale);
  expect(places).toHaveLength(200);
  const named = places.filter(({ name }) => name !== "");
  expect(named.length).toBeGreaterThan(3);
  expect(named.length).toBeLessThan(20);
});
