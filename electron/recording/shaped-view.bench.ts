/** What the questions about the graph cost the engine: views of 1,500 pills, and of a heap in groups. */
import { bench, describe } from "vitest";
import { entryIndex } from "../contract/ids";
import type { ViewShape } from "../contract/view-options";
import { longRecording } from "./long-recording-for-tests";
import { createRecorder } from "./recorder";
import type { Recorder } from "./recorder-interface";

const STEPS = 40;

function record(objects: number): Recorder {
  const recorder = createRecorder({ scriptText: "nodes = []\n" });
  for (const message of longRecording(STEPS, objects)) recorder.accept(message);
  return recorder;
}

describe("1,500 objects drawn, an entry never the neighbour of the last", () => {
  const recorder = record(1500);
  let next = 0;
  const view = (shape: ViewShape): void => {
    next = (next + 17) % STEPS;
    recorder.view(entryIndex(next), { showHidden: false, shape });
  };
  bench("pills", () => view({}));
  bench("groups", () => view({ alwaysGroup: true }));
  bench("focus", () => view({ focus: { node: "o700", depth: 2 } }));
  bench("pills of one entry again and again", () => {
    recorder.view(entryIndex(20), { showHidden: false, shape: {} });
  });
});

describe("20,000 objects", () => {
  const recorder = record(20_000);
  const at = entryIndex(STEPS - 1);
  bench("groups", () => void recorder.view(at, { showHidden: false, shape: {} }));
  bench("search", () => void recorder.answer({ kind: "search", args: [at, "node refs>1"] }));
  bench("why alive", () => {
    recorder.answer({ kind: "whyAlive", args: [at, "o15000", { ignored: [], skip: 1 }] });
  });
  bench("retained sizes", () => void recorder.answer({ kind: "types", args: [at] }));
  bench("what if", () => {
    const cut = { kind: "name", name: "n:s:0:<module>:nodes" } as const;
    recorder.answer({ kind: "whatIf", args: [at, [cut], { showHidden: false, shape: {} }] });
  });
});
