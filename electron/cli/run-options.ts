/** The part of a command line that every command with a script shares: which Python, how many steps, how long. */
import type { KnownOptions, SortedWords } from "./option-words";

export interface RunCommand {
  readonly file: string;
  readonly python: string | undefined;
  readonly maxSteps: number;
  readonly timeLimitSeconds: number;
  readonly scriptArgs: readonly string[];
}

export const runOptions: KnownOptions["valued"] = ["--python", "--max-steps", "--time-limit"];

const defaultMaxSteps = 10_000;
const defaultTimeLimitSeconds = 60;
/** One below the wire's `none`. */
const mostSteps = 0xfffffffe;

/** A sentence when something is wrong. */
export function readRunOptions(words: SortedWords): RunCommand | string {
  const [file, second] = words.files;
  if (file === undefined) return "Name the script to run.";
  if (second !== undefined)
    return `One script at a time: "${second}" is one too many. Its arguments go after "--".`;
  const maxSteps = positive(words.options.get("--max-steps"), defaultMaxSteps);
  if (maxSteps === undefined || !Number.isInteger(maxSteps) || maxSteps > mostSteps)
    return `"--max-steps" needs a whole number above 0.`;
  const timeLimitSeconds = positive(words.options.get("--time-limit"), defaultTimeLimitSeconds);
  if (timeLimitSeconds === undefined) return `"--time-limit" needs a number of seconds above 0.`;
  const python = words.options.get("--python");
  return { file, python, maxSteps, timeLimitSeconds, scriptArgs: words.scriptArgs };
}

function positive(text: string | undefined, otherwise: number): number | undefined {
  if (text === undefined) return otherwise;
  const value = Number(text);
  return Number.isFinite(value) && value > 0 ? value : undefined;
}
