import path from "node:path";
import { expect, test } from "vitest";
import { readLaunchArguments } from "./launch-arguments";

const appFolder = path.resolve("/apps/ouroscope");
const workingFolder = path.resolve("/home/ada");
const read = (...words: readonly string[]) =>
  readLaunchArguments(words, { appFolder, workingFolder });

test("a packaged app finds the file among switches", () => {
  expect(read("/opt/Ouroscope/ouroscope", "--no-sandbox", "lesson.py")).toEqual({
    file: path.resolve("/home/ada/lesson.py"),
    scriptArguments: [],
    e2e: false,
  });
});

test("from a checkout, all up to the app's folder is Electron's", () => {
  const words = [
    "/e/electron",
    "-r",
    "loader.js",
    "--user-data-dir=/tmp/x",
    appFolder,
    "--e2e",
    "/s/a.py",
    "--python",
    "/p/python",
  ];
  expect(read(...words)).toEqual({
    file: path.resolve("/s/a.py"),
    python: "/p/python",
    scriptArguments: [],
    e2e: true,
  });
});

test("what stands behind -- belongs to the script", () => {
  expect(read("/o/ouroscope", "lesson.py", "--", "--python", "x.py")).toEqual({
    file: path.resolve("/home/ada/lesson.py"),
    scriptArguments: ["--python", "x.py"],
    e2e: false,
  });
});

test("nothing asked for is nothing to do", () => {
  expect(read("/e/electron", appFolder)).toEqual({ scriptArguments: [], e2e: false });
});
