// `npm test`: set-up, then unit tests, the agent on every interpreter, build, and the real app under Playwright.
// Every part runs even if an earlier one failed; the last line adds them all up. `npm test -- unit agent` runs some of them.
import fs from "node:fs";
import path from "node:path";
import { ensureBuilt } from "./build.mjs";
import { projectRoot, tool } from "./project-root.mjs";
import { runNode } from "./run-to-end.mjs";
import { ensureDependencies } from "./setup.mjs";
import { ensureTestTools } from "./test-tools.mjs";

const results = path.join(projectRoot, "test-results");
const inModules = (...names) => path.join(projectRoot, "node_modules", ...names);

const parts = {
  unit: () =>
    runNode(inModules("vitest", "vitest.mjs"), [
      "run",
      ...["--config", tool("vitest.config.mjs")],
      ...["--reporter=default", "--reporter=json", "--outputFile.json=test-results/unit.json"],
    ]),
  agent: () => runNode(tool("test-agent.mjs"), ["--no-fetch"]),
  e2e: async () =>
    (await ensureBuilt())
      ? runNode(tool("display.mjs"), [
          ...[process.execPath, inModules("@playwright", "test", "cli.js")],
          ...["test", "--config", path.join("e2e", "playwright.config.ts")],
        ])
      : 1,
};

const asked = process.argv.slice(2);
const unknown = asked.find((name) => !(name in parts));
if (unknown) {
  console.error(`[test] there is no ${unknown}; there are ${Object.keys(parts).join(", ")}`);
  process.exit(2);
}
process.chdir(projectRoot);
await ensureDependencies();
ensureTestTools();
// Both the unit tests and the agent's own want every interpreter there can be.
await runNode(tool("pythons.mjs"), ["--fetch"]);
const chosen = asked.length > 0 ? asked : Object.keys(parts);
for (const name of chosen) {
  // What an earlier run left must not be counted when this one crashes.
  fs.rmSync(path.join(results, `${name}.json`), { force: true });
  console.log(`\n== ${name}`);
  const started = performance.now();
  const exitCode = await parts[name]();
  console.log(`== ${name}: ${((performance.now() - started) / 1000).toFixed(0)} s`);
  if (exitCode !== 0) process.exitCode = 1;
}
const closing = await runNode(path.join(projectRoot, ".ci", "closing-line.mjs"), chosen);
if (closing !== 0) process.exitCode = 1;
