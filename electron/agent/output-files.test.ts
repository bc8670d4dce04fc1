import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { openOutputTail } from "./output-files";

test("a character cut in half comes whole with the next reading", () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "output-"));
  const file = path.join(folder, "stdout.txt");
  fs.writeFileSync(file, "aé");
  const tail = openOutputTail(file);
  expect(tail.readUpTo(2)).toBe("a");
  fs.appendFileSync(file, "ß");
  expect(tail.writtenBytes()).toBe(5);
  expect(tail.readUpTo(5)).toBe("éß");
  expect(tail.readUpTo(3)).toBe("");
  tail.close();
  fs.rmSync(folder, { recursive: true });
});
