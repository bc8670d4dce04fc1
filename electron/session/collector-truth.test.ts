/** On every interpreter: what the recording calls unreachable is what CPython says it found, object by object and in its order. */
import { describe, expect, test } from "vitest";
import { findTestPythons } from "./interpreters-for-tests";
import { collectorModules, runUnderAgent } from "./agent-run-for-tests";
import { checkCollections, type CheckedCollection } from "../recording/collections-for-tests";

const { pythons } = await findTestPythons();
const programs = 73;
/** A few here; thousands with OUROSCOPE_GRAPHS. */
const graphs = Number(process.env["OUROSCOPE_GRAPHS"] ?? 50);
/** Each program with each generation in a big run. */
const turns = graphs < 200 ? [0] : [0, 1, 2];
const firstSeed = Number(
  process.env["OUROSCOPE_SEED"] ?? Math.floor(Date.now() / 1000) % 1_000_000,
);

function script(...lines: readonly string[]): string {
  return [
    "import sys",
    `sys.path.insert(0, ${JSON.stringify(collectorModules)})`,
    ...lines,
    "",
  ].join("\n");
}

/** Differences as a person would want to read them. */
function differences(collections: readonly CheckedCollection[]): readonly string[] {
  return collections.flatMap(({ said, predicted }, place) => {
    if (said.join() === predicted.join()) return [];
    const missed = said.filter((object) => !predicted.includes(object)).length;
    const wrong = predicted.filter((object) => !said.includes(object)).length;
    return [
      `${place}: found ${said.length}, predicted ${predicted.length}, ${missed} missed, ${wrong} wrong`,
    ];
  });
}

const timeout = 120_000 + graphs * 2000;

describe.each(pythons)("on Python $full", { timeout }, ({ path: python }) => {
  test(`what a collection finds in a random graph is known before, in its order (seed ${firstSeed})`, async () => {
    const run = await runUnderAgent(
      python,
      script(
        "import random_graphs",
        "random_graphs.speak()",
        `for seed in range(${firstSeed}, ${firstSeed + graphs}):`,
        "    random_graphs.collect_one(seed)",
        "random_graphs.be_quiet()",
      ),
    );
    const collections = checkCollections(run.messages, run.stderr);
    expect(collections.length).toBeGreaterThanOrEqual(graphs);
    expect(differences(collections)).toEqual([]);
  });

  test.each(turns)(
    "what a collection finds after each of many small programs is known before (generations by turns, from %i)",
    async (turn) => {
      const run = await runUnderAgent(
        python,
        script(
          "import garbage_programs, random_graphs",
          "random_graphs.speak()",
          "for place, program in enumerate(garbage_programs.PROGRAMS):",
          `    garbage_programs.collect_after(program, (2, 0, 1)[(place + ${turn}) % 3])`,
          "random_graphs.be_quiet()",
        ),
      );
      const collections = checkCollections(run.messages, run.stderr);
      expect(collections).toHaveLength(2 * programs);
      expect(differences(collections)).toEqual([]);
    },
  );

  test(`what automatic collections find is known before (seed ${firstSeed})`, async () => {
    const run = await runUnderAgent(
      python,
      script(
        "import random_graphs",
        "random_graphs.speak()",
        `random_graphs.collect_by_itself(${firstSeed}, ${graphs})`,
        "random_graphs.be_quiet()",
      ),
    );
    const collections = checkCollections(run.messages, run.stderr);
    expect(collections.length).toBeGreaterThan(graphs / 10);
    expect(collections.filter(({ record }) => record?.trigger === "automatic")).not.toEqual([]);
    expect(differences(collections)).toEqual([]);
  });
});
