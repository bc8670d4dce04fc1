/** Programs that are not ours, for tests of what we export; `electron/tooling/test-tools.mjs` installs them where it may. */
import { spawnSync } from "node:child_process";

export interface ProgramAnswer {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export function runProgram(
  program: string,
  parameters: readonly string[],
  stdin = "",
): ProgramAnswer {
  const done = spawnSync(program, parameters, { input: stdin, encoding: "utf8" });
  return { exitCode: done.status, stdout: done.stdout, stderr: done.stderr };
}

export const hasGraphviz = (): boolean => runProgram("dot", ["-V"]).exitCode === 0;

/** Debian's networkx belongs to Debian's own Python. */
export const networkxPython = "/usr/bin/python3";

export const hasNetworkx = (): boolean =>
  runProgram(networkxPython, ["-c", "import networkx"]).exitCode === 0;
