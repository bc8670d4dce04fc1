import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { hashSources, readStamp, writeStamp } from "./build-stamp.mjs";

let root;
beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), "stamp-"));
  fs.mkdirSync(path.join(root, "electron"));
  fs.writeFileSync(path.join(root, "electron", "main.ts"), "one");
});
afterEach(() => fs.rmSync(root, { recursive: true }));

const stamp = () => hashSources({ root, sources: ["electron"] });

test("a stamp follows the contents of the sources, not their dates", () => {
  const before = stamp();
  fs.utimesSync(path.join(root, "electron", "main.ts"), 1, 1);
  expect(stamp()).toBe(before);
  fs.writeFileSync(path.join(root, "electron", "main.ts"), "two");
  expect(stamp()).not.toBe(before);
});

test("a test beside the code does not make the build stale, a new source does", () => {
  const before = stamp();
  fs.writeFileSync(path.join(root, "electron", "main.test.ts"), "test");
  expect(stamp()).toBe(before);
  fs.writeFileSync(path.join(root, "electron", "window.ts"), "");
  expect(stamp()).not.toBe(before);
});

test("a folder that was never built has no stamp", () => {
  expect(readStamp(root)).toBe("");
  writeStamp(root, "abc");
  expect(readStamp(root)).toBe("abc");
});
