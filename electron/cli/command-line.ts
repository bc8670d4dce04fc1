/** The words after `ouroscope` -> what is wanted, or what is wrong with them. */
import { type FindingKind, findingKinds } from "../contract/memory-finding";
import { type ExportCommand, exportUsage, readExport } from "./export-command-line";
import { readRecord, type RecordCommand, recordUsage } from "./record-command-line";
import { readRunOptions, type RunCommand, runOptions } from "./run-options";
import { sortWords } from "./option-words";

export type ReportCommand = RunCommand;

export type CommandLine =
  | {
      readonly kind: "report";
      readonly command: ReportCommand;
      /** Findings that make the exit code 1. */
      readonly failOn: readonly FindingKind[];
    }
  | { readonly kind: "export"; readonly command: ExportCommand }
  | { readonly kind: "record"; readonly command: RecordCommand }
  | { readonly kind: "wrong"; readonly message: string };

export const usage: string = `Usage: ouroscope report FILE.py [--fail-on garbage,uncollectable,resurrected]
         [--python PATH] [--max-steps N] [--time-limit S] [-- script args]
       ${recordUsage}
       ${exportUsage}
       In place of FILE.py, report and export take a recording, FILE.ouroscope.`;

export function readCommandLine(words: readonly string[]): CommandLine {
  const [command, ...rest] = words;
  switch (command) {
    case undefined:
      return wrong("Say what to do.");
    case "report":
      return readReport(rest);
    case "export": {
      const wanted = readExport(rest);
      return typeof wanted === "string" ? wrong(wanted) : { kind: "export", command: wanted };
    }
    case "record": {
      const wanted = readRecord(rest);
      return typeof wanted === "string" ? wrong(wanted) : { kind: "record", command: wanted };
    }
    default:
      return wrong(`There is no command "${command}".`);
  }
}

function readReport(words: readonly string[]): CommandLine {
  const sorted = sortWords(words, { valued: [...runOptions, "--fail-on"], flags: [] });
  if (sorted.wrong !== undefined) return wrong(sorted.wrong);
  const command = readRunOptions(sorted);
  if (typeof command === "string") return wrong(command);
  const asked = (sorted.options.get("--fail-on") ?? "").split(",").filter((word) => word !== "");
  const failOn = findingKinds.filter((kind) => asked.includes(kind));
  const unknown = asked.find((word) => !findingKinds.some((kind) => kind === word));
  if (unknown !== undefined)
    return wrong(`"--fail-on" takes garbage, uncollectable and resurrected, not "${unknown}".`);
  return { kind: "report", command, failOn };
}

function wrong(message: string): CommandLine {
  return { kind: "wrong", message };
}
