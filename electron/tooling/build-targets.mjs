// What is built from what: one Vite build for each process of the app, and one for the command line.
import path from "node:path";
import { projectRoot } from "./project-root.mjs";

const engineWorker = "electron/session/engine-worker.ts";
const nodeSources = ["electron", "package-lock.json"];

/** `entries` become the files of `out/<name>`; a change anywhere in `sources` makes the build stale. */
export const buildTargets = [
  {
    name: "main",
    kind: "module",
    entries: { main: "electron/main/main.ts", "engine-worker": engineWorker },
    sources: nodeSources,
  },
  {
    name: "cli",
    kind: "module",
    entries: { ouroscope: "electron/cli/ouroscope.ts", "engine-worker": engineWorker },
    sources: nodeSources,
  },
  {
    name: "preload",
    kind: "sandboxed",
    entries: { preload: "electron/preload/preload.ts" },
    sources: nodeSources,
  },
  {
    name: "picture-preload",
    kind: "sandboxed",
    entries: { "picture-preload": "electron/preload/picture-preload.ts" },
    sources: nodeSources,
  },
  {
    name: "renderer",
    kind: "page",
    entries: {
      index: "renderer/index.html",
      picture: "renderer/export/picture-page.html",
      print: "renderer/export/print-page.html",
    },
    sources: ["renderer", "electron/contract", "electron/tooling", "package-lock.json"],
  },
];

/** The Vite configuration of one target, written into `folder`. */
export async function viteConfiguration({ target, folder }) {
  const entries = Object.fromEntries(
    Object.entries(target.entries).map(([name, file]) => [name, path.join(projectRoot, file)]),
  );
  const shared = { configFile: false, logLevel: "warn", clearScreen: false };
  switch (target.kind) {
    case "module":
    case "sandboxed":
      return { ...shared, ...nodeConfiguration({ target, folder, entries }) };
    case "page":
      return { ...shared, ...(await pageConfiguration({ folder, entries })) };
    default:
      throw new Error(`no such kind of build: ${target.kind}`);
  }
}

function nodeConfiguration({ target, folder, entries }) {
  const sandboxed = target.kind === "sandboxed";
  return {
    root: projectRoot,
    publicDir: false,
    ssr: { noExternal: true, external: ["electron"] },
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: true,
      // The Node inside the oldest Electron this runs on; the command line's own Node is no older.
      target: "node20.18",
      minify: false,
      sourcemap: true,
      rolldownOptions: {
        input: entries,
        external: ["electron", /^node:/],
        // A sandboxed preload is one CommonJS file: it can neither import nor require a second one.
        output: sandboxed
          ? { format: "cjs", entryFileNames: "[name].cjs", codeSplitting: false }
          : { format: "es", entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js" },
      },
    },
  };
}

async function pageConfiguration({ folder, entries }) {
  const { default: react } = await import("@vitejs/plugin-react");
  return {
    root: path.join(projectRoot, "renderer"),
    base: "./",
    publicDir: false,
    plugins: [react()],
    worker: { format: "es" },
    build: {
      outDir: folder,
      emptyOutDir: true,
      // The Chromium inside the oldest Electron this runs on.
      target: "chrome130",
      sourcemap: true,
      // Fonts and pictures stay files: the page's policy allows them from its own origin only.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 4000,
      rolldownOptions: { input: entries },
    },
  };
}
