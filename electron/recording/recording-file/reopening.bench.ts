/** What saving and reopening a recording of 10,000 steps costs. */
import { bench, describe } from "vitest";
import { entryIndex } from "../../contract/ids";
import { longRecording } from "../long-recording-for-tests";
import { createRecorder } from "../recorder";
import { factsForTests } from "../recording-facts-for-tests";
import { reopenRecording } from "../reopen-recording";

const STEPS = 10_000;
const recorder = createRecorder({ scriptText: "nodes = []\n" });
for (const message of longRecording(STEPS, 100)) recorder.accept(message);

const write = (): Uint8Array => recorder.file(factsForTests, [], { values: false, source: false });
const bytes = write();
const few = { iterations: 3, time: 0, warmupIterations: 0, warmupTime: 0 };

describe("10,000 steps over 100 objects", () => {
  bench("save", () => void write(), few);
  bench(
    "reopen, and show the last step",
    () => {
      const reader = reopenRecording(bytes).recording?.reader;
      reader?.view(entryIndex(STEPS), { showHidden: false });
      reader?.unionGraph({ showHidden: false });
    },
    few,
  );
});
