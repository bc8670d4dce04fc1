import { describe, expect, test } from "vitest";
import { readUnittestCounts } from "./unittest-counts.mjs";

describe("what unittest printed", () => {
  test("tells how many passed", () => {
    const output = "...\nRan 12 tests in 0.3s\n\nOK (skipped=2)\n";
    expect(readUnittestCounts({ output, exitCode: 0 })).toEqual({
      passed: 10,
      failed: 0,
      skipped: 2,
    });
  });

  test("tells failures from expected failures", () => {
    const output =
      "Ran 9 tests in 0.3s\n\nFAILED (failures=1, errors=2, expected failures=3, unexpected successes=1)\n";
    expect(readUnittestCounts({ output, exitCode: 1 })).toEqual({
      passed: 5,
      failed: 4,
      skipped: 0,
    });
  });

  test("counts a crash, and a run without tests, as one failure", () => {
    const crashed = readUnittestCounts({ output: "Segmentation fault", exitCode: 139 });
    expect(crashed.failed).toBe(1);
    const output = "Ran 0 tests in 0.000s\n\nNO TESTS RAN\n";
    expect(readUnittestCounts({ output, exitCode: 0 }).failed).toBe(1);
  });
});
