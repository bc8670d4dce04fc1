/** A small JSON file in the app's folder: what it holds is checked on reading, and replaced in one move on writing. */
import fs from "node:fs";
import path from "node:path";
import { replaceFile } from "../session/replace-file";

export interface StoredJson<Value> {
  read(): Value;
  write(value: Value): void;
}

/** `parse` gets whatever the file holds, or undefined, and always answers something usable. */
export function storedJson<Value>(
  file: string,
  parse: (content: unknown) => Value,
): StoredJson<Value> {
  return {
    read: () => parse(readJson(file)),
    write(value) {
      fs.mkdirSync(path.dirname(file), { recursive: true });
      replaceFile(file, `${JSON.stringify(value, undefined, 2)}\n`);
    },
  };
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(fs.readFileSync(file, "utf8"));
  } catch {
    // Not there yet, or damaged: either way the defaults are used, and the next writing mends it.
    return undefined;
  }
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
