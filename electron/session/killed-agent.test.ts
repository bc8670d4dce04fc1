import { afterEach, expect, test } from "vitest";
import { entryIndex } from "../contract/ids";
import { findTestPythons } from "./interpreters-for-tests";
import { sessionOver, type TestSession } from "./session-for-tests";

const { pythons } = await findTestPythons();
const seed = Number(process.env["OUROSCOPE_TEST_SEED"] ?? Date.now() % 100_000);
const kills = Number(process.env["OUROSCOPE_TEST_KILLS"] ?? 6);

let run: TestSession;
afterEach(() => run.end());

/** Numbers between 0 and 1 that follow from the seed (a linear congruential generator, Numerical Recipes). */
function randomFrom(start: number): () => number {
  let state = start >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const busy = [
  "import os",
  "print(os.getpid(), flush=True)",
  "class Node: pass",
  "kept = []",
  "for n in range(100_000):",
  "    node = Node()",
  "    node.ring = [node, 'x' * n]",
  "    kept.append(node)",
  "    if n % 7 == 0:",
  "        del kept[:5]",
];

test.each(Array.from({ length: kills }, (_, index) => seed + index))(
  "a Python killed at any moment leaves every completed step usable (seed %i)",
  async (own) => {
    const random = randomFrom(own);
    const python = pythons[Math.floor(random() * pythons.length)]!;
    run = sessionOver(python, { "script.py": busy }, { maxSteps: 1_000_000 });
    await expect.poll(() => run.text("stdout"), { timeout: 15_000 }).not.toBe("");
    await new Promise((resolve) => setTimeout(resolve, random() * 400));
    process.kill(Number(run.text("stdout")), "SIGKILL");
    const { outcome } = await run.until("ended");
    expect(outcome).toMatchObject({ kind: "killed", signal: "SIGKILL" });
    const steps = run.steps();
    expect(steps.map(({ entry }) => entry)).toEqual(steps.map((_, index) => index));
    const { ask } = run.session.engine;
    for (const at of [0, Math.floor(random() * steps.length), steps.length - 1]) {
      const entry = entryIndex(at);
      const view = await ask({ kind: "view", entry, options: { showHidden: false } });
      expect(view.entry).toBe(entry);
      expect(view.nodes.length).toBeLessThanOrEqual(150 + view.leftOut);
      await ask({ kind: "cycles", entry });
      for (const { id } of view.nodes.slice(0, 3))
        expect((await ask({ kind: "inspect", entry, node: id }))?.id).toBe(id);
    }
  },
  60_000,
);
