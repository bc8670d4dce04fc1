/** By how much starting the agent moves `gc.get_count()`, so that the script's first automatic collection comes when it would have come without us. */
import { spawn } from "node:child_process";
import path from "node:path";
import { agentEnvironment } from "./agent-process";

/** Added to the counts of the young, middle and oldest generation when the script starts. */
type CountCorrection = readonly [number, number, number];

/** Counts of the three generations, and the young one's threshold. */
type Counts = readonly [number, number, number, number];

export interface CountCorrections {
  /** Asks each interpreter once; undefined when it does not answer, and nothing is corrected. */
  of(python: string): Promise<CountCorrection | undefined>;
}

/**
 * Where plain Python collects within so many objects of the start, it does so before the script has made any of its own.
 * A correction that is off by one or two would move that collection into the script's first lines, so there is none.
 */
const nearlyDue = 60;
/** Milliseconds; an interpreter that takes longer to start does without. */
const patience = 5000;

export function createCountCorrections(agentFolder: string): CountCorrections {
  const known = new Map<string, Promise<CountCorrection | undefined>>();
  return {
    of(python) {
      const asked = known.get(python) ?? measure(python, agentFolder);
      known.set(python, asked);
      return asked;
    },
  };
}

async function measure(python: string, agentFolder: string): Promise<CountCorrection | undefined> {
  const probe = path.join(agentFolder, "heap_agent", "count_probe.py");
  const observing = agentEnvironment(
    { agentFolder, scriptPath: probe, maxSteps: 100, hold: false },
    probe,
  );
  // What Python compiles in the first run it finds compiled in all later ones, so only those count.
  await readCounts(python, probe, observing);
  const [observed, plain] = await Promise.all([
    readCounts(python, probe, observing),
    readCounts(python, probe, process.env),
  ]);
  if (observed === undefined || plain === undefined) return undefined;
  const [young, middle, old, threshold] = plain;
  if (young > threshold - nearlyDue) return undefined;
  return [young - observed[0], middle - observed[1], old - observed[2]];
}

function readCounts(
  python: string,
  probe: string,
  environment: NodeJS.ProcessEnv,
): Promise<Counts | undefined> {
  return new Promise((resolve) => {
    const child = spawn(python, [probe], {
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
    child.once("error", () => resolve(undefined));
    child.once("close", () => resolve(readCountsText(text)));
  });
}

function readCountsText(text: string): Counts | undefined {
  const numbers = text.trim().split(/\s+/).map(Number);
  const [young, middle, old, threshold] = numbers;
  const isWhole = numbers.length === 4 && numbers.every(Number.isInteger);
  if (!isWhole || young === undefined || middle === undefined) return undefined;
  return old === undefined || threshold === undefined ? undefined : [young, middle, old, threshold];
}
