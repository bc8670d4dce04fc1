import { createCountCorrections } from "../agent/count-correction";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ReportStep } from "../contract/report";
import { engineInProcess } from "../session/engine-in-process";
import { findTestPythons } from "../session/interpreters-for-tests";
import { makeReport } from "./report";

const root = path.resolve(import.meta.dirname, "../..");
const agentFolder = path.join(root, "python-agent");
const corrections = createCountCorrections(agentFolder);
const { pythons } = await findTestPythons();

/** The one script that leaves nothing behind. */
const heldScript = "a cycle held from a live list";

/** Each leaves garbage behind in another way, keeps something alive beside it, and then collects. */
const scripts: Readonly<Record<string, string>> = {
  "a list in itself": "a = []\na.append(a)\ndel a",
  "a dict and a list": "d = {}\nl = [d]\nd['l'] = l\nkept = [1]\ndel d, l",
  "a cycle with a tail":
    "class N: pass\na = N()\nb = N()\na.b = b\nb.a = a\nb.tail = [[], {}]\ndel a, b",
  [heldScript]: "class N: pass\na = N()\na.me = a\nkept = [a]\ndel a",
  "two cycles, one held by the other": "a = []\nb = [a]\nb.append(b)\na.append(a)\ndel a\ndel b",
  "a closure over itself":
    "def make():\n    def inner(): return inner\n    return inner\nf = make()\ndel f",
  "an exception with its traceback":
    "class Box: pass\ndef fail(box):\n    try:\n        raise ValueError\n    except ValueError as e:\n        box.error = e\nb = Box()\nfail(b)\ndel b",
  finalizers:
    "class N:\n    def __del__(self): pass\na = N()\nb = N()\na.b = b\nb.a = a\ndel a\ndel b",
  "a method kept by its object": "class N:\n    def m(self): pass\na = N()\na.m = a.m\ndel a",
  "a generator in its own frame":
    "def g():\n    me = yield\n    yield me\na = g()\nnext(a)\na.send(a)\ndel a",
  "a class that is dropped": "class N: pass\na = N()\na.me = a\ndel N\ndel a",
};

let folder = "";
beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "truth-"));
});
afterAll(() => fs.rmSync(folder, { recursive: true }));

async function stepsOf(python: string, name: string, text: string): Promise<readonly ReportStep[]> {
  const file = path.join(folder, `${name.replaceAll(/\W/g, "_")}.py`);
  fs.writeFileSync(file, `import gc\n${text}\ngc.collect()\n`);
  const command = { file, python, maxSteps: 500, timeLimitSeconds: 60, scriptArgs: [] };
  const answer = await makeReport(command, {
    agentFolder,
    connectEngine: engineInProcess,
    corrections,
  });
  if (!answer.ok) throw new Error(JSON.stringify(answer.failure));
  return answer.value.steps;
}

describe.each(pythons)("on Python $full", ({ path: python }) => {
  test.each(Object.entries(scripts))(
    "what is called unreachable is what the collector frees: %s",
    async (name, text) => {
      const steps = await stepsOf(python, name, text);
      const outer = steps.filter(({ inner }) => inner === 0);
      const [before, after] = outer.slice(-2);
      const predicted = before?.objects
        .filter(({ state }) => state === "unreachable")
        .map(({ key }) => key);
      const freed = after?.freed.filter(({ by }) => by === "collector").map(({ key }) => key);
      expect(predicted?.length === 0).toBe(name === heldScript);
      expect(freed?.toSorted()).toEqual(predicted?.toSorted());
      expect(after?.objects.filter(({ state }) => state === "unreachable")).toEqual([]);
    },
  );
});
