/** The words after `ouroscope` -> what is wanted, or what is wrong with them. */
import { readRunOptions, type RunCommand, runOptions } from "./run-options";
import { sortWords } from "./option-words";

export type ReportCommand = RunCommand;

export type CommandLine =
  | { readonly kind: "report"; readonly command: ReportCommand }
  | { readonly kind: "wrong"; readonly message: string };

export const usage =
  "Usage: ouroscope report FILE.py [--python PATH] [--max-steps N] [--time-limit S] [-- script args]";

export function readCommandLine(words: readonly string[]): CommandLine {
  const [command, ...rest] = words;
  switch (command) {
    case undefined:
      return wrong("Say what to do.");
    case "report":
      return readReport(rest);
    default:
      return wrong(`There is no command "${command}".`);
  }
}

function readReport(words: readonly string[]): CommandLine {
  const sorted = sortWords(words, { valued: runOptions, flags: [] });
  if (sorted.wrong !== undefined) return wrong(sorted.wrong);
  const command = readRunOptions(sorted);
  return typeof command === "string" ? wrong(command) : { kind: "report", command };
}

function wrong(message: string): CommandLine {
  return { kind: "wrong", message };
}
