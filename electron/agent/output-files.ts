/** Reads a file the script is still writing its output to, from where the last reading ended; cuts only between characters. */
import fs from "node:fs";

export interface OutputTail {
  /** Bytes already handed out. */
  readonly position: number;
  /** Bytes written by now. */
  writtenBytes(): number;
  /** The text up to that byte; a character cut in half there comes with the next reading. */
  readUpTo(end: number): string;
  close(): void;
}

export function openOutputTail(path: string): OutputTail {
  const file = fs.openSync(path, "r");
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  let position = 0;
  return {
    get position() {
      return position;
    },
    writtenBytes: () => fs.fstatSync(file).size,
    readUpTo(end) {
      if (end <= position) return "";
      const bytes = Buffer.alloc(end - position);
      const read = fs.readSync(file, bytes, 0, bytes.length, position);
      position += read;
      return decoder.decode(bytes.subarray(0, read), { stream: true });
    },
    close: () => fs.closeSync(file),
  };
}
