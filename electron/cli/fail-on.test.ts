/** `report --fail-on` as a build uses it: what it says, its exit code, and the examples of its documentation. */
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createCountCorrections } from "../agent/count-correction";
import { engineInProcess } from "../session/engine-in-process";
import { findTestPythons } from "../session/interpreters-for-tests";
import { findingsText } from "./findings-text";
import { takeReport, type ReportEnd } from "./report";

const root = path.resolve(import.meta.dirname, "../..");
const agentFolder = path.join(root, "python-agent");
const corrections = createCountCorrections(agentFolder);
const { pythons } = await findTestPythons();
const documentation = fs.readFileSync(path.join(root, "assets/help/command-line.md"), "utf8");
const everything = ["garbage", "uncollectable", "resurrected"] as const;

let folder = "";
beforeAll(() => {
  folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "fail-on-")));
});
afterAll(() => fs.rmSync(folder, { recursive: true }));

async function endOf(python: string, name: string, text: string): Promise<ReportEnd> {
  const file = path.join(folder, name);
  fs.writeFileSync(file, text);
  const command = { file, python, maxSteps: 500, timeLimitSeconds: 60, scriptArgs: [] };
  const surroundings = { agentFolder, connectEngine: engineInProcess, corrections };
  const ignored = { begin: () => undefined, take: () => undefined };
  const answer = await takeReport(command, surroundings, ignored, everything);
  if (!answer.ok) throw new Error(JSON.stringify(answer.failure));
  return answer.value;
}

const troubled = [
  "import gc",
  "kept = []",
  "class Phoenix:",
  "    def __del__(self):",
  "        kept.append(self)",
  "phoenix = Phoenix()",
  "del phoenix",
  "ring = [1]",
  "ring.append(ring)",
  "gc.set_debug(gc.DEBUG_SAVEALL)",
  "del ring",
  "gc.collect()",
  "gc.set_debug(0)",
  "",
].join("\n");

describe.each(pythons)("on Python $full", ({ path: python }) => {
  test("the classic cycle is garbage, and is said to be so as the documentation shows it", async () => {
    const classic = fs.readFileSync(path.join(root, "assets/examples/classic_cycle.py"), "utf8");
    const end = await endOf(python, "classic.py", classic);
    const text = findingsText(end, ["garbage"]);
    const shown = /```\n(Failed on garbage[^`]*)```/.exec(documentation)?.[1];
    // Sizes are another matter on each version.
    const withoutSizes = (words = ""): string => words.replaceAll(/\d+ B/g, "N B");
    expect(withoutSizes(text)).toBe(withoutSizes(shown));
  });

  test("each kind of trouble is found where it happened, and nothing else", async () => {
    const { findings } = await endOf(python, "troubled.py", troubled);
    const said = findings.map(
      ({ kind, since, objects }) =>
        `${kind} ${objects.map(({ key }) => key).join()} line ${since.line}`,
    );
    expect(said).toEqual([
      "resurrected phoenix line 7",
      "garbage ring line 11",
      "uncollectable ring line 12",
    ]);
  });

  test("a script without cycles has nothing to fail on, whatever the libraries do", async () => {
    const text = "import json, logging\nbox = {'a': [1]}\njson.dumps(box)\ndel box\n";
    const end = await endOf(python, "clean.py", text);
    expect(findingsText(end, everything)).toBe(
      "Nothing to fail on (garbage, uncollectable, resurrected).\n",
    );
  });
});

test("a script that does not reach its end says so", async () => {
  const end = await endOf(pythons[0]?.path ?? "", "raises.py", "a = 1\nraise ValueError\n");
  expect(findingsText(end, ["garbage"])).toBe(
    "Nothing to fail on (garbage).\nThe script did not run to its end: it raised ValueError. What would have come after was not looked at.\n",
  );
});

/** A stand-in takes npm's place: what the command itself says and exits with is tested above. */
test("the pytest example of the documentation does what it says, run as plain Python", () => {
  const example = /```python\n([^`]*)```/.exec(documentation)?.[1] ?? "";
  expect(example).toContain("def test_typical_use_leaves_no_cycles");
  const home = path.join(folder, "project");
  fs.mkdirSync(path.join(home, "examples"), { recursive: true });
  fs.mkdirSync(path.join(home, "bin"));
  // In place of npm: writes down how it was called, and finds something in a script called after it.
  fs.writeFileSync(
    path.join(home, "bin", "npm"),
    '#!/bin/sh\necho "$PWD $*" >> "$OUROSCOPE/calls"\ncase "$6" in *ring*) echo "Failed on garbage" >&2; exit 1;; esac\n',
    { mode: 0o755 },
  );
  fs.writeFileSync(path.join(home, "examples", "typical_use.py"), "pass\n");
  fs.writeFileSync(
    path.join(home, "try_it.py"),
    `${example}\ntest_typical_use_leaves_no_cycles()\nassert leaves_behind("ring.py") == "Failed on garbage\\n"\n`,
  );
  const done = spawnSync(pythons.at(-1)?.path ?? "python3", ["try_it.py"], {
    cwd: home,
    encoding: "utf8",
    env: {
      ...process.env,
      PATH: `${path.join(home, "bin")}${path.delimiter}${process.env["PATH"] ?? ""}`,
      OUROSCOPE: home,
    },
  });
  expect(done).toMatchObject({ status: 0, stderr: "" });
  const [first = ""] = fs.readFileSync(path.join(home, "calls"), "utf8").split("\n");
  expect(first).toMatch(
    /run -s ouroscope -- report \/.*typical_use\.py --python \S+ --fail-on garbage,uncollectable$/,
  );
});
