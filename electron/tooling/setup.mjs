// Makes every npm script work in a fresh checkout: installs the locked dependencies when they are missing or out of date.
// Uses nothing but Node itself, because node_modules may not be there yet.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { withExclusiveLock } from "./exclusive-lock.mjs";
import { projectRoot } from "./project-root.mjs";

const oldestNode = [20, 19];

export async function ensureDependencies() {
  refuseOldNode();
  if (areDependenciesCurrent()) return;
  await withExclusiveLock({ name: "setup", folder: projectRoot }, () => {
    if (areDependenciesCurrent()) return;
    installDependencies();
    if (!areDependenciesCurrent()) throw new Error("npm ci left the dependencies incomplete");
  });
}

function refuseOldNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  const [oldestMajor, oldestMinor] = oldestNode;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  console.error(`Node ${oldestNode.join(".")} or newer is needed, this is ${process.version}.`);
  process.exit(1);
}

/** npm writes node_modules/.package-lock.json as its very last act, so an interrupted install is noticed. */
function areDependenciesCurrent() {
  const wanted = readPackages("package-lock.json");
  const installed = readPackages("node_modules/.package-lock.json");
  return wanted !== undefined && installed !== undefined && satisfies({ wanted, installed });
}

/** Every locked package is there in its locked version; an optional one (other platforms) may be absent. */
export function satisfies({ wanted, installed }) {
  return Object.entries(wanted).every(([place, entry]) => {
    if (place === "") return true;
    const present = installed[place];
    return present ? present.version === entry.version : entry.optional === true;
  });
}

function readPackages(name) {
  try {
    return JSON.parse(fs.readFileSync(path.join(projectRoot, name), "utf8")).packages;
  } catch {
    // Absent or cut short: it does not describe an installation.
    return undefined;
  }
}

function installDependencies() {
  console.error("[setup] installing the dependencies (once)");
  if (npmCi("npm")) return;
  // A half-written node_modules is the usual reason; an npm older than the lock file is the other.
  console.error("[setup] once more, from an empty node_modules");
  fs.rmSync(path.join(projectRoot, "node_modules"), { recursive: true, force: true });
  const isOldNpm = Number.parseInt(npmVersion(), 10) < 11;
  const again = isOldNpm ? npmCi("npx", ["--yes", "npm@11"]) : npmCi("npm");
  if (!again) throw new Error("the dependencies could not be installed: npm ci failed twice");
}

function npmCi(command, parameters = []) {
  const quiet = ["--no-audit", "--no-fund", "--loglevel=error"];
  return runNpm(command, [...parameters, "ci", ...quiet], ["ignore", 2, 2]).status === 0;
}

const npmVersion = () => runNpm("npm", ["--version"], ["ignore", "pipe", 2]).stdout?.trim() ?? "";

const runNpm = (command, parameters, stdio) =>
  spawnSync(command, parameters, {
    cwd: projectRoot,
    stdio,
    encoding: "utf8",
    // npm is npm.cmd on Windows, which only a shell can start.
    shell: process.platform === "win32",
  });

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await ensureDependencies();
  } catch (error) {
    console.error(`[setup] ${error.message}`);
    process.exit(1);
  }
}
