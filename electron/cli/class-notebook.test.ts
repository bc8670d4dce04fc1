/** On every interpreter: the class notebook runs from top to bottom and prints what its text promises. */
import path from "node:path";
import { describe, expect, test } from "vitest";
import { createCountCorrections } from "../agent/count-correction";
import type { Report } from "../contract/report";
import { engineInProcess } from "../session/engine-in-process";
import { findTestPythons } from "../session/interpreters-for-tests";
import { makeReport } from "./report";

const root = path.resolve(import.meta.dirname, "../..");
const agentFolder = path.join(root, "python-agent");
const file = path.join(root, "assets/examples/memory_management.ipynb");
const corrections = createCountCorrections(agentFolder);
const { pythons } = await findTestPythons();

async function reportOn(python: string): Promise<Report> {
  const command = { file, python, maxSteps: 1000, timeLimitSeconds: 60, scriptArgs: [] };
  const surroundings = { agentFolder, connectEngine: engineInProcess, corrections };
  const answer = await makeReport(command, surroundings);
  if (!answer.ok) throw new Error(JSON.stringify(answer.failure));
  return answer.value;
}

/** What each cell printed. */
function printedBy({ steps }: Report): Readonly<Record<string, string>> {
  const printed: Record<string, string> = {};
  for (const { file: cell, stdout } of steps) printed[cell] = (printed[cell] ?? "") + stdout;
  return printed;
}

describe.each(pythons)("on Python $full", ({ path: python, version }) => {
  test("every cell of the class notebook says what it should", { timeout: 120_000 }, async () => {
    const report = await reportOn(python);
    expect(report.outcome).toMatchObject({ kind: "finished" });
    const printed = printedBy(report);
    const found = version === "3.9" || version === "3.10" ? 4 : 2;
    const both = (word: string): string => `Object obj1 ${word}\nObject obj2 ${word}\n`;
    expect(printed).toMatchObject({
      "Cell 1": "2\n",
      "In[10]": "3\n",
      "In[11]": "2\n",
      "In[12]": "",
      "In[13]": "",
      "In[14]": "0\n",
      "In[17]": "[]\n",
      "In[19]": `${both("created")}${both("deleted")}${found}\n`,
      "In[20]": "Garbage has no atribute collected []\n",
      "In[21]": Array.from({ length: 12 }, (_, number) => `${number}\n`).join(""),
    });
    expect(printed["In[16]"]?.match(/'collections': \d+/g)).toHaveLength(3);
    expect(printed["In[24]"]).toMatch(/^Top stats tops \n/);
    // The list is gone before the snapshot: nothing of its 8 KiB is held.
    expect(printed["In[24]"]).not.toMatch(/KiB/);
    const collecting = report.steps.find(({ collections }) =>
      collections.some(({ trigger, collected }) => trigger === "explicit" && collected === found),
    );
    expect(collecting).toMatchObject({ file: "In[19]", line: 24 });
  });
});
