// Gives Electron a display: the one there is, or an Xvfb of its own, which ends with the command.
// `node electron/tooling/display.mjs COMMAND ...` runs any command that way; electron-runtime.mjs says which Electron it will find.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { ensureElectron } from "./electron-runtime.mjs";
import { runToEnd } from "./run-to-end.mjs";
import { ensureSystemPackages } from "./system-packages.mjs";

const needsDisplay =
  process.platform === "linux" && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;

/** Calls `work({ electron, environment })` with everything an Electron process needs in place. */
export async function withElectronAndDisplay(work) {
  const electron = await ensureElectron();
  ensureSystemPackages({ executable: electron.executable, needsDisplay });
  const environment = { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: electron.folder };
  if (!needsDisplay) return work({ electron, environment });
  const display = await startXvfb();
  try {
    return await work({ electron, environment: { ...environment, DISPLAY: display.name } });
  } finally {
    display.stop();
  }
}

async function startXvfb() {
  const screen = ["-screen", "0", "1600x1200x24", "-nolisten", "tcp", "-noreset"];
  const server = spawn("Xvfb", ["-displayfd", "3", ...screen], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
    // Ctrl+C in the terminal must reach Electron first, not its display.
    detached: true,
  });
  const stop = () => server.kill();
  process.once("exit", stop);
  const number = await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.once("exit", (code) => reject(new Error(`Xvfb ended with ${code}`)));
    server.stdio[3].once("data", (chunk) => resolve(String(chunk).trim()));
  });
  console.error(`[display] there is no display here; using an invisible one (Xvfb :${number})`);
  return { name: `:${number}`, stop };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [command, ...parameters] = process.argv.slice(2);
  try {
    process.exitCode = await withElectronAndDisplay(({ environment }) =>
      runToEnd(command, parameters, { env: environment }),
    );
  } catch (error) {
    console.error(`[display] ${error.message}`);
    process.exitCode = 1;
  }
}
