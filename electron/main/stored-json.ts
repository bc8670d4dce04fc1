/** A small JSON file in the app's folder: what it holds is checked on reading, and replaced in one move on writing. */
import fs from "node:fs";
import path from "node:path";

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

/** Writes beside the file and moves it into place: there is always either the old or the new content, whole. */
export function replaceFile(file: string, content: string | Uint8Array): void {
  const fresh = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}.part`);
  try {
    fs.writeFileSync(fresh, content);
    fs.renameSync(fresh, file);
  } catch (error) {
    fs.rmSync(fresh, { force: true });
    throw error;
  }
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
