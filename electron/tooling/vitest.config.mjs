// Unit tests: everything beside the code. A component test asks for its DOM itself (`// @vitest-environment happy-dom`).
import os from "node:os";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { projectRoot } from "./project-root.mjs";

export default defineConfig({
  root: projectRoot,
  plugins: [react()],
  test: {
    include: ["electron/**/*.test.{ts,mjs}", "renderer/**/*.test.{ts,tsx}"],
    benchmark: { include: ["electron/**/*.bench.ts", "renderer/**/*.bench.ts"] },
    // Tests with real interpreters share a small machine with everything else.
    // They wait for Python more than they compute, so even two cores keep two of them busy.
    maxWorkers: Math.max(2, os.availableParallelism() - 1),
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
