import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { mendSettings, settingsFile } from "./settings-file";

let folder = "";
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "settings-"));
});
afterEach(() => fs.rmSync(folder, { recursive: true }));

const write = (text: string): void => fs.writeFileSync(path.join(folder, "settings.json"), text);

test("one bad value does not cost the other settings", () => {
  const file = settingsFile(folder);
  const usual = file.read();
  expect(usual).toMatchObject({ timeLimitSeconds: 30, maxSteps: 10_000, theme: "system" });
  write('{"theme":"pink","maxSteps":50,"timeLimitSeconds":-1,"ghostSteps":"all","extra":1}');
  expect(file.read()).toEqual({ ...usual, maxSteps: 50, ghostSteps: "all" });
  file.write({ ...file.read(), theme: "dark" });
  expect(file.read().theme).toBe("dark");
});

test("a settings file that cannot be read is kept beside the mended one", () => {
  write("{theme:");
  expect(mendSettings(folder)).toMatchObject({ kind: "settings-damaged", refused: [] });
  expect(fs.readFileSync(path.join(folder, "settings.damaged.json"), "utf8")).toBe("{theme:");
  expect(mendSettings(folder)).toBeUndefined();
});

test("values no setting can have are named, and the good ones stay", () => {
  write('{"theme":"pink","maxSteps":50,"mutedInsights":["no such hint"],"of a newer app":1}');
  expect(mendSettings(folder)).toMatchObject({ refused: ["theme", "mutedInsights"] });
  expect(settingsFile(folder).read()).toMatchObject({ theme: "system", maxSteps: 50 });
});

test("no settings file is no trouble", () => {
  expect(mendSettings(folder)).toBeUndefined();
});
