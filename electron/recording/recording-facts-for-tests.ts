/** What a session would say about a run, and all answers of a recording, to compare two; for tests. */
import { entryIndex } from "../contract/ids";
import type { RecordingFacts } from "../contract/recording-facts";
import type { ViewOptions } from "../contract/view-options";
import type { RecordingReader } from "./recorder-interface";

export const factsForTests: RecordingFacts = {
  script: { path: "/scripts/script.py", name: "script.py", text: "a = []\n", example: false },
  python: {
    path: "/usr/bin/python3",
    version: "3.11.7",
    implementation: "cpython",
    origin: "PATH",
  },
  exactness: { inexact: [], otherTracer: false },
  outcome: { kind: "finished", exitCode: 0 },
  output: [],
  cells: [],
  app: "0.1.0",
  platform: "linux",
};

const SHOWN: readonly ViewOptions[] = [
  { showHidden: false },
  { showHidden: true, shape: { generations: true, ghosts: "all", alwaysGroup: true } },
];

/** Everything that can be asked about one entry. */
export function answersAt(recording: RecordingReader, at: number): unknown {
  const entry = entryIndex(at);
  const views = SHOWN.map((options) => recording.view(entry, options));
  const nodes = views[0]?.nodes.map(({ id }) => id) ?? [];
  const cycles = recording.cycles(entry);
  return {
    views,
    cycles,
    outputEnd: recording.outputEnd(entry),
    inspected: nodes.map((id) => recording.inspect(entry, id)),
    alive: nodes.map((id) =>
      recording.answer({ kind: "whyAlive", args: [entry, id, { ignored: [], skip: 0 }] }),
    ),
    neighbours: nodes.map((id) => recording.answer({ kind: "neighbours", args: [entry, id, 10] })),
    edges: views[0]?.edges.map(({ id }) =>
      recording.answer({ kind: "edgeFacts", args: [entry, id] }),
    ),
    cuts: cycles.map(({ id }) => recording.answer({ kind: "smallestCut", args: [entry, id] })),
    types: recording.answer({ kind: "types", args: [entry] }),
    found: recording.answer({ kind: "search", args: [entry, "a"] }),
    substeps: recording.answer({ kind: "substeps", args: [entry, 0] }),
  };
}

/** Everything that can be asked about the whole. */
export function answersAboutAll(recording: RecordingReader): unknown {
  return {
    length: recording.length,
    unionVersion: recording.unionVersion,
    unions: SHOWN.map((options) => recording.unionGraph(options)),
    steps: recording.stepsFrom(entryIndex(0)),
    collections: recording.collections(),
    report: recording.reportSteps(),
  };
}
