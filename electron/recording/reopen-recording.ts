/** Makes a recording out of the bytes of its file. */
import type { RecordingFacts, RecordingTrouble, SourceText } from "../contract/recording-facts";
import type { RecordingReader } from "./recorder-interface";
import { readRecording } from "./recording-file/read-recording";
import { readBook } from "./recording-reader";

export interface ReopenedRecording {
  readonly reader: RecordingReader;
  readonly facts: RecordingFacts;
  readonly sources: readonly SourceText[];
}

export interface Reopening {
  /** Undefined: the file is whole. */
  readonly trouble: RecordingTrouble | undefined;
  /** With trouble: what can be read all the same. */
  readonly recording: ReopenedRecording | undefined;
}

export function reopenRecording(bytes: Uint8Array): Reopening {
  const read = readRecording(bytes);
  const trouble = read.kind === "trouble" ? read.trouble : undefined;
  if (read.content === undefined) return { trouble, recording: undefined };
  const { book, facts, sources } = read.content;
  return { trouble, recording: { reader: readBook(book), facts, sources } };
}
