/** Finds the person's interpreters and refuses those the agent cannot work in; each is asked once while its file stays the same. */
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Failure } from "../contract/failure";
import type { Answer } from "../contract/requests";
import type { PythonInfo } from "../contract/session-events";
import {
  findPythonPlaces,
  resolveCommand,
  type PythonPlace,
  type Surroundings,
} from "./python-places";
import { askPython, type PythonIdentity, type PythonReply } from "./python-version";

export interface PythonFinder {
  /** A path or a command's name the person gave. */
  check(python: string, scriptFolder?: string): Promise<Answer<PythonInfo>>;
  /** The one to use when nothing was chosen. */
  findFirst(scriptFolder: string | undefined): Promise<Answer<PythonInfo>>;
  /** All that can be used, best first. */
  findAll(scriptFolder: string | undefined): Promise<readonly PythonInfo[]>;
}

const oldestMinor = 9;

export function createPythonFinder(surroundings: Surroundings = thisMachine()): PythonFinder {
  const replies = new Map<string, Promise<PythonReply>>();

  function ask(python: string, folder: string): Promise<PythonReply> {
    const key = identityKey(python, folder);
    const known = key === undefined ? undefined : replies.get(key);
    if (known) return known;
    const reply = askPython(python, folder);
    if (key !== undefined) replies.set(key, reply);
    return reply;
  }

  async function judge(place: PythonPlace, scriptFolder?: string): Promise<Answer<PythonInfo>> {
    const reply = await ask(place.path, scriptFolder ?? os.tmpdir());
    if (!reply.ok) return notRunnable(place.path, reply.reason);
    return judgeIdentity(place, reply.identity);
  }

  return {
    check: (python, scriptFolder) =>
      judge({ path: resolveCommand(python, surroundings), origin: "chosen" }, scriptFolder),

    async findFirst(scriptFolder) {
      const places = findPythonPlaces(surroundings, scriptFolder);
      let tooOld: Failure | undefined;
      for (const place of places) {
        // One after the other: the first is nearly always good, and asking all takes a second.
        // oxlint-disable-next-line no-await-in-loop
        const answer = await judge(place, scriptFolder);
        if (answer.ok) return answer;
        if (answer.failure.kind === "python-too-old") tooOld ??= answer.failure;
      }
      const looked = places.map(({ path: place }) => place);
      return { ok: false, failure: tooOld ?? { kind: "no-python", looked } };
    },

    async findAll(scriptFolder) {
      const places = findPythonPlaces(surroundings, scriptFolder);
      const answers = await Promise.all(places.map((place) => judge(place, scriptFolder)));
      const usable = answers.flatMap((answer) => (answer.ok ? [answer.value] : []));
      const byPlace = new Map<string, PythonInfo>();
      for (const python of usable) {
        const key = `${realFolder(python.path)} ${python.version}`;
        if (!byPlace.has(key)) byPlace.set(key, python);
      }
      return [...byPlace.values()];
    },
  };
}

function thisMachine(): Surroundings {
  return { environment: process.env, platform: process.platform, home: os.homedir() };
}

function judgeIdentity(place: PythonPlace, identity: PythonIdentity): Answer<PythonInfo> {
  const [major, minor] = identity.version;
  const version = identity.version.join(".");
  if (identity.implementation !== "cpython") {
    return notRunnable(place.path, `it is ${identity.implementation}, not CPython`);
  }
  if (major < 3 || (major === 3 && minor < oldestMinor)) {
    return { ok: false, failure: { kind: "python-too-old", path: place.path, version } };
  }
  const executable = identity.executable === "" ? place.path : identity.executable;
  return {
    ok: true,
    value: { path: executable, version, implementation: "cpython", origin: place.origin },
  };
}

function notRunnable(python: string, reason: string): Answer<PythonInfo> {
  return { ok: false, failure: { kind: "python-not-runnable", path: python, reason } };
}

/** Undefined for what must be asked each time: a pyenv shim answers differently by folder. */
function identityKey(python: string, folder: string): string | undefined {
  try {
    return `${python} ${fs.statSync(python).mtimeMs} ${isShim(python) ? folder : ""}`;
  } catch {
    // Not there (any more): asking will say so.
    return undefined;
  }
}

function isShim(python: string): boolean {
  return path.basename(path.dirname(python)) === "shims";
}

function realFolder(python: string): string {
  const folder = path.dirname(python);
  return fs.existsSync(folder) ? fs.realpathSync(folder) : folder;
}
