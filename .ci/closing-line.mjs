// Adds up what the test runners wrote into test-results and prints it as one line: `N passed, N failed`.
// `node .ci/closing-line.mjs unit agent e2e`; a part without a result counts as one failure.
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const results = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../test-results");

const countsOf = {
  check: ({ failed }) => ({ passed: 0, failed, skipped: 0 }),
  agent: ({ passed, failed, skipped }) => ({ passed, failed, skipped }),
  unit: countVitest,
  e2e: ({ stats, errors }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
  }),
};

/** A test file that does not even load has failed, but holds no test. */
function countVitest(report) {
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length + (isSilentFailure(report, broken) ? 1 : 0),
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** An error outside any test (an unhandled rejection) fails the run and nothing else. */
const isSilentFailure = (report, broken) =>
  !report.success && report.numFailedTests === 0 && broken.length === 0;

const total = { passed: 0, failed: 0, skipped: 0 };
for (const name of process.argv.slice(2)) {
  const counts = readCounts(name);
  console.log(
    `${name}: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`,
  );
  for (const key of Object.keys(total)) total[key] += counts[key];
}
console.log(`${total.passed} passed, ${total.failed} failed`);
if (total.failed > 0) process.exitCode = 1;

function readCounts(name) {
  try {
    const report = JSON.parse(fs.readFileSync(path.join(results, `${name}.json`), "utf8"));
    return countsOf[name](report);
  } catch (error) {
    console.log(`${name}: no result (${error.message})`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}
