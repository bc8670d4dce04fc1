/** Texts of the person's other files as they were when the program first ran in them: read once, so that later changes on disk do not disagree with the recording. */
import fs from "node:fs";
import type { SourceText } from "../contract/recording-facts";
import { decodeScript } from "./script-file";

export interface SourceTexts {
  /** Reads the file when it is asked for the first time; undefined when it cannot be read, or is too long to show. */
  of(file: string): string | undefined;
  /** Text that lies in no file of the person's, such as a cell's. */
  add(file: string, text: string): void;
  /** What was read before; never touches the disk. */
  known(file: string): string | undefined;
  /** All that were read. */
  all(): readonly SourceText[];
}

/** Bytes; nobody steps through longer files. */
const longest = 2 * 1024 * 1024;

/** `kept`: those a recording file holds. */
export function createSourceTexts(kept: readonly SourceText[] = []): SourceTexts {
  const texts = new Map<string, string | undefined>(kept.map(({ path, text }) => [path, text]));
  return {
    of(file) {
      if (!texts.has(file)) texts.set(file, readText(file));
      return texts.get(file);
    },
    add: (file, text) => void texts.set(file, text),
    known: (file) => texts.get(file),
    all: () => [...texts].flatMap(([path, text]) => (text === undefined ? [] : [{ path, text }])),
  };
}

function readText(file: string): string | undefined {
  try {
    const { size } = fs.statSync(file);
    return size > longest ? undefined : decodeScript(fs.readFileSync(file));
  } catch {
    // Gone, or made up by the program: its steps are shown without their text.
    return undefined;
  }
}
