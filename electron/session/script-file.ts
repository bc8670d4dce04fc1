/** Reads a script from disk as Python would: UTF-8, or the encoding its first two lines declare; or a notebook. */
import fs from "node:fs";
import path from "node:path";
import type { Answer } from "../contract/requests";
import type { ScriptSource } from "../contract/session-events";
import { readNotebook } from "./notebook/notebook-file";

export function readScript(file: string, example: boolean): Answer<ScriptSource> {
  try {
    const bytes = fs.readFileSync(file);
    const isNotebook = path.extname(file).toLowerCase() === ".ipynb";
    const text = isNotebook ? new TextDecoder().decode(bytes) : decodeScript(bytes);
    const script = { path: file, name: path.basename(file), text, example };
    return isNotebook ? withNotebook(script) : { ok: true, value: script };
  } catch (error) {
    return { ok: false, failure: { kind: "file-unreadable", path: file, reason: reasonOf(error) } };
  }
}

function withNotebook(script: ScriptSource): Answer<ScriptSource> {
  const answer = readNotebook(script.text);
  if (answer.ok) return { ok: true, value: { ...script, notebook: answer.notebook } };
  const { reason } = answer;
  return { ok: false, failure: { kind: "notebook-unreadable", path: script.path, reason } };
}

export function decodeScript(bytes: Uint8Array): string {
  const [first = "", second = ""] = Buffer.from(bytes.subarray(0, 400))
    .toString("latin1")
    .split("\n");
  const declaration = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/;
  const label = (declaration.exec(first) ?? declaration.exec(second))?.[1] ?? "utf-8";
  return decodeAs([label, label.replaceAll("_", "-"), label.replaceAll(/[-_]/g, "")], bytes);
}

/** Python is freer in how an encoding may be spelt: the first spelling that is known here counts. */
function decodeAs(spellings: readonly string[], bytes: Uint8Array): string {
  for (const spelling of [...spellings, "utf-8"]) {
    try {
      return new TextDecoder(spelling).decode(bytes);
    } catch {
      // Not known here. If Python does not know it either, it will say so; until then something must be shown.
    }
  }
  throw new Error("UTF-8 is always known.");
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
  ENAMETOOLONG: "its name or path is too long",
  ENOTDIR: "a part of its path is no folder",
};
