/** Which interpreter runs the scripts: the one chosen in the app, by `--python`, or the first that fits the script. */
import path from "node:path";
import { createPythonFinder } from "../agent/python-finder";
import type { Answer } from "../contract/requests";
import type { PythonInfo } from "../contract/session-events";
import { isRecord, storedJson } from "./stored-json";

export interface PythonChoice {
  list(scriptFolder: string | undefined): Promise<readonly PythonInfo[]>;
  check(python: string): Promise<Answer<PythonInfo>>;
  /** From now on, and after a restart. */
  select(python: string): Promise<Answer<PythonInfo>>;
  forScript(scriptFolder: string, wanted: string | undefined): Promise<Answer<PythonInfo>>;
}

export function createPythonChoice(dataFolder: string, fromCommandLine?: string): PythonChoice {
  const finder = createPythonFinder();
  const file = storedJson(path.join(dataFolder, "python.json"), (content) =>
    isRecord(content) && typeof content["path"] === "string" ? { path: content["path"] } : {},
  );
  let chosen: string | undefined = fromCommandLine ?? file.read().path;

  return {
    async list(scriptFolder) {
      const found = await finder.findAll(scriptFolder);
      if (chosen === undefined || found.some((python) => python.path === chosen)) return found;
      const own = await finder.check(chosen, scriptFolder);
      return own.ok ? [own.value, ...found] : found;
    },
    check: (python) => finder.check(python),
    async select(python) {
      const answer = await finder.check(python);
      if (answer.ok) {
        chosen = answer.value.path;
        file.write({ path: chosen });
      }
      return answer;
    },
    forScript(scriptFolder, wanted) {
      const python = wanted ?? chosen;
      return python === undefined
        ? finder.findFirst(scriptFolder)
        : finder.check(python, scriptFolder);
    },
  };
}
