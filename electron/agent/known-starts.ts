/** Remembers on disk what was measured of an interpreter's start, because measuring takes about eight starts of Python. */
import { createHash } from "node:crypto";
import fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";

export interface KnownStarts {
  /** Undefined when nothing is known, or what is on disk cannot be used. */
  read(python: string): Promise<readonly number[] | undefined>;
  /** Without effect where nothing can be written: then it is measured again the next time. */
  write(python: string, numbers: readonly number[]): Promise<void>;
}

const mostKept = 60;

/** What counts is the interpreter, the agent and the environment: when one of them has changed, the start may count differently. */
export function knownStartsIn(
  folder: string,
  agentFolder: string,
  environment: NodeJS.ProcessEnv,
): KnownStarts {
  const fileOf = async (python: string): Promise<string> => {
    const parts = [
      await stampOf(await fs.realpath(python), python),
      await stampsIn(path.join(agentFolder, "heap_agent")),
      Object.entries(environment).sort(([one], [other]) => (one < other ? -1 : 1)),
    ];
    const hash = createHash("sha256").update(JSON.stringify(parts)).digest("hex");
    return path.join(folder, `${hash.slice(0, 32)}.json`);
  };
  return {
    async read(python) {
      try {
        return numbersOf(JSON.parse(await fs.readFile(await fileOf(python), "utf8")));
      } catch {
        // Not measured yet, damaged, or an interpreter that is gone: measuring tells.
        return undefined;
      }
    },
    async write(python, numbers) {
      try {
        await fs.mkdir(folder, { recursive: true, mode: 0o700 });
        const file = await fileOf(python);
        const fresh = `${file}.${process.pid}.part`;
        await fs.writeFile(fresh, `${JSON.stringify(numbers)}\n`, { mode: 0o600 });
        await fs.rename(fresh, file);
        await forgetOldest(folder);
      } catch {
        // A read-only home or a full disk costs time, nothing else.
      }
    },
  };
}

/** Where the system wants what can be made again. */
export function cacheFolder(environment: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  const home = os.homedir();
  if (platform === "win32")
    return path.join(
      environment["LOCALAPPDATA"] ?? path.join(home, "AppData", "Local"),
      "Ouroscope",
      "Cache",
    );
  if (platform === "darwin") return path.join(home, "Library", "Caches", "Ouroscope");
  const wanted = environment["XDG_CACHE_HOME"];
  const isUsable = wanted !== undefined && path.isAbsolute(wanted);
  return path.join(isUsable ? wanted : path.join(home, ".cache"), "ouroscope");
}

async function stampOf(file: string, name: string): Promise<string> {
  const { mtimeMs, size } = await fs.stat(file);
  return `${name} ${file} ${mtimeMs} ${size}`;
}

async function stampsIn(folder: string): Promise<readonly string[]> {
  const names = (await fs.readdir(folder)).filter((name) => name.endsWith(".py")).sort();
  return Promise.all(names.map((name) => stampOf(path.join(folder, name), name)));
}

function numbersOf(content: unknown): readonly number[] | undefined {
  const isUsable =
    Array.isArray(content) && content.length > 0 && content.every((one) => Number.isInteger(one));
  return isUsable ? content.map(Number) : undefined;
}

async function forgetOldest(folder: string): Promise<void> {
  const names = (await fs.readdir(folder)).filter((name) => name.endsWith(".json"));
  if (names.length <= mostKept) return;
  const aged = await Promise.all(
    names.map(async (name) => ({ name, age: (await fs.stat(path.join(folder, name))).mtimeMs })),
  );
  const oldest = aged.sort((one, other) => one.age - other.age).slice(0, names.length - mostKept);
  await Promise.all(oldest.map(({ name }) => fs.rm(path.join(folder, name), { force: true })));
}
