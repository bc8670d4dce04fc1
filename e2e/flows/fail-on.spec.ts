/** The built command line in a build: exit code, list on stderr, document on stdout. Needs no window. */
import { expect, test } from "@playwright/test";
import { spawnSync } from "node:child_process";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../..");

function report(example: string, failOn: string) {
  const tool = path.join(root, "out", "cli", "ouroscope.js");
  const file = path.join(root, "assets", "examples", example);
  const words = [tool, "report", file, "--fail-on", failOn];
  const done = spawnSync(process.execPath, words, {
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
    timeout: 60_000,
  });
  const document: unknown = JSON.parse(done.stdout);
  return { ...done, document };
}

test("report --fail-on garbage exits with 1 and a list when there is a cycle", () => {
  const { status, stderr, document } = report("classic_cycle.py", "garbage");
  expect(status).toBe(1);
  expect(stderr).toContain("obj2.ref -> obj1, made by line 14: obj2.ref = obj1");
  expect(document).toMatchObject({ schema: "ouroscope-report/1" });
});

test("report --fail-on exits with 0 when there is nothing of the kind", () => {
  const { status, stderr, document } = report("classic_cycle.py", "uncollectable,resurrected");
  expect(status).toBe(0);
  expect(stderr).toBe("Nothing to fail on (uncollectable, resurrected).\n");
  expect(document).toMatchObject({ outcome: { kind: "finished" } });
});
