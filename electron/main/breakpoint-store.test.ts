import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createBreakpointStore } from "./breakpoint-store";

let folder = "";
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "breakpoints-"));
});
afterEach(() => fs.rmSync(folder, { recursive: true }));

const mark = (line: number, condition = "") => ({ file: "", line, condition, enabled: true });

test("each script has breakpoints of its own, also after a restart", () => {
  createBreakpointStore(folder).set("/a.py", [mark(3, "n > 2")]);
  createBreakpointStore(folder).set("/b.py", [mark(9)]);
  expect(createBreakpointStore(folder).of("/a.py")).toEqual([mark(3, "n > 2")]);
  expect(createBreakpointStore(folder).of("/b.py")).toEqual([mark(9)]);
  expect(createBreakpointStore(folder).of("/c.py")).toEqual([]);
});

test("a script whose breakpoints were all taken away is forgotten", () => {
  const store = createBreakpointStore(folder);
  store.set("/a.py", [mark(3)]);
  store.set("/a.py", []);
  expect(fs.readFileSync(path.join(folder, "breakpoints.json"), "utf8")).toBe("[]\n");
});

test("what is no breakpoint is left out of a damaged file", () => {
  const damaged = [mark(3), { ...mark(4), line: "4" }, mark(0), mark(5, "a\u001fb"), 6];
  const content = [{ script: "/a.py", breakpoints: damaged }, { breakpoints: [] }, null];
  fs.writeFileSync(path.join(folder, "breakpoints.json"), JSON.stringify(content));
  expect(createBreakpointStore(folder).of("/a.py")).toEqual([mark(3)]);
});
