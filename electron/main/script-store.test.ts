import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createScriptStore } from "./script-store";

let folder = "";
const at = (...parts: readonly string[]): string => path.join(folder, ...parts);
const store = () => createScriptStore(at("data"), at("examples"));

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "scripts-"));
  fs.mkdirSync(at("examples"));
  const catalogue = [
    { id: "one", group: "First", title: "One", lesson: "A lesson.", file: "one.py" },
    { id: 3 },
  ];
  fs.writeFileSync(at("examples/catalogue.json"), JSON.stringify(catalogue));
  fs.writeFileSync(at("examples/one.py"), "a = 1\n");
  fs.writeFileSync(at("mine.py"), "\uFEFFb = 2\n");
});
afterEach(() => fs.rmSync(folder, { recursive: true }));

test("an opened script is remembered across restarts, newest first, once", () => {
  fs.writeFileSync(at("other.py"), "");
  store().openFile(at("mine.py"));
  store().openFile(at("other.py"));
  expect(store().openFile(at("mine.py"))).toMatchObject({
    ok: true,
    value: { kind: "script", script: { text: "b = 2\n", example: false } },
  });
  expect(
    store()
      .recentFiles()
      .map(({ name }) => name),
  ).toEqual(["mine.py", "other.py"]);
});

test("a recent file that is gone says so, and can be forgotten", () => {
  store().openFile(at("mine.py"));
  fs.rmSync(at("mine.py"));
  expect(store().recentFiles()).toMatchObject([{ name: "mine.py", missing: true }]);
  expect(store().forgetRecent(at("mine.py"))).toEqual([]);
});

test("a damaged list of recent files is an empty one", () => {
  fs.mkdirSync(at("data"));
  fs.writeFileSync(at("data/recent.json"), '[{"path":"relative.py","opened":"2026-01-01"},5]');
  expect(store().recentFiles()).toEqual([]);
  fs.writeFileSync(at("data/recent.json"), "{");
  expect(store().recentFiles()).toEqual([]);
});

test("examples are listed with their text, opened as examples, and are not recent", () => {
  expect(store().examples()).toEqual([
    { id: "one", group: "First", title: "One", lesson: "A lesson.", text: "a = 1\n" },
  ]);
  expect(store().openExample("one")).toMatchObject({ value: { name: "one.py", example: true } });
  expect(store().recentFiles()).toEqual([]);
  expect(store().openExample("two").ok).toBe(false);
});

test("what is no script, and what cannot be read, is refused", () => {
  expect(store().openFile(at("notes.txt"))).toMatchObject({
    failure: { kind: "unsupported-file" },
  });
  expect(store().openFile(at("gone.py"))).toMatchObject({
    failure: { kind: "file-unreadable", reason: "there is no such file" },
  });
});
