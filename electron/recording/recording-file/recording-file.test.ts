/** What is saved and reopened answers everything as the recording did that was saved. */
import { describe, expect, test } from "vitest";
import { entryIndex } from "../../contract/ids";
import { classicCycleMessages, CLASSIC_CYCLE_SCRIPT } from "../classic-cycle-for-tests";
import { longRecording } from "../long-recording-for-tests";
import { createRecorder } from "../recorder";
import type { Recorder } from "../recorder-interface";
import { answersAboutAll, answersAt, factsForTests } from "../recording-facts-for-tests";
import { reopenRecording, type ReopenedRecording } from "../reopen-recording";

const EVERYTHING = { values: false, source: false };

function classicCycle(): Recorder {
  const recorder = createRecorder({ scriptText: CLASSIC_CYCLE_SCRIPT });
  for (const message of classicCycleMessages()) recorder.accept(message);
  return recorder;
}

function reopened(bytes: Uint8Array): ReopenedRecording {
  const { trouble, recording } = reopenRecording(bytes);
  expect(trouble).toBeUndefined();
  if (recording === undefined) throw new Error("Nothing was read");
  return recording;
}

describe("a reopened recording", () => {
  test("answers everything about every step as the one that was saved", () => {
    for (const live of [classicCycle(), longerRun()]) {
      const { reader } = reopened(live.file(factsForTests, [], EVERYTHING));
      expect(answersAboutAll(reader)).toEqual(answersAboutAll(live));
      for (let entry = 0; entry < live.length; entry += 1)
        expect(answersAt(reader, entry)).toEqual(answersAt(live, entry));
    }
  });

  test("says what was said about the run, with its output and sources", () => {
    const facts = {
      ...factsForTests,
      outcome: { kind: "raised", exitCode: 1, line: 3, type: "E", message: "no" },
      cells: [
        {
          id: "a",
          run: 2,
          file: "In[1] run 2",
          text: "%ls",
          skipped: [{ line: 1, command: "%ls" }],
          state: { kind: "failed", type: "E", message: "no", line: 1, file: "" },
        },
      ],
      output: [{ entry: entryIndex(2), stream: "stdout", text: "ÄB\n\uFEFFc" }],
    } as const;
    const sources = [{ path: "/scripts/shop.py", text: "x = 'ä'\r\n" }];
    const again = reopened(classicCycle().file(facts, sources, EVERYTHING));
    expect(again.facts).toEqual(facts);
    expect(again.sources).toEqual(sources);
  });

  test("can be saved again, to the same bytes", () => {
    const bytes = classicCycle().file(factsForTests, [], EVERYTHING);
    const { reader, facts, sources } = reopened(bytes);
    expect(Buffer.compare(reader.file(facts, sources, EVERYTHING), bytes)).toBe(0);
  });
});

function longerRun(): Recorder {
  const recorder = createRecorder({ scriptText: "nodes = []\n" });
  for (const message of longRecording(70, 12)) recorder.accept(message);
  return recorder;
}
