import { createCountCorrections } from "../agent/count-correction";
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Report } from "../contract/report";
import { engineInProcess } from "../session/engine-in-process";
import { findTestPythons } from "../session/interpreters-for-tests";
import { oddCalls } from "./odd-calls-for-tests";
import { oddEndings } from "./odd-endings-for-tests";
import { oddObjects } from "./odd-objects-for-tests";
import { makeReport } from "./report";
import { brokenRules } from "./report-invariants-for-tests";

const agentFolder = path.resolve(import.meta.dirname, "../../python-agent");
const corrections = createCountCorrections(agentFolder);
const { pythons } = await findTestPythons();
/** One for each way of following lines: the trace hook of 3.9, that of 3.11, and monitoring, from its first to its newest. */
const chosen = pythons.filter(
  ({ version }, place) =>
    place === 0 || place === pythons.length - 1 || version === "3.11" || version === "3.13",
);

let folder = "";
beforeAll(() => {
  folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "odd-")));
});
afterAll(() => fs.rmSync(folder, { recursive: true }));

interface Run {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number | null;
}

function runPlainly(python: string, file: string): Run {
  const options = { cwd: path.dirname(file), encoding: "utf8" } as const;
  const { stdout, stderr, status, signal } = spawnSync(python, [file], options);
  return { stdout, stderr, exitCode: signal === "SIGINT" ? 130 : status };
}

async function report(python: string, file: string): Promise<Report> {
  const command = { file, python, maxSteps: 5000, timeLimitSeconds: 60, scriptArgs: [] };
  const answer = await makeReport(command, {
    agentFolder,
    connectEngine: engineInProcess,
    corrections,
  });
  if (!answer.ok) throw new Error(JSON.stringify(answer.failure));
  return answer.value;
}

function runOf({ outcome, steps }: Report): Run {
  return {
    stdout: steps.map(({ stdout }) => stdout).join(""),
    stderr: steps.map(({ stderr }) => stderr).join(""),
    exitCode: outcome.exitCode,
  };
}

function endOf({ outcome, steps }: Report): object {
  return { kind: outcome.kind, line: outcome.line, entries: steps.length };
}

describe.each(chosen)(
  "on Python $full, as without the recording, ends and prints a script that",
  ({ path: python }) => {
    test.each(Object.entries({ ...oddCalls, ...oddObjects, ...oddEndings }))(
      "%s",
      async (_, { text, hasThreads = false, kind = "finished", ...end }) => {
        const file = path.join(fs.mkdtempSync(path.join(folder, "run-")), "odd.py");
        fs.writeFileSync(file, text);
        const document = await report(python, file);
        expect(brokenRules(document, { hasThreads })).toEqual([]);
        expect(runOf(document)).toEqual(runPlainly(python, file));
        expect(endOf(document)).toMatchObject({ kind, ...end });
      },
    );
  },
);
