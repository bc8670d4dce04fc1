/** The breakpoints of each script, remembered across runs and restarts. */
import path from "node:path";
import { isCellFile } from "../contract/notebook";
import type { PlacedBreakpoint } from "../contract/breakpoint";
import { isRecord, storedJson } from "./stored-json";

export interface BreakpointStore {
  of(script: string): readonly PlacedBreakpoint[];
  set(script: string, breakpoints: readonly PlacedBreakpoint[]): void;
}

interface ScriptBreakpoints {
  readonly script: string;
  readonly breakpoints: readonly PlacedBreakpoint[];
}

/** The longest ago are forgotten. */
const mostScripts = 100;
const mostBreakpoints = 500;
/** They part breakpoints in the agent's environment, and no path or expression holds one. */
const partingSigns = ["\u0000", "\u001e", "\u001f"];

export function createBreakpointStore(dataFolder: string): BreakpointStore {
  const file = storedJson(path.join(dataFolder, "breakpoints.json"), parseScripts);
  return {
    of: (script) => file.read().find((entry) => entry.script === script)?.breakpoints ?? [],
    set(script, breakpoints) {
      const others = file.read().filter((entry) => entry.script !== script);
      const own = breakpoints.length === 0 ? [] : [{ script, breakpoints }];
      file.write([...own, ...others].slice(0, mostScripts));
    },
  };
}

function parseScripts(content: unknown): readonly ScriptBreakpoints[] {
  if (!Array.isArray(content)) return [];
  return content.flatMap((entry: unknown) =>
    isRecord(entry) && typeof entry["script"] === "string"
      ? [{ script: entry["script"], breakpoints: validBreakpoints(entry["breakpoints"]) }]
      : [],
  );
}

/** Those of a list that are breakpoints. */
export function validBreakpoints(content: unknown): readonly PlacedBreakpoint[] {
  if (!Array.isArray(content)) return [];
  return content.flatMap(validBreakpoint).slice(0, mostBreakpoints);
}

function validBreakpoint(content: unknown): readonly PlacedBreakpoint[] {
  if (!isRecord(content)) return [];
  const { file, line, condition, enabled } = content;
  const isOne =
    typeof file === "string" &&
    (file === "" || isCellFile(file) || path.isAbsolute(file)) &&
    isLineNumber(line) &&
    typeof condition === "string" &&
    !partingSigns.some((sign) => (file + condition).includes(sign)) &&
    typeof enabled === "boolean";
  return isOne ? [{ file, line, condition, enabled }] : [];
}

export function isLineNumber(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value > 0 && value < 0xffffffff;
}
