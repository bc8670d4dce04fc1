// Reads how many tests passed out of what Python's unittest prints at its end.

/** A run that ends badly without saying what failed (a crash, nothing found) counts as one failure. */
export function readUnittestCounts({ output, exitCode }) {
  const ran = Number(/^Ran (\d+) tests? in/m.exec(output)?.[1] ?? 0);
  const verdict = /^(?:OK|FAILED|NO TESTS RAN)(?: \((.*)\))?$/m.exec(output)?.[1] ?? "";
  const named = new Map(verdict.split(", ").map((count) => count.split("=")));
  const count = (name) => Number(named.get(name) ?? 0);
  const skipped = count("skipped");
  const failed = count("failures") + count("errors") + count("unexpected successes");
  const hasCrashed = failed === 0 && (exitCode !== 0 || ran === 0);
  return {
    passed: Math.max(0, ran - failed - skipped),
    failed: hasCrashed ? 1 : failed,
    skipped,
  };
}
