// Lets one process at a time do a piece of set-up: a second `npm start` waits instead of installing into the same folder.
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { developerCache } from "./developer-cache.mjs";

const oldestCredibleLock = 30 * 60 * 1000;

/** Runs `work` while holding the lock `name` (scoped to `folder`, if given); waits for whoever holds it. */
export async function withExclusiveLock({ name, folder = "" }, work) {
  const scope = folder && `-${createHash("sha256").update(folder).digest("hex").slice(0, 12)}`;
  const file = path.join(developerCache, "locks", `${name}${scope}`);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  for (let announced = false; !tryToLock(file); announced = true) {
    if (!announced) console.error(`[${name}] waiting for another ${name} to finish`);
    await sleep(200);
  }
  const release = () => fs.rmSync(file, { force: true });
  process.once("exit", release);
  try {
    return await work();
  } finally {
    process.off("exit", release);
    release();
  }
}

function tryToLock(file) {
  try {
    fs.writeFileSync(file, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
    if (isAbandoned(file)) removeAbandoned(file);
    return false;
  }
}

/** Moves the lock aside before looking again: somebody else may have removed it and taken their own just now. */
function removeAbandoned(file) {
  const aside = `${file}.${process.pid}`;
  try {
    fs.renameSync(file, aside);
    if (!isAbandoned(aside)) fs.linkSync(aside, file);
  } catch {
    // Another process moved it first, or has already taken the lock again.
  } finally {
    fs.rmSync(aside, { force: true });
  }
}

function isAbandoned(file) {
  try {
    const { mtimeMs } = fs.statSync(file);
    const owner = Number(fs.readFileSync(file, "utf8"));
    // Just created and not yet written: its owner is alive.
    if (owner === 0) return Date.now() - mtimeMs > 5000;
    return Date.now() - mtimeMs > oldestCredibleLock || !isAlive(owner);
  } catch {
    // It vanished while we looked: the owner has just finished.
    return false;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}
