/** The words after `ouroscope` -> what is wanted, or what is wrong with them. */

export interface ReportCommand {
  readonly file: string;
  readonly python: string | undefined;
  readonly maxSteps: number;
  readonly timeLimitSeconds: number;
  readonly scriptArgs: readonly string[];
}

export type CommandLine =
  | { readonly kind: "report"; readonly command: ReportCommand }
  | { readonly kind: "wrong"; readonly message: string };

export const usage =
  "Usage: ouroscope report FILE.py [--python PATH] [--max-steps N] [--time-limit S] [-- script args]";

const defaultMaxSteps = 10_000;
const defaultTimeLimitSeconds = 60;

export function readCommandLine(words: readonly string[]): CommandLine {
  const [command, ...rest] = words;
  if (command === undefined) return wrong("Say what to do.");
  if (command !== "report") return wrong(`There is no command "${command}".`);
  const dashes = rest.indexOf("--");
  const own = dashes === -1 ? rest : rest.slice(0, dashes);
  const scriptArgs = dashes === -1 ? [] : rest.slice(dashes + 1);
  const options = new Map<string, string>();
  const files: string[] = [];
  for (let index = 0; index < own.length; index++) {
    const word = own[index] ?? "";
    if (!word.startsWith("-") || word === "-") {
      files.push(word);
      continue;
    }
    const equals = word.indexOf("=");
    const name = equals === -1 ? word : word.slice(0, equals);
    if (!knownOptions.has(name)) return wrong(`There is no option "${name}".`);
    const value = equals === -1 ? own[(index += 1)] : word.slice(equals + 1);
    if (value === undefined || value === "") return wrong(`"${name}" needs a value.`);
    options.set(name, value);
  }
  const [file, second] = files;
  if (file === undefined) return wrong("Name the script to run.");
  if (second !== undefined) {
    return wrong(`One script at a time: "${second}" is one too many. Its arguments go after "--".`);
  }
  const maxSteps = positive(options.get("--max-steps"), defaultMaxSteps);
  if (maxSteps === undefined || !Number.isInteger(maxSteps) || maxSteps > 0xfffffffe) {
    return wrong(`"--max-steps" needs a whole number above 0.`);
  }
  const timeLimitSeconds = positive(options.get("--time-limit"), defaultTimeLimitSeconds);
  if (timeLimitSeconds === undefined) return wrong(`"--time-limit" needs a number of seconds above 0.`);
  const python = options.get("--python");
  return { kind: "report", command: { file, python, maxSteps, timeLimitSeconds, scriptArgs } };
}

const knownOptions: ReadonlySet<string> = new Set(["--python", "--max-steps", "--time-limit"]);

function positive(text: string | undefined, otherwise: number): number | undefined {
  if (text === undefined) return otherwise;
  const value = Number(text);
  return Number.isFinite(value) && value > 0 ? value : undefined;
}

function wrong(message: string): CommandLine {
  return { kind: "wrong", message };
}
