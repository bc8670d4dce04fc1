// `npm start [-- FILE.py ...]`: all set-up there is, then the app.
import { ensureBuilt } from "./build.mjs";
import { withElectronAndDisplay } from "./display.mjs";
import { electronSwitches } from "./electron-switches.mjs";
import { callerFolder, projectRoot } from "./project-root.mjs";
import { runToEnd } from "./run-to-end.mjs";
import { ensureDependencies } from "./setup.mjs";

try {
  await ensureDependencies();
  if (!(await ensureBuilt(["main", "preload", "renderer"]))) throw new Error("the build failed");
  process.exitCode = await withElectronAndDisplay(({ electron, environment }) =>
    runToEnd(
      electron.executable,
      [...electronSwitches, projectRoot, ...process.argv.slice(2)],
      // A FILE.py on the command line is meant from where the command was typed.
      { env: environment, cwd: callerFolder },
    ),
  );
} catch (error) {
  console.error(`[start] ${error.message}`);
  process.exitCode = 1;
}
