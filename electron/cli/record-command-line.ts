/** The words after `ouroscope record` -> which script, and where its recording goes. */
import type { Redaction } from "../contract/recording-facts";
import { isRecordingFile, recordingEnding } from "../session/recording-disk";
import { oneOf } from "./option-choice";
import { sortWords } from "./option-words";
import { readRunOptions, type RunCommand, runOptions } from "./run-options";

export interface RecordCommand {
  readonly run: RunCommand;
  readonly out: string;
  readonly redaction: Redaction;
}

export const recordUsage = `ouroscope record FILE.py --out FILE.ouroscope [--redact values|all]
         [--python PATH] [--max-steps N] [--time-limit S] [-- script args]`;

/** A sentence when something is wrong. */
export function readRecord(words: readonly string[]): RecordCommand | string {
  const sorted = sortWords(words, { valued: [...runOptions, "--out", "--redact"], flags: [] });
  if (sorted.wrong !== undefined) return sorted.wrong;
  const run = readRunOptions(sorted);
  if (typeof run === "string") return run;
  const out = sorted.options.get("--out");
  if (out === undefined) return `Say where to: "--out" needs a file.`;
  if (!isRecordingFile(out)) return `A recording ends in ${recordingEnding}: "${out}" does not.`;
  const redact = oneOf(sorted, "--redact", ["values", "all"]);
  if (redact.wrong !== undefined) return redact.wrong;
  const redaction = { values: redact.value !== undefined, source: redact.value === "all" };
  return { run, out, redaction };
}
