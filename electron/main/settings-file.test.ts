import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { settingsFile } from "./settings-file";

test("one bad value does not cost the other settings", () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "settings-"));
  const file = settingsFile(folder);
  expect(file.read()).toEqual({
    timeLimitSeconds: 30,
    maxSteps: 10_000,
    animationSpeed: 1,
    theme: "system",
  });
  fs.writeFileSync(
    path.join(folder, "settings.json"),
    '{"theme":"pink","maxSteps":50,"timeLimitSeconds":-1,"extra":1}',
  );
  expect(file.read()).toEqual({
    timeLimitSeconds: 30,
    maxSteps: 50,
    animationSpeed: 1,
    theme: "system",
  });
  file.write({ ...file.read(), theme: "dark" });
  expect(file.read().theme).toBe("dark");
  fs.rmSync(folder, { recursive: true });
});
