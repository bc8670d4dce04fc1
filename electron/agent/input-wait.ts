/** Tells whether the program is waiting on its standard input: asks Linux, and elsewhere reads it off the line it is on. */
import fs from "node:fs";

export interface InputWaitQuestion {
  readonly pid: number;
  /** Code of the line that is about to run, or running. */
  readonly lineText: string;
  /** Milliseconds since the program was last seen to do anything. */
  readonly silence: number;
}

/** Long enough that a line that only mentions `input` has most likely gone by. */
const guessAfter = 300;

/** Number of the `read` call by Node's name of the architecture. */
const readCall: Readonly<Record<string, string>> = {
  x64: "0",
  arm64: "63",
  riscv64: "63",
  ia32: "3",
  arm: "3",
};

export function isWaitingForInput(question: InputWaitQuestion): boolean {
  const call = currentSystemCall(question.pid);
  if (call !== undefined) return call.isRead && call.descriptor === 0;
  return question.silence >= guessAfter && mentionsInput(question.lineText);
}

/** `0 0x0 0x7f...`: number and arguments of the call the main thread is in; `running` when it is in none. */
export function parseSystemCall(
  text: string,
  architecture: string = process.arch,
): { readonly isRead: boolean; readonly descriptor: number } {
  const [number, descriptor = "-1"] = text.trim().split(" ");
  return { isRead: number === readCall[architecture], descriptor: Number(descriptor) };
}

function currentSystemCall(pid: number): ReturnType<typeof parseSystemCall> | undefined {
  if (process.platform !== "linux" || readCall[process.arch] === undefined) return undefined;
  try {
    return parseSystemCall(fs.readFileSync(`/proc/${pid}/syscall`, "utf8"));
  } catch {
    // Hidden by the system's settings, or the process has just ended: the line's text must do.
    return undefined;
  }
}

export function mentionsInput(lineText: string): boolean {
  return /\binput\s*\(|\bstdin\b|\bgetpass\s*\(/.test(lineText);
}
