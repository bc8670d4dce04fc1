import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { isRecordingFile, readRecordingFile, writeRecordingFile } from "./recording-disk";

let folder = "";
const at = (name: string): string => path.join(folder, name);
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "recordings-"));
});
afterEach(() => fs.rmSync(folder, { recursive: true }));

test("a file is replaced whole, and nothing else is left in its folder", () => {
  const file = at("a.ouroscope");
  fs.writeFileSync(file, "old and longer");
  expect(writeRecordingFile(file, Uint8Array.of(1, 2))).toEqual({ ok: true, value: 2 });
  expect(readRecordingFile(file)).toEqual({ ok: true, value: Buffer.from([1, 2]) });
  expect(fs.readdirSync(folder)).toEqual(["a.ouroscope"]);
});

test("a name as long as names can be is no obstacle", () => {
  const file = at(`${"x".repeat(245)}.ouroscope`);
  expect(writeRecordingFile(file, Uint8Array.of(1))).toMatchObject({ ok: true });
});

test.each([
  ["nowhere/a.ouroscope", "there is no such folder"],
  [`${"x".repeat(300)}.ouroscope`, "its name or path is too long"],
  ["folder.ouroscope", "it is a folder"],
  ["file/a.ouroscope", "a part of its path is no folder"],
])("saving as %s says what is in the way, and leaves nothing behind", (name, reason) => {
  fs.mkdirSync(at("folder.ouroscope"));
  fs.writeFileSync(at("file"), "");
  const failure = { kind: "save-failed", path: at(name), reason };
  expect(writeRecordingFile(at(name), Uint8Array.of(1))).toEqual({ ok: false, failure });
  expect(fs.readdirSync(folder).toSorted((a, b) => (a < b ? -1 : 1))).toEqual([
    "file",
    "folder.ouroscope",
  ]);
});

test.each([
  ["ENOSPC", "the disk is full"],
  ["EROFS", "the folder is read-only"],
  ["EACCES", "no permission"],
])("a save that ends halfway with %s keeps the old file and says why", (code, reason) => {
  const file = at("a.ouroscope");
  fs.writeFileSync(file, "old");
  const write = fs.writeFileSync;
  vi.spyOn(fs, "writeFileSync").mockImplementationOnce((fresh) => {
    write(fresh, "half");
    throw Object.assign(new Error("no"), { code });
  });
  const failure = { kind: "save-failed", path: file, reason };
  expect(writeRecordingFile(file, Uint8Array.of(1, 2))).toEqual({ ok: false, failure });
  expect(fs.readFileSync(file, "utf8")).toBe("old");
  expect(fs.readdirSync(folder)).toEqual(["a.ouroscope"]);
});

test.each([
  ["gone.ouroscope", "there is no such file"],
  ["folder.ouroscope", "it is a folder"],
])("opening %s says why it cannot be read", (name, reason) => {
  fs.mkdirSync(at("folder.ouroscope"));
  const failure = { kind: "file-unreadable", path: at(name), reason };
  expect(readRecordingFile(at(name))).toEqual({ ok: false, failure });
});

test("a recording is known by its ending, however it is written", () => {
  expect(["a.ouroscope", "/b.OUROSCOPE", "ouroscope", "a.py"].map(isRecordingFile)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
