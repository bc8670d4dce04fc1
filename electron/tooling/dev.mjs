// `npm run dev [-- FILE.py]`: the app, started anew whenever a source has changed and built.
import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { ensureBuilt } from "./build.mjs";
import { projectRoot, tool } from "./project-root.mjs";
import { ensureDependencies } from "./setup.mjs";

const watched = ["electron", "renderer", "python-agent"];

await ensureDependencies();
let hasChanged = false;
for (const folder of watched)
  fs.watch(path.join(projectRoot, folder), { recursive: true }, () => (hasChanged = true));

let app = await start();
for (;;) {
  await sleep(300);
  if (app.exitCode !== null) process.exit(app.exitCode);
  if (!hasChanged) continue;
  hasChanged = false;
  if (!(await ensureBuilt(["main", "preload", "renderer"]))) continue;
  app.kill();
  await new Promise((resolve) => app.once("close", resolve));
  app = await start();
}

async function start() {
  await ensureBuilt(["main", "preload", "renderer"]);
  return spawn(process.execPath, [tool("start.mjs"), ...process.argv.slice(2)], {
    stdio: "inherit",
  });
}
