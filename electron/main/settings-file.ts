/** The person's settings: every field checked on its own, so that one bad value does not cost the others. */
import fs from "node:fs";
import path from "node:path";
import type { Failure } from "../contract/failure";
import type { Settings } from "../contract/requests";
import { isInsightKind } from "./insight-kinds";
import { isRecord, storedJson, type StoredJson } from "./stored-json";

const defaults: Settings = {
  timeLimitSeconds: 30,
  maxSteps: 10_000,
  animationSpeed: 1,
  theme: "system",
  ghostSteps: 1,
  announceLess: false,
  wheel: process.platform === "darwin" ? "pan" : "zoom",
  interfaceZoom: 1,
  mutedInsights: [],
};

export function settingsFile(folder: string): StoredJson<Settings> {
  return storedJson(path.join(folder, "settings.json"), (content) => ({
    ...defaults,
    ...(isRecord(content) ? validSettings(content) : {}),
  }));
}

/** A file that says what no settings can be is kept beside the mended one, and told about. */
export function mendSettings(folder: string): Failure | undefined {
  const file = path.join(folder, "settings.json");
  if (!fs.existsSync(file)) return undefined;
  const content = parsed(fs.readFileSync(file, "utf8"));
  const refused = isRecord(content) ? refusedNames(content) : [];
  if (isRecord(content) && refused.length === 0) return undefined;
  const keptAs = path.join(folder, "settings.damaged.json");
  fs.copyFileSync(file, keptAs);
  const settings = settingsFile(folder);
  settings.write(settings.read());
  return { kind: "settings-damaged", path: keptAs, refused };
}

/** The fields that are settings, with values they can have. */
export function validSettings(content: Readonly<Record<string, unknown>>): Partial<Settings> {
  const { timeLimitSeconds, maxSteps, animationSpeed, theme } = content;
  const { ghostSteps, announceLess, wheel, interfaceZoom, mutedInsights } = content;
  return {
    ...(isNumberBetween(timeLimitSeconds, 1, 86_400) ? { timeLimitSeconds } : {}),
    ...(isNumberBetween(maxSteps, 1, 10_000_000) && Number.isInteger(maxSteps) ? { maxSteps } : {}),
    ...(isOneOf(animationSpeed, [0, 0.5, 1, 2] as const) ? { animationSpeed } : {}),
    ...(isOneOf(theme, ["system", "light", "dark"] as const) ? { theme } : {}),
    ...(isOneOf(ghostSteps, [0, 1, "all"] as const) ? { ghostSteps } : {}),
    ...(typeof announceLess === "boolean" ? { announceLess } : {}),
    ...(isOneOf(wheel, ["zoom", "pan"] as const) ? { wheel } : {}),
    ...(isNumberBetween(interfaceZoom, 0.5, 3) ? { interfaceZoom } : {}),
    ...(Array.isArray(mutedInsights) && mutedInsights.every(isInsightKind)
      ? { mutedInsights: [...new Set(mutedInsights)] }
      : {}),
  };
}

/** Names that are settings, with values they cannot have. Others may be a newer app's. */
function refusedNames(content: Readonly<Record<string, unknown>>): readonly string[] {
  const valid = validSettings(content);
  return Object.keys(defaults).filter((name) => name in content && !(name in valid));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON: told about by the caller.
    return undefined;
  }
}

function isNumberBetween(value: unknown, least: number, most: number): value is number {
  return typeof value === "number" && value >= least && value <= most;
}

function isOneOf<Value>(value: unknown, values: readonly Value[]): value is Value {
  return values.some((candidate) => candidate === value);
}
