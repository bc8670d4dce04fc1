// Installing packages of a Debian or Ubuntu, where we may: as root.
import { spawnSync } from "node:child_process";

export const canInstallPackages = () =>
  process.platform === "linux" && process.getuid() === 0 && isOnPath("apt-get");

/** Throws with apt's last words. */
export function installPackages(names) {
  runApt(["update", "-qq"]);
  runApt(["install", "-y", "-qq", "--no-install-recommends", ...names]);
}

/** What a person would type instead. */
export const installCommand = (names) =>
  `sudo apt-get install -y --no-install-recommends ${names.join(" ")}`;

export const isOnPath = (command) => spawnSync("sh", ["-c", `command -v ${command}`]).status === 0;

/** apt talks a lot, and only its last words matter, when it fails. */
function runApt(parameters) {
  const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  // Somebody else may be installing: their lock is waited for.
  const patiently = ["-o", "DPkg::Lock::Timeout=120", ...parameters];
  const done = spawnSync("apt-get", patiently, { encoding: "utf8", env: environment });
  if (done.status === 0) return;
  const lastWords = `${done.stdout ?? ""}${done.stderr ?? ""}`.trim().split("\n").slice(-5);
  throw new Error(`apt-get ${parameters[0]} failed:\n${lastWords.join("\n")}`);
}
