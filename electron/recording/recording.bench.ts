/** What a recording of 2,000 steps over 200 objects costs: taking it in, and any one picture of it. */
import { bench, describe } from "vitest";
import { entryIndex } from "../contract/ids";
import { longRecording } from "./long-recording-for-tests";
import { createRecorder } from "./recorder";
import type { Recorder } from "./recorder-interface";

const STEPS = 2000;
const messages = longRecording(STEPS, 200);

function record(): Recorder {
  const recorder = createRecorder({ scriptText: "nodes = []\n" });
  for (const message of messages) recorder.accept(message);
  return recorder;
}

const recorder = record();
let next = 0;

describe("2,000 steps over 200 objects", () => {
  bench("accept the whole run", () => void record(), {
    iterations: 2,
    time: 0,
    warmupIterations: 0,
    warmupTime: 0,
  });
  bench("view of some entry, never the neighbour of the last", () => {
    next = (next + 977) % STEPS;
    recorder.view(entryIndex(next), { showHidden: false });
  });
  bench("inspect one object", () => {
    next = (next + 977) % STEPS;
    recorder.inspect(entryIndex(next), "o5");
  });
});
