/** `ouroscope record`: what it saves is reported like the script itself, and answers all as it did while it ran. */
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createCountCorrections } from "../agent/count-correction";
import { engineInProcess } from "../session/engine-in-process";
import { findTestPythons } from "../session/interpreters-for-tests";
import { saveRecording } from "./record-command";
import { makeReport } from "./report";
import type { RunCommand } from "./run-options";

const root = path.resolve(import.meta.dirname, "../..");
const agentFolder = path.join(root, "python-agent");
const surroundings = {
  agentFolder,
  connectEngine: engineInProcess,
  corrections: createCountCorrections(agentFolder),
};
const { pythons } = await findTestPythons();
const [python] = pythons;
const everything = { values: false, source: false };

let folder = "";
beforeAll(() => {
  folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "record-")));
});
afterAll(() => fs.rmSync(folder, { recursive: true }));

const runOf = (file: string): RunCommand => ({
  file,
  python: python?.path,
  maxSteps: 500,
  timeLimitSeconds: 60,
  scriptArgs: [],
});

test.skipIf(python === undefined)(
  "a saved recording is reported like the script it was made from",
  async () => {
    const script = path.join(folder, "script.py");
    fs.writeFileSync(script, "print('ä')\na = []\na.append(a)\ndel a\nraise ValueError('x')\n");
    const out = path.join(folder, "script.ouroscope");
    const saved = await saveRecording(
      { run: runOf(script), out, redaction: everything },
      surroundings,
      "1.2.3",
    );
    expect(saved).toMatchObject({
      ok: true,
      value: { steps: 5, ending: "The script stopped: ValueError at line 5." },
    });
    const live = await makeReport(runOf(script), surroundings);
    expect(live.ok).toBe(true);
    expect(await makeReport(runOf(out), surroundings)).toEqual(live);
  },
);

test.skipIf(python === undefined)(
  "a recording that cannot be saved or read is a failure, and nothing is left behind",
  async () => {
    const script = path.join(folder, "one.py");
    fs.writeFileSync(script, "a = 1\n");
    const out = path.join(folder, "nowhere", "one.ouroscope");
    const run = runOf(script);
    expect(await saveRecording({ run, out, redaction: everything }, surroundings, "")).toEqual({
      ok: false,
      failure: { kind: "save-failed", path: out, reason: "there is no such folder" },
    });
    const wrong = path.join(folder, "wrong.ouroscope");
    fs.writeFileSync(wrong, "no zip at all");
    expect(await makeReport(runOf(wrong), surroundings)).toEqual({
      ok: false,
      failure: { kind: "not-a-recording", path: wrong },
    });
    expect(fs.readdirSync(folder).filter((name) => name.endsWith(".part"))).toEqual([]);
  },
);
