// The hidden window of `ouroscope export`: brings what Electron needs, starts it without a window to see, and passes the
// messages of the command line on. Ends with whoever started it, and takes Electron along.
import { spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { ensureBuilt } from "./build.mjs";
import { withElectronAndDisplay } from "./display.mjs";
import { electronSwitches } from "./electron-switches.mjs";
import { projectRoot } from "./project-root.mjs";

try {
  if (!(await ensureBuilt(["main", "picture-preload", "renderer"])))
    throw new Error("the build failed");
  process.exitCode = await withElectronAndDisplay(relay);
} catch (error) {
  console.error(`[picture] ${error.message}`);
  process.exitCode = 1;
}

function relay({ electron, environment }) {
  // The app may be open at the same time: this one shares nothing with it.
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), "ouroscope-picture-"));
  const own = [...electronSwitches, `--user-data-dir=${profile}`, "--force-device-scale-factor=1"];
  const parameters = [...own, projectRoot, ...process.argv.slice(2)];
  const window = spawn(electron.executable, parameters, {
    // Chromium talks about busses and drivers it misses, which is of no use to anybody here.
    stdio: ["ignore", "ignore", "ignore", "ipc"],
    env: { ...environment, DBUS_SESSION_BUS_ADDRESS: "disabled:" },
  });
  const end = () => window.kill("SIGKILL");
  window.on("message", (message) => process.connected && process.send(message));
  process.on("message", (message) => window.connected && window.send(message));
  process.once("disconnect", end);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, end);
  return new Promise((resolve, reject) => {
    window.once("error", reject);
    window.once("exit", (code) => {
      fs.rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
      // The open channel would keep this process alive.
      if (process.connected) process.disconnect();
      resolve(code ?? 1);
    });
  });
}
