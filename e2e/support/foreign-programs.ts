/** Programs that are not ours and read what we export; a test that finds none of them says so and is skipped. */
import { spawnSync } from "node:child_process";

export function hasProgram(name: string): boolean {
  return spawnSync(name, ["--version"]).error === undefined;
}

/** What it prints. Throws when it complains. */
export function runProgram(name: string, ...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(name, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`${name} answered ${status}: ${stderr}`);
  return stdout;
}
