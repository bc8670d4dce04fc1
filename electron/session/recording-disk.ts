/** Recording files on disk: read whole within a limit, replaced whole or not at all. */
import fs from "node:fs";
import path from "node:path";
import type { Answer } from "../contract/requests";
import { replaceFile } from "./replace-file";
import { reasonOf } from "./script-file";

export const recordingEnding = ".ouroscope";

/** Bytes; a recording of this size would not fit into memory when it is opened. */
const largest = 1024 * 1024 * 1024;

export function isRecordingFile(file: string): boolean {
  return path.extname(file).toLowerCase() === recordingEnding;
}

export function readRecordingFile(file: string): Answer<Uint8Array> {
  const reason = whyUnreadable(file);
  if (reason !== undefined) return unreadable(file, reason);
  try {
    return { ok: true, value: fs.readFileSync(file) };
  } catch (error) {
    return unreadable(file, reasonOf(error));
  }
}

/** Looks, and does not read. */
export function whyUnreadable(file: string): string | undefined {
  try {
    const stats = fs.statSync(file);
    fs.accessSync(file, fs.constants.R_OK);
    // A pipe or a device would never end.
    if (!stats.isFile()) return stats.isDirectory() ? "it is a folder" : "it is not a file";
    return stats.size > largest ? "it is larger than 1 GiB" : undefined;
  } catch (error) {
    return reasonOf(error);
  }
}

/** Answers its size. */
export function writeRecordingFile(file: string, bytes: Uint8Array): Answer<number> {
  try {
    replaceFile(file, bytes);
    return { ok: true, value: bytes.byteLength };
  } catch (error) {
    const isGone = error instanceof Error && "code" in error && error.code === "ENOENT";
    const reason = isGone ? "there is no such folder" : reasonOf(error);
    return { ok: false, failure: { kind: "save-failed", path: file, reason } };
  }
}

function unreadable(path_: string, reason: string): Answer<never> {
  return { ok: false, failure: { kind: "file-unreadable", path: path_, reason } };
}
