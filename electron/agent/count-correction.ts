/** By how much starting the agent moves `gc.get_count()`, so that the script's first automatic collection comes when it would have come without us. */
import { spawn } from "node:child_process";
import path from "node:path";
import { agentEnvironment } from "./agent-process";

/** Added to the counts of the young, middle and oldest generation when the script starts. */
type CountCorrection = readonly [number, number, number];

export interface CountCorrections {
  /** Asks each interpreter once; undefined when it does not answer, and nothing is corrected. */
  of(python: string): Promise<CountCorrection | undefined>;
}

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
  return [plain[0] - observed[0], plain[1] - observed[1], plain[2] - observed[2]];
}

function readCounts(
  python: string,
  probe: string,
  environment: NodeJS.ProcessEnv,
): Promise<CountCorrection | undefined> {
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
    child.once("close", () => resolve(readThree(text)));
  });
}

function readThree(text: string): CountCorrection | undefined {
  const [young, middle, old, ...more] = text.trim().split(/\s+/).map(Number);
  const isThree = [young, middle, old].every(Number.isInteger) && more.length === 0;
  if (!isThree || young === undefined || middle === undefined || old === undefined)
    return undefined;
  return [young, middle, old];
}
