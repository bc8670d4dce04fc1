// `npm run check`: format, lint with import boundaries, types, dead code, Python lint and Python types, two at a time.
// `npm run check -- lint types` runs some of them. Everything it says about a check is printed when that check is done.
import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { projectRoot } from "./project-root.mjs";
import { ensureDependencies } from "./setup.mjs";

const inModules = (...names) => path.join(projectRoot, "node_modules", ...names);

const checks = {
  types: [inModules("typescript", "bin", "tsc"), "-b"],
  lint: [inModules("oxlint", "bin", "oxlint"), "--type-aware", "--deny-warnings"],
  format: [inModules("oxfmt", "bin", "oxfmt"), "--check", "."],
  dead: [inModules("knip", "bin", "knip.js"), "--no-progress"],
  "python-lint": [path.join(projectRoot, ".ci", "lint-python.mjs")],
  "python-types": [inModules("pyright", "index.js"), "-p", "python-agent"],
};

const asked = process.argv.slice(2);
const unknown = asked.find((name) => !(name in checks));
if (unknown) {
  console.error(`[check] there is no ${unknown}; there are ${Object.keys(checks).join(", ")}`);
  process.exit(2);
}
await ensureDependencies();
const waiting = asked.length > 0 ? asked : Object.keys(checks);
const failed = [];
await Promise.all([checkNext(), checkNext()]);
const results = path.join(projectRoot, "test-results");
fs.mkdirSync(results, { recursive: true });
fs.writeFileSync(path.join(results, "check.json"), JSON.stringify({ failed: failed.length }));
console.log(failed.length === 0 ? "check: all good" : `check: failed ${failed.join(", ")}`);
if (failed.length > 0) process.exitCode = 1;

async function checkNext() {
  for (let name = waiting.shift(); name; name = waiting.shift()) {
    const { exitCode, output, seconds } = await run(checks[name]);
    console.log(`== ${name}: ${exitCode === 0 ? "good" : "FAILED"} (${seconds} s)`);
    if (exitCode === 0) continue;
    failed.push(name);
    console.log(output.trim());
  }
}

function run(command) {
  const started = performance.now();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, command, {
      cwd: projectRoot,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    const collect = (chunk) => (output += chunk);
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.once("close", (exitCode) => {
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      resolve({ exitCode, output, seconds });
    });
  });
}
