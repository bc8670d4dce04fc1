// `npm run package [-- deb ...]`: set-up, build, then electron-builder; without a target, a folder in dist/ that runs where it lies.
import path from "node:path";
import { ensureBuilt } from "./build.mjs";
import { projectRoot, tool } from "./project-root.mjs";
import { runNode } from "./run-to-end.mjs";
import { ensureDependencies } from "./setup.mjs";

await ensureDependencies();
if (await ensureBuilt(["main", "preload", "renderer"])) {
  const builder = path.join(projectRoot, "node_modules", "electron-builder", "cli.js");
  const targets = process.argv.slice(2);
  process.exitCode = await runNode(
    builder,
    ["--config", tool("electron-builder.config.mjs"), "--publish", "never", ...targets],
    { cwd: projectRoot },
  );
} else {
  process.exitCode = 1;
}
