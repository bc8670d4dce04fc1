// What Electron needs from a Linux system beyond itself. As root on a Debian it is installed; otherwise the one command is printed.
import { spawnSync } from "node:child_process";
import {
  canInstallPackages,
  installCommand,
  installPackages,
  isOnPath,
} from "./debian-packages.mjs";

const basePackages = ["xvfb", "libgtk-3-0", "libnss3", "libasound2", "libgbm1", "python3"];
/** Debian 13 and Ubuntu 24.04 renamed these for their 64-bit time. */
const renamedForTime64 = new Set(["libgtk-3-0", "libasound2"]);

/** Throws, with the command to run, when something is missing that cannot be installed from here. */
export function ensureSystemPackages({ executable, needsDisplay }) {
  if (process.platform !== "linux") return;
  const missing = missingParts({ executable, needsDisplay });
  if (missing.length === 0) return;
  if (!canInstallPackages()) throw new Error(explain(missing));
  console.error(`[setup] installing system packages, because there is no ${listed(missing)}`);
  installPackages(packageNames());
  const still = missingParts({ executable, needsDisplay });
  if (still.length > 0) throw new Error(explain(still));
}

function missingParts({ executable, needsDisplay }) {
  const libraries = (spawnSync("ldd", [executable], { encoding: "utf8" }).stdout ?? "")
    .split("\n")
    .filter((line) => line.includes("not found"))
    .map((line) => line.trim().split(" ")[0]);
  const missing = [...new Set(libraries)];
  if (needsDisplay && !isOnPath("Xvfb")) missing.push("Xvfb");
  if (!isOnPath("python3") && !isOnPath("python")) missing.push("python3");
  return missing;
}

const listed = (missing) =>
  missing.length <= 4
    ? missing.join(", ")
    : `${missing.slice(0, 3).join(", ")} and ${missing.length - 3} more`;

function explain(missing) {
  const packages = isOnPath("apt-cache") ? packageNames() : basePackages;
  return [
    `Electron cannot start here: there is no ${listed(missing)}.`,
    `On Debian or Ubuntu run: ${installCommand(packages)}`,
  ].join("\n");
}

const packageNames = () =>
  basePackages.map((name) =>
    renamedForTime64.has(name) && isKnownPackage(`${name}t64`) ? `${name}t64` : name,
  );

const isKnownPackage = (name) =>
  spawnSync("apt-cache", ["show", name], { encoding: "utf8" }).stdout?.includes("Version:") ??
  false;
