/** Asks one interpreter what it is, in isolation from the person's settings. */
import { execFile } from "node:child_process";

export interface PythonIdentity {
  readonly version: readonly [number, number, number];
  readonly implementation: string;
  /** What the interpreter calls itself; behind a launcher script this is the real one. */
  readonly executable: string;
}

export type PythonReply =
  | { readonly ok: true; readonly identity: PythonIdentity }
  | { readonly ok: false; readonly reason: string };

/** Runs on Python 2 too, so that an old one can be named rather than called broken. */
const question = `
import sys
name = getattr(getattr(sys, "implementation", None), "name", "cpython")
sys.stdout.write("%d.%d.%d\\n%s\\n%s\\n" % (tuple(sys.version_info[:3]) + (name, sys.executable)))
`;
const patience = 10_000;

export async function askPython(python: string, folder: string): Promise<PythonReply> {
  const isolated = await run(python, ["-I", "-c", question], folder);
  if (isolated.ok || !isolated.reason.includes("-I")) return toReply(isolated);
  // Python 2 does not know -I.
  return toReply(await run(python, ["-E", "-s", "-c", question], folder));
}

type RunReply =
  | { readonly ok: true; readonly output: string }
  | { readonly ok: false; readonly reason: string };

function run(python: string, args: readonly string[], folder: string): Promise<RunReply> {
  return new Promise((resolve) => {
    const options = { cwd: folder, timeout: patience, windowsHide: true };
    const child = execFile(python, args, options, (error, stdout, stderr) => {
      if (error === null) resolve({ ok: true, output: stdout });
      else if (error.killed) resolve({ ok: false, reason: "it did not answer within 10 seconds" });
      else resolve({ ok: false, reason: stderr.trim() || error.message });
    });
    child.stdin?.end();
  });
}

function toReply(reply: RunReply): PythonReply {
  if (!reply.ok) return reply;
  const [version = "", implementation = "", executable = ""] = reply.output.split(/\r?\n/);
  const [major, minor, micro] = version.split(".").map(Number);
  if (major === undefined || minor === undefined || micro === undefined) {
    return { ok: false, reason: "it does not answer as Python does" };
  }
  return { ok: true, identity: { version: [major, minor, micro], implementation, executable } };
}
