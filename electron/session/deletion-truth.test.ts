/** On every interpreter: what a line freed is exactly what is gone, and an address that is used again is somebody else. */
import { describe, expect, test } from "vitest";
import type { AgentMessage } from "../contract/agent-message";
import { seeLines } from "../recording/freed-for-tests";
import { collectorModules, runUnderAgent } from "./agent-run-for-tests";
import { findTestPythons } from "./interpreters-for-tests";

const { pythons } = await findTestPythons();
/** A few here; thousands with OUROSCOPE_GRAPHS. */
const graphs = Number(process.env["OUROSCOPE_GRAPHS"] ?? 20);
const firstSeed = Number(
  process.env["OUROSCOPE_SEED"] ?? Math.floor(Date.now() / 1000) % 1_000_000,
);

function script(...lines: readonly string[]): string {
  const path = `sys.path.insert(0, ${JSON.stringify(collectorModules)})`;
  return ["import sys", path, ...lines, ""].join("\n");
}

const timeout = 60_000 + graphs * 2000;

describe.each(pythons)("on Python $full", { timeout }, ({ path: python }) => {
  test(`what dropping one reference frees is what is gone (seed ${firstSeed})`, async () => {
    const text = script(
      "import random_graphs",
      `for seed in range(${firstSeed}, ${firstSeed + graphs}):`,
      "    roots = random_graphs.roots_of(seed)",
      "    mark = random_graphs.look_before()",
      "    del roots[0]",
      "    random_graphs.look_after(mark)",
    );
    const { messages, stdout } = await runUnderAgent(python, text);
    const truths = stdout.trim().split("\n").map(addressesIn);
    const line = text.split("\n").indexOf("    del roots[0]") + 1;
    const wrong: string[] = [];
    let place = 0;
    let freed = 0;
    seeLines(messages, ({ step, died, before }) => {
      if (step.line !== line) return;
      const gone = truths[place] ?? new Set<number>();
      const dead = new Set(died.map(({ address }) => address));
      const survivors = died.filter(({ address }) => !gone.has(address));
      const missed = [...gone].filter((address) => before.has(address) && !dead.has(address));
      const types = survivors.map(({ typeName }) => typeName).join(", ");
      if (survivors.length + missed.length > 0)
        wrong.push(`seed ${firstSeed + place}: ${missed.length} missed, still alive: ${types}`);
      freed += died.length;
      place += 1;
    });
    expect(wrong).toEqual([]);
    expect(place).toBe(graphs);
    expect(freed).toBeGreaterThan(0);
  });

  test(`an object is the same as long as it lives, and nobody else ever is (seed ${firstSeed})`, async () => {
    const text = script(
      "import gc, random, random_graphs",
      `rng = random.Random(${firstSeed})`,
      "gc.set_threshold(50, 3, 3)",
      `for step in range(${graphs}):`,
      "    pool = random_graphs.churn(rng)",
      "    print(pool)",
    );
    const { messages, stdout } = await runUnderAgent(python, text);
    expect(wrongIdentities(messages, stdout.trim().split("\n"), text)).toEqual([]);
  });

  test("a chain of thousands goes with its one name", async () => {
    const chain = script(
      "from garbage_programs import N",
      "nodes = [N() for _ in range(3000)]",
      "_ = list(map(setattr, nodes, ['next'] * 3000, nodes[1:]))",
      "head = nodes[0]",
      "del nodes[:]",
      "del head",
      "pass",
    );
    const { messages } = await runUnderAgent(python, chain);
    const line = chain.split("\n").indexOf("del head") + 1;
    let freed = 0;
    seeLines(messages, ({ step, died }) => {
      if (step.line === line) freed += died.length;
    });
    expect(freed).toBeGreaterThanOrEqual(3000);
  });
});

function addressesIn(json: string): ReadonlySet<number> {
  // The script prints a list of numbers.
  return new Set(JSON.parse(json) as readonly number[]);
}

function wrongIdentities(
  messages: readonly AgentMessage[],
  pools: readonly string[],
  text: string,
): readonly string[] {
  const line = text.split("\n").indexOf("    pool = random_graphs.churn(rng)") + 1;
  const serialOf = new Map<number, number>();
  const numberOf = new Map<number, number>();
  const wrong: string[] = [];
  let place = 0;
  seeLines(messages, ({ step, serialAt }) => {
    if (step.line !== line) return;
    // The script prints pairs of number and address.
    const pool = JSON.parse(pools[place] ?? "[]") as readonly (readonly [number, number])[];
    place += 1;
    for (const [number, address] of pool) {
      const serial = serialAt(address);
      if (serial === undefined) wrong.push(`object ${number} is not known at step ${place}`);
      else {
        if ((serialOf.get(number) ?? serial) !== serial)
          wrong.push(`object ${number} became another`);
        if ((numberOf.get(serial) ?? number) !== number)
          wrong.push(`object ${number} is taken for an older one`);
        serialOf.set(number, serial);
        numberOf.set(serial, number);
      }
    }
  });
  return wrong;
}
