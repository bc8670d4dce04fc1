import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test, vi } from "vitest";

const cache = fs.mkdtempSync(path.join(os.tmpdir(), "lock-"));
let withExclusiveLock;

beforeAll(async () => {
  vi.stubEnv("XDG_CACHE_HOME", cache);
  vi.spyOn(console, "error").mockReturnValue();
  ({ withExclusiveLock } = await import("./exclusive-lock.mjs"));
});
afterAll(() => fs.rmSync(cache, { recursive: true }));

test("the second one waits until the first has finished", async () => {
  const happened = [];
  const first = withExclusiveLock({ name: "work" }, async () => {
    happened.push("first begins");
    await sleep(50);
    happened.push("first ends");
  });
  const second = withExclusiveLock({ name: "work" }, () => happened.push("second"));
  await Promise.all([first, second]);
  expect(happened).toEqual(["first begins", "first ends", "second"]);
});

test("work that fails gives the lock back", async () => {
  const failing = withExclusiveLock({ name: "work" }, () => Promise.reject(new Error("no")));
  await expect(failing).rejects.toThrow("no");
  expect(await withExclusiveLock({ name: "work" }, () => "done")).toBe("done");
});

test("the lock of a process that is gone holds nobody up", async () => {
  const locks = path.join(cache, "ouroscope-dev", "locks");
  fs.mkdirSync(locks, { recursive: true });
  // Larger than any process id there can be.
  fs.writeFileSync(path.join(locks, "abandoned"), "4194305");
  expect(await withExclusiveLock({ name: "abandoned" }, () => "done")).toBe("done");
});
