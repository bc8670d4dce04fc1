// Runs the Python agent's own tests on every interpreter found, and says which could not be had.
// `node electron/tooling/test-agent.mjs [--no-fetch] [3.9 3.14 ...]`; counts go to test-results/agent.json.
import { spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { projectRoot } from "./project-root.mjs";
import { providePythons } from "./pythons.mjs";
import { readUnittestCounts } from "./unittest-counts.mjs";

const agentFolder = path.join(projectRoot, "python-agent");
const versions = process.argv.slice(2).filter((parameter) => !parameter.startsWith("-"));
const chosen = ({ version }) => versions.length === 0 || versions.includes(version);

const provided = await providePythons({ fetch: !process.argv.includes("--no-fetch") });
const waiting = provided.pythons.filter(chosen);
const missing = provided.missing.filter(chosen);
const results = [];
const workers = Array.from({ length: Math.min(2, os.availableParallelism()) }, testNext);
await Promise.all(workers);
report();

async function testNext() {
  for (let python = waiting.shift(); python; python = waiting.shift()) {
    const result = await testOn(python);
    results.push(result);
    const { full, passed, failed, skipped, seconds } = result;
    console.log(
      `agent on CPython ${full.padEnd(8)} ${passed} passed, ${failed} failed, ${skipped} skipped (${seconds} s)`,
    );
    if (failed > 0) console.log(result.output);
  }
}

function testOn(python) {
  const started = performance.now();
  return new Promise((resolve) => {
    const child = spawn(python.path, ["-m", "unittest", "discover", "-s", "tests"], {
      cwd: agentFolder,
      // Each interpreter tests itself alone; by hand, one of them tests all.
      env: { ...process.env, PYTHONDONTWRITEBYTECODE: "1", OUROSCOPE_PYTHONS: python.path },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    const collect = (chunk) => (output += chunk);
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.once("error", collect);
    child.once("close", (exitCode) => {
      const counts = readUnittestCounts({ output, exitCode });
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      resolve({ version: python.version, full: python.full, ...counts, seconds, output });
    });
  });
}

function report() {
  for (const { version, reason } of missing) console.log(`agent on CPython ${version}: ${reason}`);
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  const counts = { passed: sum("passed"), failed: sum("failed"), skipped: sum("skipped") };
  if (results.length === 0) counts.failed = 1;
  const names = missing.map(({ version }) => version).join(", ") || "none";
  console.log(
    `agent: ${counts.passed} passed, ${counts.failed} failed on ${results.length} interpreters; missing: ${names}`,
  );
  const interpreters = results.map((result) => ({ ...result, output: undefined }));
  const folder = path.join(projectRoot, "test-results");
  fs.mkdirSync(folder, { recursive: true });
  const document = JSON.stringify({ ...counts, interpreters, missing }, undefined, 2);
  fs.writeFileSync(path.join(folder, "agent.json"), document);
  if (counts.failed > 0) process.exitCode = 1;
}
