/** On every interpreter: each bundled example shows what it says, by what the engine found while it ran. */
import fs from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { createCountCorrections } from "../agent/count-correction";
import type { Report } from "../contract/report";
import { engineInProcess } from "../session/engine-in-process";
import { findTestPythons } from "../session/interpreters-for-tests";
import { exampleClaims } from "./example-claims-for-tests";
import { factsOf } from "./example-facts-for-tests";
import { makeReport } from "./report";

const root = path.resolve(import.meta.dirname, "../..");
const agentFolder = path.join(root, "python-agent");
const examples = path.join(root, "assets/examples");
const corrections = createCountCorrections(agentFolder);
const scripts = fs.readdirSync(examples).filter((name) => name.endsWith(".py"));
const { pythons } = await findTestPythons();

async function reportOf(script: string, python: string): Promise<Report> {
  const command = {
    file: path.join(examples, script),
    python,
    maxSteps: 1000,
    timeLimitSeconds: 60,
    scriptArgs: [],
  };
  const surroundings = { agentFolder, connectEngine: engineInProcess, corrections };
  const answer = await makeReport(command, surroundings);
  if (!answer.ok) throw new Error(JSON.stringify(answer.failure));
  return answer.value;
}

test("every bundled example has a claim, and every claim an example in the catalogue", () => {
  const catalogue = fs.readFileSync(path.join(examples, "catalogue.json"), "utf8");
  // The catalogue is our own file.
  const listed = (JSON.parse(catalogue) as readonly { readonly file: string }[]).map(
    ({ file }) => file,
  );
  expect(Object.keys(exampleClaims).toSorted()).toEqual(scripts.toSorted());
  expect(listed.toSorted()).toEqual(scripts.toSorted());
});

describe.each(pythons)("on Python $full", ({ path: python }) => {
  test.concurrent.each(scripts)(
    "%s shows what it teaches",
    { timeout: 120_000 },
    async (script) => {
      const report = await reportOf(script, python);
      expect(report.outcome).toMatchObject({ kind: "finished" });
      exampleClaims[script]?.(factsOf(report));
    },
  );
});
