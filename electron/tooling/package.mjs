// `npm run package [-- deb ...]`: set-up, build, then electron-builder; without a target, a folder in dist/ that runs where it lies.
import path from "node:path";
import { ensureBuilt } from "./build.mjs";
import { projectRoot, tool } from "./project-root.mjs";
import { runNode } from "./run-to-end.mjs";
import { ensureDependencies } from "./setup.mjs";

const platformSwitches = { linux: "--linux", darwin: "--mac", win32: "--win" };

await ensureDependencies();
if (await ensureBuilt(["main", "preload", "renderer"])) {
  const builder = path.join(projectRoot, "node_modules", "electron-builder", "cli.js");
  const configuration = ["--config", tool("electron-builder.config.mjs"), "--publish", "never"];
  const targets = [platformSwitches[process.platform], ...process.argv.slice(2)];
  process.exitCode = await runNode(builder, [...configuration, ...targets], {
    cwd: projectRoot,
    env: { CUSTOM_FPM_PATH: tool("dpkg-as-fpm.mjs"), ...process.env },
  });
} else {
  process.exitCode = 1;
}
