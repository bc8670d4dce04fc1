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
/** One below the wire's `none`. */
const mostSteps = 0xfffffffe;

export function readCommandLine(words: readonly string[]): CommandLine {
  const [command, ...rest] = words;
  if (command === undefined) return wrong("Say what to do.");
  if (command !== "report") return wrong(`There is no command "${command}".`);
  const dashes = rest.indexOf("--");
  const own = sortWords(dashes === -1 ? rest : rest.slice(0, dashes));
  if (own.wrong !== undefined) return wrong(own.wrong);
  const [file, second] = own.files;
  if (file === undefined) return wrong("Name the script to run.");
  if (second !== undefined) {
    return wrong(`One script at a time: "${second}" is one too many. Its arguments go after "--".`);
  }
  const maxSteps = positive(own.options.get("--max-steps"), defaultMaxSteps);
  if (maxSteps === undefined || !Number.isInteger(maxSteps) || maxSteps > mostSteps) {
    return wrong(`"--max-steps" needs a whole number above 0.`);
  }
  const timeLimitSeconds = positive(own.options.get("--time-limit"), defaultTimeLimitSeconds);
  if (timeLimitSeconds === undefined) {
    return wrong(`"--time-limit" needs a number of seconds above 0.`);
  }
  const python = own.options.get("--python");
  const scriptArgs = dashes === -1 ? [] : rest.slice(dashes + 1);
  return { kind: "report", command: { file, python, maxSteps, timeLimitSeconds, scriptArgs } };
}

interface SortedWords {
  readonly files: readonly string[];
  readonly options: ReadonlyMap<string, string>;
  readonly wrong?: string;
}

/** `--name value` and `--name=value` apart from the rest. */
function sortWords(words: readonly string[]): SortedWords {
  const options = new Map<string, string>();
  const files: string[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? "";
    if (!word.startsWith("-") || word === "-") {
      files.push(word);
      continue;
    }
    const [name = "", ...valueParts] = word.split("=");
    if (!knownOptions.has(name)) return { files, options, wrong: `There is no option "${name}".` };
    const value = valueParts.length > 0 ? valueParts.join("=") : (words[(index += 1)] ?? "");
    if (value === "") return { files, options, wrong: `"${name}" needs a value.` };
    options.set(name, value);
  }
  return { files, options };
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
