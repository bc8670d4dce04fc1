/** The person's settings: every field checked on its own, so that one bad value does not cost the others. */
import path from "node:path";
import type { Settings } from "../contract/requests";
import { isRecord, storedJson, type StoredJson } from "./stored-json";

const defaults: Settings = {
  timeLimitSeconds: 30,
  maxSteps: 10_000,
  animationSpeed: 1,
  theme: "system",
};

export function settingsFile(folder: string): StoredJson<Settings> {
  return storedJson(path.join(folder, "settings.json"), (content) => ({
    ...defaults,
    ...(isRecord(content) ? validSettings(content) : {}),
  }));
}

/** The fields that are settings, with values they can have. */
export function validSettings(content: Readonly<Record<string, unknown>>): Partial<Settings> {
  const { timeLimitSeconds, maxSteps, animationSpeed, theme } = content;
  return {
    ...(isNumberBetween(timeLimitSeconds, 1, 86_400) ? { timeLimitSeconds } : {}),
    ...(isNumberBetween(maxSteps, 1, 10_000_000) && Number.isInteger(maxSteps) ? { maxSteps } : {}),
    ...(isOneOf(animationSpeed, [0, 0.5, 1, 2] as const) ? { animationSpeed } : {}),
    ...(isOneOf(theme, ["system", "light", "dark"] as const) ? { theme } : {}),
  };
}

function isNumberBetween(value: unknown, least: number, most: number): value is number {
  return typeof value === "number" && value >= least && value <= most;
}

function isOneOf<Value>(value: unknown, values: readonly Value[]): value is Value {
  return values.some((candidate) => candidate === value);
}
