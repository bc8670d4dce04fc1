// Finds an Electron for development and tests: ELECTRON_OVERRIDE_DIST_PATH, the official one (downloaded if it can be),
// or, on Linux x64 where the official download is out of reach, the pinned fallback. Nothing is downloaded twice.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { fallback, provideFallback } from "./electron-fallback.mjs";

const executableNames = { win32: "electron.exe", darwin: "Electron.app/Contents/MacOS/Electron" };
const executableName = executableNames[process.platform] ?? "electron";
const downloads = "https://github.com/electron/electron/releases/download/";

/** The order of preference, apart from any disk or network so that it can be tested. */
export function chooseRuntime({ override, official, fallbackIsReady, fallbackFits, canDownload }) {
  if (override) return "override";
  if (official) return "official";
  if (fallbackIsReady) return "fallback";
  if (canDownload) return "download";
  return fallbackFits ? "fallback" : "none";
}

/** @returns {Promise<{ folder: string, executable: string, version: string, source: string }>} */
export async function ensureElectron() {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const official = inspectOfficial();
  const known = {
    override: Boolean(override),
    official: official.isInstalled,
    fallbackIsReady: fallback.fitsThisMachine && fallback.isReady(),
    fallbackFits: fallback.fitsThisMachine,
    canDownload: false,
  };
  let choice = chooseRuntime(known);
  const mayDownload = choice === "none" || (choice === "fallback" && !known.fallbackIsReady);
  if (mayDownload && (await isReachable(official.version)))
    choice = downloadOfficial(official) ? "official" : chooseRuntime(known);
  switch (choice) {
    case "override":
      return describe({ folder: override, source: "override" });
    case "official":
      return describe({ folder: official.folder, source: "official" });
    case "fallback":
      await provideFallback();
      return describe({ folder: fallback.folder, source: "fallback" });
    default:
      throw new Error(
        "Electron could not be downloaded. With network access run: npx install-electron",
      );
  }
}

const describe = ({ folder, source }) => ({
  folder,
  executable: path.join(folder, executableName),
  version: readVersion(folder),
  source,
});

function readVersion(folder) {
  try {
    return fs.readFileSync(path.join(folder, "version"), "utf8").replace(/^v/, "").trim();
  } catch {
    // Somebody else's Electron need not have the file; starting it will tell.
    return "unknown";
  }
}

function inspectOfficial() {
  const manifest = createRequire(import.meta.url).resolve("electron/package.json");
  const { version } = JSON.parse(fs.readFileSync(manifest, "utf8"));
  const folder = path.join(path.dirname(manifest), "dist");
  const isInstalled =
    fs.existsSync(path.join(folder, executableName)) && readVersion(folder) === version;
  return { folder, version, isInstalled };
}

/** A quick question first: Electron's own installer waits for minutes where its server cannot be reached. */
async function isReachable(version) {
  const mirror = process.env.ELECTRON_MIRROR || process.env.npm_config_electron_mirror || downloads;
  try {
    const answer = await fetch(`${mirror}v${version}/SHASUMS256.txt`, {
      method: "HEAD",
      redirect: "manual",
      signal: AbortSignal.timeout(6000),
    });
    return answer.status < 400;
  } catch {
    // Node's fetch does not know proxies, but the installer does.
    return Boolean(process.env.HTTPS_PROXY || process.env.https_proxy);
  }
}

function downloadOfficial({ folder }) {
  const installer = path.join(path.dirname(folder), "install.js");
  spawnSync(process.execPath, [installer], { stdio: ["ignore", 2, 2] });
  return inspectOfficial().isInstalled;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log(JSON.stringify(await ensureElectron()));
}
