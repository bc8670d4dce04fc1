// `npm start [-- FILE.py ...]`: all set-up there is, then the app.
import { ensureBuilt } from "./build.mjs";
import { withElectronAndDisplay } from "./display.mjs";
import { callerFolder, projectRoot } from "./project-root.mjs";
import { runToEnd } from "./run-to-end.mjs";
import { ensureDependencies } from "./setup.mjs";

// Chromium refuses to run as root with its sandbox, and decides before any JavaScript of the app runs.
const isLinuxRoot = process.platform === "linux" && process.getuid() === 0;
const switches = isLinuxRoot ? ["--no-sandbox"] : [];

try {
  await ensureDependencies();
  if (!(await ensureBuilt(["main", "preload", "renderer"]))) throw new Error("the build failed");
  process.exitCode = await withElectronAndDisplay(({ electron, environment }) =>
    runToEnd(
      electron.executable,
      [...switches, projectRoot, ...process.argv.slice(2)],
      // A FILE.py on the command line is meant from where the command was typed.
      { env: environment, cwd: callerFolder },
    ),
  );
} catch (error) {
  console.error(`[start] ${error.message}`);
  process.exitCode = 1;
}
