/** Reads a script from disk as Python would: UTF-8, with or without a byte order mark. */
import fs from "node:fs";
import path from "node:path";
import type { Answer } from "../contract/requests";
import type { ScriptSource } from "../contract/session-events";

export function readScript(file: string, example: boolean): Answer<ScriptSource> {
  try {
    const text = fs.readFileSync(file, "utf8").replace(/^\uFEFF/, "");
    return { ok: true, value: { path: file, name: path.basename(file), text, example } };
  } catch (error) {
    return { ok: false, failure: { kind: "file-unreadable", path: file, reason: reasonOf(error) } };
  }
}

/** What went wrong with a file, in words where the system's code is a common one. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const known = reasons[code];
  return known ?? (error instanceof Error ? error.message : String(error));
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EACCES: "no permission",
  EPERM: "no permission",
  EISDIR: "it is a folder",
  ENOSPC: "the disk is full",
  EROFS: "the folder is read-only",
};
