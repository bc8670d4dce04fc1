// `npm run -s ouroscope -- report FILE.py ...`: the command line tool from a checkout. Set-up and build, if needed, speak on stderr;
// stdout and the exit code are the tool's alone.
import path from "node:path";
import { ensureBuilt } from "./build.mjs";
import { callerFolder, projectRoot } from "./project-root.mjs";
import { runNode } from "./run-to-end.mjs";
import { ensureDependencies } from "./setup.mjs";

try {
  await ensureDependencies();
  if (!(await ensureBuilt(["cli"]))) throw new Error("the build failed");
  const tool = path.join(projectRoot, "out", "cli", "ouroscope.js");
  process.exitCode = await runNode(tool, process.argv.slice(2), { cwd: callerFolder });
} catch (error) {
  console.error(`[ouroscope] ${error.message}`);
  process.exitCode = 1;
}
