import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { cacheFolder, knownStartsIn } from "./known-starts";

describe("what is known of an interpreter's start", () => {
  let folder: string;
  let python: string;
  const agent = (): string => path.join(folder, "agent");
  const known = (environment: NodeJS.ProcessEnv = { LANG: "C" }) =>
    knownStartsIn(path.join(folder, "cache"), agent(), environment);

  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), "known-starts-"));
    python = path.join(folder, "python3");
    fs.writeFileSync(python, "an interpreter");
    fs.mkdirSync(path.join(agent(), "heap_agent"), { recursive: true });
    fs.writeFileSync(path.join(agent(), "heap_agent", "boot.py"), "1");
  });
  afterEach(() => fs.rmSync(folder, { recursive: true }));

  it("is found again by another start of the app", async () => {
    await known().write(python, [3, 0, -2]);
    expect(await known().read(python)).toEqual([3, 0, -2]);
  });

  it("is not taken for another interpreter, agent or environment", async () => {
    await known().write(python, [3, 0, -2]);
    expect(await known({ LANG: "C", PYTHONDEVMODE: "1" }).read(python)).toBeUndefined();
    fs.writeFileSync(path.join(agent(), "heap_agent", "boot.py"), "22");
    expect(await known().read(python)).toBeUndefined();
    fs.writeFileSync(path.join(agent(), "heap_agent", "boot.py"), "1");
    fs.writeFileSync(python, "another interpreter");
    expect(await known().read(python)).toBeUndefined();
  });

  it.each(["", "{", "{}", "[]", '["1"]', "[1.5]", "null"])(
    "is measured again when the file holds %j",
    async (content) => {
      await known().write(python, [1]);
      const cache = path.join(folder, "cache");
      for (const name of fs.readdirSync(cache)) fs.writeFileSync(path.join(cache, name), content);
      expect(await known().read(python)).toBeUndefined();
    },
  );

  it("does without where nothing can be written", async () => {
    fs.writeFileSync(path.join(folder, "cache"), "a file where the folder should be");
    await known().write(python, [1]);
    expect(await known().read(python)).toBeUndefined();
  });

  it("is kept for sixty starts at most", async () => {
    for (let number = 0; number < 63; number++)
      await known({ NUMBER: String(number) }).write(python, [number]);
    expect(fs.readdirSync(path.join(folder, "cache"))).toHaveLength(60);
  });

  it("lies where the system keeps what can be made again", () => {
    expect(cacheFolder({ XDG_CACHE_HOME: "/var/mine" }, "linux")).toBe("/var/mine/ouroscope");
    expect(cacheFolder({ XDG_CACHE_HOME: "relative" }, "linux")).toMatch(/\.cache.ouroscope$/u);
    expect(cacheFolder({ LOCALAPPDATA: "C:/Local" }, "win32")).toContain("Ouroscope");
  });
});
