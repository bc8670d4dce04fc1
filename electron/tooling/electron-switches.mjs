// What Electron must be told before any JavaScript of the app runs.

// Chromium refuses to run as root with its sandbox.
const isLinuxRoot = process.platform === "linux" && process.getuid() === 0;

export const electronSwitches = isLinuxRoot ? ["--no-sandbox"] : [];
