/** The questions about the graph, asked of a whole recording: the bundled classic cycle. */
import { describe, expect, test } from "vitest";
import { entryIndex, type EntryIndex } from "../contract/ids";
import type { GraphAnswers, GraphQuestion } from "../contract/graph-questions";
import { CLASSIC_CYCLE_SCRIPT, classicCycleMessages } from "./classic-cycle-for-tests";
import { createRecorder } from "./recorder";
import type { Recorder } from "./recorder-interface";

const recorder = record();

function record(): Recorder {
  const recorder = createRecorder({ scriptText: CLASSIC_CYCLE_SCRIPT });
  for (const message of classicCycleMessages()) recorder.accept(message);
  return recorder;
}

function ask<Kind extends GraphQuestion["kind"]>(
  kind: Kind,
  ...args: Extract<GraphQuestion, { kind: Kind }>["args"]
): GraphAnswers[Kind] {
  return recorder.answer({ kind, args } as unknown as GraphQuestion) as GraphAnswers[Kind];
}

/** The entry that completes a step. */
function at(step: number): EntryIndex {
  const found = recorder
    .stepsFrom(entryIndex(0))
    .find((summary) => summary.step === step && summary.inner === 0);
  return found!.entry;
}

function idOf(key: string): string {
  return recorder.view(at(6), { showHidden: false }).nodes.find((node) => node.key === key)!.id;
}

const obj1 = idOf("obj1");
const obj2 = idOf("obj2");
const first = `e:${obj1}:${obj2}:reference`;
const second = `e:${obj2}:${obj1}:reference`;

describe("why an object is alive", () => {
  test("changes with the names: its own, then the other's, then its cycle", () => {
    const options = { ignored: [], skip: 0 };
    expect(ask("whyAlive", at(6), obj1, options)!.sentence).toBe(
      "Alive because the global name obj1 refers to it.",
    );
    expect(ask("whyAlive", at(7), obj1, options)!.sentence).toBe(
      "Alive through the global name obj2: obj2.ref.",
    );
    expect(ask("whyAlive", at(8), obj1, options)).toMatchObject({
      kind: "unreachable",
      circle: [{ edge: first }, { edge: second }],
    });
    expect(ask("whyAlive", at(9), obj1, options)!.sentence).toBe(
      "obj1 is gone: freed in step 9 by the collector.",
    );
  });
});

describe("what if", () => {
  test("the names are cut: the pair waits for the collector, and the picture shows it as not real", () => {
    const names = ["obj1", "obj2"].map((name) => ({
      kind: "name" as const,
      name: `n:s:0:<module>:${name}`,
    }));
    const { view, waiting, freed } = ask("whatIf", at(6), names, { showHidden: false });
    expect(freed).toEqual([]);
    expect(waiting.map(({ key, hasFinalizer }) => `${key} ${hasFinalizer}`)).toEqual([
      "obj1 true",
      "obj2 true",
    ]);
    expect(view.notReal).toBe(true);
    expect(view.cycles).toMatchObject([{ number: 1, state: "unreachable" }]);
    expect(view.nodes.find(({ id }) => id === obj1)).toMatchObject({
      state: "unreachable",
      refcount: 1,
      was: 2,
    });
    expect(view.names.filter(({ deleted }) => deleted !== undefined)).toHaveLength(2);
  });

  test("one reference of the garbage is cut: both are freed at once, and stay as ghosts", () => {
    const cuts = [{ kind: "reference" as const, edge: second }];
    const { view, freed } = ask("whatIf", at(8), cuts, { showHidden: false });
    expect(freed.map(({ key }) => key)).toEqual(["obj1", "obj2"]);
    expect(view.nodes.filter(({ state }) => state === "freed").map(({ key }) => key)).toEqual([
      "obj1",
      "obj2",
    ]);
    expect(view.edges.find(({ id }) => id === second)?.deleted).toBeDefined();
    expect(recorder.view(at(8), { showHidden: false }).notReal).toBeUndefined();
  });
});

test("the smallest cut names the line that closed the cycle, and how to write it", () => {
  const [cycle] = recorder.view(at(8), { showHidden: false }).cycles;
  expect(ask("smallestCut", at(8), cycle!.id)).toEqual({
    cycle: cycle!.id,
    isSmallest: true,
    sentence: "Without obj2.ref there is no cycle: 1 reference, and fewer would not do.",
    references: [
      {
        edge: second,
        from: obj2,
        to: obj1,
        expression: "obj2.ref",
        label: ".ref",
        count: 1,
        made: { step: 6, line: 14, file: "", code: "obj2.ref = obj1" },
        fix: {
          code: "obj2.ref = weakref.ref(obj1)",
          note: "import weakref; then obj2.ref() is the object, or None once it is gone.",
        },
      },
    ],
  });
});

test("a reference says what it is and which line made it", () => {
  expect(ask("edgeFacts", at(7), first)).toMatchObject({
    kindText: "attribute",
    count: 1,
    ownsCount: true,
    made: { step: 5, line: 13 },
    sentence: "obj1.ref refers to obj2 since step 5: obj1.ref = obj2.",
  });
  expect(ask("edgeFacts", at(6), `e:n:s:0:<module>:obj2:${obj2}:name`)).toMatchObject({
    kindText: "global name",
    made: { step: 4, line: 12 },
  });
  expect(ask("edgeFacts", at(5), second)).toBeUndefined();
});
