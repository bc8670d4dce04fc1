import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readLesson } from "./lesson-file";

let folder = "";
const at = (name: string): string => path.join(folder, name);

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "lessons-"));
  fs.writeFileSync(at("one.py"), "a = []\r\nb = a\r\n");
});
afterEach(() => fs.rmSync(folder, { recursive: true }));

test("a lesson lies beside its script and has its name, whatever its line ends are", () => {
  expect(readLesson(at("one.py"))).toEqual({ ok: true, value: undefined });
  fs.writeFileSync(at("one.ipynb"), "{}");
  fs.writeFileSync(at("one.lesson.md"), "\uFEFF# One\r\n\r\n## S\r\n\r\nat: b = a\r\n");
  expect(readLesson(at("one.py"))).toMatchObject({
    value: { title: "One", steps: [{ title: "S", at: { code: "b = a" } }] },
  });
  expect(readLesson(at("one.ipynb"))).toEqual({ ok: true, value: undefined });
});

test("a lesson that cannot be read is a failure that names its file and line", () => {
  fs.writeFileSync(at("one.lesson.md"), Buffer.from([0xff, 0xfe, 0x00, 0x41]));
  expect(readLesson(at("one.py"))).toMatchObject({
    failure: { kind: "lesson-damaged", path: at("one.lesson.md"), line: 1 },
  });
  fs.writeFileSync(at("one.lesson.md"), "# One\n".repeat(60_000));
  expect(readLesson(at("one.py"))).toMatchObject({
    failure: { kind: "lesson-damaged", reason: expect.stringContaining("too long") },
  });
  fs.rmSync(at("one.lesson.md"));
  fs.mkdirSync(at("one.lesson.md"));
  expect(readLesson(at("one.py"))).toMatchObject({
    failure: { kind: "file-unreadable", reason: "it is a folder" },
  });
});
