/** How the end-to-end tests run: the real app, one window per test, results for .ci/closing-line.mjs. */
import { defineConfig, type PlaywrightTestConfig } from "@playwright/test";

const configuration: PlaywrightTestConfig = defineConfig({
  testDir: "flows",
  outputDir: "../test-results/e2e",
  snapshotPathTemplate: "{testDir}/../screenshots/{testFileName}/{arg}{ext}",
  // Electron, Python and the tests share two cores; more workers would only make each of them slow.
  workers: 2,
  fullyParallel: true,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  forbidOnly: process.env["CI"] !== undefined,
  reporter: [["list"], ["json", { outputFile: "../test-results/e2e.json" }]],
});

export default configuration;
