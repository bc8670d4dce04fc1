import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createPythonFinder } from "./python-finder";

/** A shell script that answers as an interpreter of this version does. */
function fakePython(file: string, version: string, implementation = "cpython"): string {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const answer = `printf '%s\\n%s\\n%s\\n' '${version}' '${implementation}' '${file}'`;
  fs.writeFileSync(file, `#!/bin/sh\necho asked >> '${file}.log'\n${answer}\n`, { mode: 0o755 });
  return file;
}

// The fakes are shell scripts.
describe.skipIf(process.platform === "win32")("the finder", () => {
  let folder = "";
  const at = (...parts: readonly string[]): string => path.join(folder, ...parts);
  const finderWith = (environment: Record<string, string>) =>
    createPythonFinder({ environment, platform: "linux", home: at("home") });

  beforeEach(() => {
    folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "finder-")));
  });
  afterEach(() => fs.rmSync(folder, { recursive: true }));

  test("prefers the environment beside the script, then the active one, then PATH, then pyenv", async () => {
    fakePython(at("home/.pyenv/versions/3.9.18/bin/python"), "3.9.18");
    fakePython(at("home/.pyenv/versions/3.13.0/bin/python"), "3.13.0");
    fakePython(at("bin/python3"), "3.11.2");
    fakePython(at("active/bin/python"), "3.12.1");
    fakePython(at("project/venv/bin/python"), "3.10.1");
    const finder = finderWith({ PATH: at("bin"), VIRTUAL_ENV: at("active") });
    const all = await finder.findAll(at("project"));
    expect(all.map(({ version, origin }) => `${version} ${origin}`)).toEqual([
      "3.10.1 virtual environment",
      "3.12.1 virtual environment",
      "3.11.2 PATH",
      "3.13.0 pyenv",
      "3.9.18 pyenv",
    ]);
    const first = await finder.findFirst(at("project"));
    expect(first).toMatchObject({ ok: true, value: { path: at("project/venv/bin/python") } });
  });

  test("passes over what is too old or broken when something else fits", async () => {
    fakePython(at("bin/python3"), "3.8.18");
    fakePython(at("other/python3"), "3.14.0");
    const first = await finderWith({
      PATH: [at("bin"), at("other")].join(path.delimiter),
    }).findFirst(undefined);
    expect(first).toMatchObject({ ok: true, value: { version: "3.14.0" } });
  });

  test("says that Python is too old when there is no other", async () => {
    const old = fakePython(at("bin/python"), "2.7.18");
    const first = await finderWith({ PATH: at("bin") }).findFirst(undefined);
    expect(first).toEqual({
      ok: false,
      failure: { kind: "python-too-old", path: old, version: "2.7.18" },
    });
  });

  test("says that there is no Python, and what it tried", async () => {
    fs.mkdirSync(at("bin"));
    fs.writeFileSync(at("bin/python3"), "#!/bin/sh\nexit 1\n", { mode: 0o755 });
    const finder = finderWith({ PATH: at("bin") });
    expect(await finder.findFirst(undefined)).toEqual({
      ok: false,
      failure: { kind: "no-python", looked: [at("bin/python3")] },
    });
    expect(await finderWith({ PATH: "" }).findFirst(undefined)).toMatchObject({
      failure: { looked: [] },
    });
  });

  test("refuses another implementation and a path that is none, in words", async () => {
    const pypy = fakePython(at("pypy3"), "3.10.14", "pypy");
    const finder = finderWith({ PATH: "" });
    expect(await finder.check(pypy)).toEqual({
      ok: false,
      failure: { kind: "python-not-runnable", path: pypy, reason: "it is pypy, not CPython" },
    });
    expect(await finder.check(at("nothing"))).toMatchObject({
      failure: { kind: "python-not-runnable" },
    });
  });

  test("asks an interpreter again only when its file has changed", async () => {
    const python = fakePython(at("bin/python3"), "3.11.7");
    const finder = finderWith({ PATH: at("bin") });
    await finder.check("python3");
    await finder.check(python);
    expect(fs.readFileSync(`${python}.log`, "utf8")).toBe("asked\n");
    fakePython(python, "3.12.0");
    fs.utimesSync(python, 1, 1);
    expect(await finder.check(python)).toMatchObject({
      value: { version: "3.12.0", origin: "chosen" },
    });
  });
});
