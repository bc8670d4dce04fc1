// Finds every CPython the agent must work on, and unpacks from Debian those that are missing here (for tests only, never for the app).
// `node electron/tooling/pythons.mjs [--fetch]` prints what there is and what could not be had.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { developerCache } from "./developer-cache.mjs";
import { withExclusiveLock } from "./exclusive-lock.mjs";
import { canUnpackFromDebian, unpackPythonFromDebian } from "./python-from-debian.mjs";

/**
 * Each version the agent supports, with the Debian suites to take it from; no release of Debian had 3.10 or 3.12.
 * bullseye's own loader cannot tell a program its name (`--argv0`), so 3.9 gets its C library from bookworm.
 */
export const supportedPythons = [
  { version: "3.9", suites: ["bullseye", "bookworm"] },
  { version: "3.10" },
  { version: "3.11", suites: ["bookworm"] },
  { version: "3.12" },
  { version: "3.13", suites: ["trixie"] },
  { version: "3.14", suites: ["forky"] },
  { version: "3.15", suites: ["forky"] },
];

/** @returns {{ version: string, full: string, path: string }[]} one interpreter for each supported version found. */
export function findPythons() {
  const found = new Map();
  for (const candidate of candidatePaths()) {
    const expected = /(?:python|pythons[\\/]|versions[\\/])(3\.\d+)/.exec(candidate)?.[1];
    if (expected && found.has(expected)) continue;
    const python = askVersion(candidate);
    const isWanted = python && supportedPythons.some(({ version }) => version === python.version);
    if (isWanted && !found.has(python.version)) found.set(python.version, python);
  }
  return supportedPythons.flatMap(({ version }) => found.get(version) ?? []);
}

/** Finds the interpreters, unpacking what can be had. @returns what there is, and for each missing version the reason. */
export async function providePythons({ fetch }) {
  const missing = [];
  let pythons = findPythons();
  const absent = supportedPythons.filter(({ version }) => !hasVersion(pythons, version));
  for (const { version, suites } of absent) {
    const reason = !fetch
      ? "not found"
      : !suites
        ? "not found, and no Debian suite has it"
        : !canUnpackFromDebian()
          ? "not found, and it can be unpacked only on Debian, x64"
          : await unpackOnce({ version, suites });
    if (reason) missing.push({ version, reason });
  }
  if (absent.length > missing.length) pythons = findPythons();
  return { pythons, missing };
}

const hasVersion = (pythons, version) => pythons.some((python) => python.version === version);

async function unpackOnce({ version, suites }) {
  const folder = path.join(developerCache, "pythons", version);
  try {
    await withExclusiveLock({ name: `python-${version}` }, () => {
      if (askVersion(cachedInterpreter(version))) return;
      console.error(`[pythons] unpacking CPython ${version} of Debian ${suites[0]} into ${folder}`);
      unpackPythonFromDebian({ suites, version, folder });
    });
    return askVersion(cachedInterpreter(version)) ? "" : "unpacked, but it does not start";
  } catch (error) {
    return error.message;
  }
}

const cachedInterpreter = (version) =>
  path.join(developerCache, "pythons", version, "root", "usr", "bin", `python${version}`);

/** Most specific first: version managers, our own cache, then whatever PATH says. */
function candidatePaths() {
  const home = os.homedir();
  const onWindows = process.platform === "win32";
  const versionFolders = [
    path.join(process.env.PYENV_ROOT || path.join(home, ".pyenv"), "versions"),
    path.join(home, ".local", "share", "uv", "python"),
  ];
  const managed = versionFolders
    .filter((folder) => fs.existsSync(folder))
    .flatMap((folder) => fs.readdirSync(folder).map((name) => path.join(folder, name)))
    .map((folder) => path.join(folder, onWindows ? "python.exe" : "bin/python"));
  const names = [...supportedPythons.map(({ version }) => `python${version}`), "python3", "python"];
  const onPath = (process.env.PATH ?? "")
    .split(path.delimiter)
    // pyenv's shims answer with whatever version is chosen, or with an error.
    .filter((folder) => folder && !folder.includes("shims"))
    .flatMap((folder) => names.map((name) => path.join(folder, onWindows ? `${name}.exe` : name)));
  const cached = supportedPythons.map(({ version }) => cachedInterpreter(version));
  return [...managed, ...cached, ...onPath].filter((file) => fs.existsSync(file));
}

const question =
  "import platform,sys; print(platform.python_implementation(), platform.python_version())";

function askVersion(interpreter) {
  const answer = spawnSync(interpreter, ["-I", "-c", question], {
    encoding: "utf8",
    timeout: 20_000,
  });
  const [implementation, full] = (answer.stdout ?? "").trim().split(" ");
  if (answer.status !== 0 || implementation !== "CPython" || !full) return undefined;
  return { version: full.split(".").slice(0, 2).join("."), full, path: interpreter };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { pythons, missing } = await providePythons({ fetch: process.argv.includes("--fetch") });
  for (const { full, path: file } of pythons) console.log(`${full.padEnd(8)} ${file}`);
  for (const { version, reason } of missing) console.log(`${version.padEnd(8)} missing: ${reason}`);
}
