/** By how much starting the agent changes what the collector counts, so that the script's automatic collections come when they would have come without us. */
import { spawn } from "node:child_process";
import fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { agentEnvironment } from "./agent-process";
import {
  areEqual,
  distance,
  finish,
  improve,
  noCorrection,
  readFacts,
  type Correction,
  type StartFacts,
} from "./count-correction-numbers";
import { cacheFolder, knownStartsIn, type KnownStarts } from "./known-starts";

export interface CountCorrections {
  /** The numbers for the agent. Asks each interpreter once; undefined when it does not answer, and nothing is corrected. */
  of(python: string): Promise<readonly number[] | undefined>;
}

// Of a frame, and the kind of its message, as in WIRE.md.
const headerBytes = 8;
const pausedKind = 8;
/** Milliseconds; an interpreter that takes longer to start does without. */
const patience = 5000;
const mostTries = 8;
const compile = "import py_compile, sys; py_compile.compile(sys.argv[1], sys.argv[2], sys.argv[1])";

export function createCountCorrections(
  agentFolder: string,
  starts: KnownStarts = knownStartsIn(
    path.join(cacheFolder(process.env, process.platform), "starts"),
    agentFolder,
    process.env,
  ),
): CountCorrections {
  const known = new Map<string, Promise<readonly number[] | undefined>>();

  async function find(python: string): Promise<readonly number[] | undefined> {
    const remembered = await starts.read(python);
    if (remembered !== undefined) return remembered;
    const measured = await measure(python, agentFolder);
    if (measured !== undefined) await starts.write(python, measured);
    return measured;
  }

  return {
    of(python) {
      const asked = known.get(python) ?? find(python);
      known.set(python, asked);
      return asked;
    },
  };
}

async function measure(
  python: string,
  agentFolder: string,
): Promise<readonly number[] | undefined> {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), "ouroscope-start-"));
  try {
    const source = path.join(agentFolder, "heap_agent", "count_probe.py");
    // Compiled before: compiling fills the free lists.
    const probe = path.join(folder, "count_probe.pyc");
    await run(python, ["-c", compile, source, probe], process.env);
    return await search(python, agentFolder, source, probe);
  } finally {
    await fs.rm(folder, { recursive: true, force: true });
  }
}

async function search(
  python: string,
  agentFolder: string,
  source: string,
  probe: string,
): Promise<readonly number[] | undefined> {
  const observe = async (correction: Correction): Promise<StartFacts | undefined> => {
    const countCorrection = [...correction.atStart, ...correction.atFirstLine];
    const start = { agentFolder, scriptPath: source, maxSteps: 4, hold: false, countCorrection };
    return readFacts(await run(python, [probe], agentEnvironment(start, source)));
  };
  const plain = readFacts(await run(python, [probe], process.env));
  if (plain === undefined) return undefined;
  let tried = noCorrection(plain);
  // What Python compiles in the first run it finds compiled in all later ones, so only those count.
  await observe(tried);
  let best: { readonly tried: Correction; readonly seen: StartFacts } | undefined;
  for (let tries = 0; tries < mostTries; tries++) {
    const seen = await observe(tried);
    if (seen === undefined) return undefined;
    if (best === undefined || distance(plain, seen) <= distance(plain, best.seen))
      best = { tried, seen };
    if (areEqual(plain, seen)) break;
    tried = improve(tried, plain, seen);
  }
  if (best === undefined) return undefined;
  const found = finish(best.tried, plain, best.seen);
  return [...found.atStart, ...found.atFirstLine, ...found.firstImports];
}

/** What it prints; empty when it cannot be run. */
function run(
  python: string,
  parameters: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<string> {
  return new Promise((resolve) => {
    const child = spawn(python, parameters, {
      env: environment,
      stdio: ["ignore", "pipe", "ignore", "pipe", "pipe"],
      timeout: patience,
      windowsHide: true,
    });
    let text = "";
    child.stdout?.on("data", (chunk: Buffer) => (text += chunk.toString()));
    // What the agent says is of no interest here, but must have somewhere to go.
    for (const pipe of [child.stdio[3], child.stdio[4]]) {
      pipe?.on("error", () => undefined);
      if (pipe !== null && pipe !== undefined && "resume" in pipe) pipe.resume();
    }
    // At the step limit the agent waits for a command; when none can come it lets the script run on.
    const commands = child.stdio[4];
    const endCommands = () => {
      if (commands !== null && commands !== undefined && "end" in commands) commands.end();
    };
    child.stdio[3]?.on("data", whenPaused(endCommands));
    child.once("error", () => resolve(""));
    child.once("close", () => resolve(text));
  });
}

/** Takes the agent's bytes and calls when a message says that the program pauses. */
function whenPaused(paused: () => void): (chunk: Buffer) => void {
  let waiting = Buffer.alloc(0);
  return (chunk) => {
    waiting = Buffer.concat([waiting, chunk]);
    while (waiting.length >= headerBytes) {
      const end = headerBytes + waiting.readUInt32LE(0);
      if (waiting.length < end) return;
      if (waiting.readUInt16LE(4) === pausedKind) paused();
      waiting = waiting.subarray(end);
    }
  };
}
