/** Says which entry of the recording each piece of the script's output belongs to, while it is still being written. */
import { openOutputTail, type OutputTail } from "../agent/output-files";
import type { EntryIndex } from "../contract/ids";
import type { OutputChunk } from "../contract/session-events";
import type { OutputEnd } from "./engine-protocol";

export interface LiveOutput {
  /** What was written up to the end of an entry just recorded. */
  upTo(entry: EntryIndex, end: OutputEnd): readonly OutputChunk[];
  /** What was written since. */
  rest(entry: EntryIndex): readonly OutputChunk[];
  close(): void;
}

export function openLiveOutput(stdoutPath: string, stderrPath: string): LiveOutput {
  const stdout = openOutputTail(stdoutPath);
  const stderr = openOutputTail(stderrPath);
  return {
    upTo: (entry, end) => [
      ...chunk(stdout, "stdout", entry, end.stdout),
      ...chunk(stderr, "stderr", entry, end.stderr),
    ],
    rest: (entry) => [
      ...chunk(stdout, "stdout", entry, stdout.writtenBytes()),
      ...chunk(stderr, "stderr", entry, stderr.writtenBytes()),
    ],
    close() {
      stdout.close();
      stderr.close();
    },
  };
}

function chunk(
  tail: OutputTail,
  stream: "stdout" | "stderr",
  entry: EntryIndex,
  end: number,
): readonly OutputChunk[] {
  const text = tail.readUpTo(end);
  return text === "" ? [] : [{ entry, stream, text }];
}

export function readAllOutput(file: string): string {
  const tail = openOutputTail(file);
  const text = tail.readUpTo(tail.writtenBytes());
  tail.close();
  return text;
}
