// How the app is packaged. The Electron runtime that electron-runtime.mjs finds is used as it is; a package made from
// the fallback runtime is good for tests only.
import fs from "node:fs";
import path from "node:path";
import { ensureElectron } from "./electron-runtime.mjs";

const isForThisMachine = ({ platformName, arch }) =>
  platformName === process.platform && arch === process.arch;

export default {
  appId: "org.ouroscope.app",
  productName: "Ouroscope",
  executableName: "ouroscope",
  directories: { output: "dist" },
  // Vite has bundled every dependency; nothing of node_modules is needed.
  files: ["out/{main,preload,renderer}/**", "!out/**/*.map", "package.json", "!node_modules/**"],
  extraResources: [
    {
      from: "python-agent",
      to: "python-agent",
      filter: ["**/*.py", "!tests/**", "!benchmarks/**"],
    },
    { from: "assets", to: "assets" },
  ],
  // Only recordings: double-clicking a script is for the person's own editor.
  fileAssociations: [
    {
      ext: "ouroscope",
      name: "Ouroscope recording",
      description: "Recording of a Python script",
      mimeType: "application/vnd.ouroscope.recording",
      role: "Editor",
    },
  ],
  asar: true,
  npmRebuild: false,
  electronLanguages: ["en-US"],
  // null lets electron-builder download the official runtime of another platform.
  electronDist: async (context) =>
    isForThisMachine(context) ? (await ensureElectron()).folder : null,
  electronFuses: {
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    // Playwright needs it: OUROSCOPE_TESTABLE=1 makes a package the end-to-end tests can drive.
    enableNodeCliInspectArguments: process.env.OUROSCOPE_TESTABLE === "1",
    enableCookieEncryption: false,
    onlyLoadAppFromAsar: true,
    grantFileProtocolExtraPrivileges: false,
    loadBrowserProcessSpecificV8Snapshot: false,
  },
  // A runtime given as a folder is copied as it is; these two belong to development only.
  afterPack: ({ appOutDir }) => {
    for (const name of ["resources/default_app.asar", "version"])
      fs.rmSync(path.join(appOutDir, name), { force: true });
  },
  linux: {
    target: ["dir"],
    category: "Development",
    maintainer: "The Ouroscope developers <maintainers@ouroscope.example>",
    synopsis: "See what your Python script keeps in memory",
    syncDesktopName: true,
  },
  deb: {
    depends: [
      "libgtk-3-0 | libgtk-3-0t64",
      "libnss3",
      "libasound2 | libasound2t64",
      "libgbm1",
      "xdg-utils",
    ],
  },
  win: { target: [{ target: "nsis", arch: ["x64", "arm64"] }, "zip"] },
  nsis: { oneClick: false, allowToChangeInstallationDirectory: true, perMachine: false },
  mac: {
    target: [{ target: "dmg", arch: ["universal"] }, "zip"],
    category: "public.app-category.developer-tools",
    hardenedRuntime: true,
  },
};
