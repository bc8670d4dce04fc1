import { expect, test } from "vitest";
import { cellCode } from "./cell-code";

test("plain Python stays as it is", () => {
  const text = "a = 7\nb = (a\n  % 3)\nc = '''\n%not\n'''\nd = a \\\n  % 2\ne = 'x' # (\n";
  expect(cellCode(text)).toEqual({ code: text, skipped: [] });
});

test("commands of the notebook program are named and left out, and lines keep their numbers", () => {
  const { code, skipped } = cellCode("%matplotlib inline\n!ls -l\na = 1\nfiles = !ls\nlen?\n?len");
  expect(code).toBe("# %matplotlib inline\n# !ls -l\na = 1\n# files = !ls\n# len?\n# ?len");
  expect(skipped).toEqual([
    { line: 1, command: "%matplotlib" },
    { line: 2, command: "!ls" },
    { line: 4, command: "!ls" },
    { line: 5, command: "len?" },
    { line: 6, command: "?len" },
  ]);
});

test("in a block something must stand in the command's place", () => {
  expect(cellCode("if a:\n    !ls\nb").code).toBe("if a:\n    pass\nb");
});

test("what is only measured runs as plain code", () => {
  expect(cellCode("%%timeit -n 5\nf()\n").code).toBe("\nf()\n");
  expect(cellCode("%time f(1)").code).toBe("f(1)");
  expect(cellCode("  %timeit -n 100 -r3 f(-1)").code).toBe("  f(-1)");
  expect(cellCode("%%time\n%cd x\nf()").skipped).toEqual([{ line: 2, command: "%cd" }]);
});

test("a cell in another language is left out whole", () => {
  expect(cellCode("\n%%bash\nrm x")).toEqual({
    code: "",
    skipped: [{ line: 2, command: "%%bash" }],
  });
});

test("text that is no Python harms nothing", () => {
  expect(cellCode(")))\n'\n%x").skipped).toEqual([{ line: 3, command: "%x" }]);
});
