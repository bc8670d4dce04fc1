import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { bytes } from "../contract/ids";
import type { SessionEvent, StepSummary } from "../contract/session-events";
import { createUnsavedRecordings, type UnsavedRecordings } from "./unsaved-recordings";

let folder = "";
beforeEach(() => {
  folder = path.join(fs.mkdtempSync(path.join(os.tmpdir(), "unsaved-")), "unsaved");
});
afterEach(() => fs.rmSync(path.dirname(folder), { recursive: true }));

const start = (): UnsavedRecordings =>
  createUnsavedRecordings({
    folder,
    quiet: 1,
    write: (file) => Promise.resolve(fs.writeFileSync(file, "recording")),
  });
const files = (): readonly string[] => (fs.existsSync(folder) ? fs.readdirSync(folder) : []);

function run(unsaved: UnsavedRecordings, events: StepSummary["events"] = []): void {
  const session = 1;
  const script = { path: "/a b.py", name: "a b.py", text: "", example: false };
  const python = { path: "", version: "", implementation: "", origin: "" };
  const told: readonly SessionEvent[] = [
    { kind: "session-started", session, script, python },
    {
      kind: "steps-recorded",
      session,
      // Only what it is told about the events counts.
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion
      steps: [{ events } as StepSummary],
      unionVersion: 1,
      recordedBytes: bytes(10),
    },
    { kind: "phase-changed", session, phase: { kind: "paused-at-end" } },
  ];
  for (const event of told) unsaved.take(event);
}

test("a run is kept when it has come to rest, and offered after a crash until it is thrown away", async () => {
  run(start());
  await expect.poll(files).toHaveLength(1);
  const after = start();
  expect(after.leftOver()).toMatchObject({ kind: "unsaved-found", script: "a_b.py" });
  expect(start().leftOver()).toEqual(after.leftOver());
  after.discard();
  expect(files()).toEqual([]);
  expect(start().leftOver()).toBeUndefined();
});

test("nothing is left of a run that was saved, or that another run brings back", async () => {
  const saving = start();
  run(saving);
  await expect.poll(files).toHaveLength(1);
  saving.saved();
  expect(files()).toEqual([]);
  const ending = start();
  run(ending);
  await expect.poll(files).toHaveLength(1);
  await ending.end();
  expect(files()).toEqual([]);
});

test("what a person did at a pause survives a good end, written in time", async () => {
  const unsaved = start();
  run(unsaved, ["person"]);
  await unsaved.end();
  expect(start().leftOver()).toMatchObject({ script: "a_b.py" });
});

test("of many that were left over the five newest stay", () => {
  fs.mkdirSync(folder);
  for (let stamp = 1; stamp <= 8; stamp += 1)
    fs.writeFileSync(path.join(folder, `${stamp}00 a.py.ouroscope`), "");
  expect(path.basename(start().leftOver()?.path ?? "")).toBe("800 a.py.ouroscope");
  expect(files()).toHaveLength(5);
});
