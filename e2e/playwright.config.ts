/** How the end-to-end tests run: the real app, one window per test, results for .ci/closing-line.mjs. */
import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: "flows",
  outputDir: "../test-results/e2e",
  snapshotPathTemplate: "{testDir}/../screenshots/{testFileName}/{arg}{ext}",
  // Electron, Python and the tests share two cores; more workers would only make each of them slow.
  workers: 2,
  fullyParallel: true,
  retries: 0,
  timeout: 30_000,
  expect: { timeout: 10_000 },
  forbidOnly: process.env["CI"] !== undefined,
  reporter: [["list"], ["json", { outputFile: "../test-results/e2e.json" }]],
});
