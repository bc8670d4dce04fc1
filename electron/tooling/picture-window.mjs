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

const patience = 3000;
let window;

// From the first moment: whoever asked may be gone before there is a window.
process.once("disconnect", end);
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, end);

try {
  if (!(await ensureBuilt(["main", "picture-preload", "renderer"])))
    throw new Error("the build failed");
  process.exitCode = await withElectronAndDisplay(relay);
} catch (error) {
  console.error(`[picture] ${error.message}`);
  process.exitCode = 1;
}

/** A window that nobody speaks to ends by itself, and in good order. */
function end() {
  if (window === undefined) process.exit(1);
  if (window.connected) window.disconnect();
  setTimeout(() => window.kill("SIGKILL"), patience).unref();
}

function relay({ electron, environment }) {
  // The app may be open at the same time: this one shares nothing with it.
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), "ouroscope-picture-"));
  const own = [...electronSwitches, `--user-data-dir=${profile}`, "--force-device-scale-factor=1"];
  window = spawn(electron.executable, [...own, projectRoot, ...process.argv.slice(2)], {
    // Chromium talks about busses and drivers it misses, which is of no use to anybody here.
    stdio: ["ignore", "ignore", "ignore", "ipc"],
    env: { ...environment, DBUS_SESSION_BUS_ADDRESS: "disabled:" },
  });
  window.on("message", (message) => process.connected && process.send(message));
  process.on("message", (message) => window.connected && window.send(message));
  return new Promise((resolve, reject) => {
    window.once("error", reject);
    window.once("exit", (code) => {
      removeProfile(profile);
      // The open channel would keep this process alive.
      if (process.connected) process.disconnect();
      resolve(code ?? 1);
    });
  });
}

function removeProfile(profile) {
  try {
    fs.rmSync(profile, { recursive: true, force: true, maxRetries: 10 });
  } catch {
    // The last of Chromium's processes still writes; it is the system's folder for what may be lost.
  }
}
