import { expect, test } from "vitest";
import { collectionStages } from "./collection-stages";
import { classicViews } from "./gallery/classic-cycle-views";

const stages = collectionStages(classicViews[8], classicViews[9]);
const scratch = (number: number): string[] => [...(stages[number - 1]?.scratch ?? [])].map(String);

test("the counts are copied, then what comes from inside is taken off until nothing is left over", () => {
  expect(scratch(1)).toEqual(["o1,1", "o2,1"]);
  expect(scratch(2)).toEqual(["o1,0", "o2,0"]);
  expect(stages[1]?.words).toBe(
    "One is taken off for each reference from inside: obj1 1 − 1 = 0 and obj2 1 − 1 = 0.",
  );
});

test("every sub-step says in one line what the collector did", () => {
  expect(stages.map((stage) => `${stage.number} ${stage.words}`)).toEqual([
    "1 The counts of obj1 and obj2 are copied: 1 and 1.",
    "2 One is taken off for each reference from inside: obj1 1 − 1 = 0 and obj2 1 − 1 = 0.",
    "3 Nothing has anything left over, so nothing is kept.",
    "4 There are no weak references to clear. obj1 and obj2: finalizer ran.",
    "5 Nothing was resurrected.",
    "6 2 objects freed, 112 bytes.",
  ]);
});

test("the subtraction pulses once along each reference inside the cycle", () => {
  const pulses = stages[1]?.story.changes.filter((change) => change.kind === "pulse") ?? [];
  expect(pulses.map((pulse) => pulse.edges)).toEqual([
    ["e:o1:o2:reference"],
    ["e:o2:o1:reference"],
  ]);
});

test("the objects are ghosts only in the last sub-step, and no sub-step takes more than 700 ms", () => {
  const states = stages.map(({ view }) => view.nodes.find((node) => node.id === "o1")?.state);
  expect(states).toEqual([...Array.from({ length: 5 }, () => "unreachable"), "freed"]);
  for (const { story } of stages) expect(story.duration).toBeLessThanOrEqual(700);
});

test("what has more than its references from inside is kept, with what it reaches", () => {
  const [collection] = classicViews[9].collections;
  if (collection === undefined) throw new Error("Step 9 has a collection.");
  const held = {
    ...classicViews[9],
    collections: [
      {
        ...collection,
        subtraction: [
          { node: "o1", refcount: 2, inside: 1 },
          { node: "o2", refcount: 1, inside: 1 },
        ],
        kept: ["o2"],
      },
    ],
  };
  const third = collectionStages(classicViews[8], held)[2];
  expect([...(third?.scratch ?? [])]).toEqual([
    ["o1", "kept"],
    ["o2", "kept"],
  ]);
});

test("a step without a collection has no sub-steps", () => {
  expect(collectionStages(classicViews[7], classicViews[8])).toEqual([]);
});
