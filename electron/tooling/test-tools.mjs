// Programs that are not ours and read what we export, for the tests alone. As root on a Debian they are installed; otherwise the one command is printed, and the tests that need them are skipped.
import { spawnSync } from "node:child_process";
import {
  canInstallPackages,
  installCommand,
  installPackages,
  isOnPath,
} from "./debian-packages.mjs";

/** Debian's networkx belongs to Debian's own Python. */
const hasNetworkx = () => spawnSync("/usr/bin/python3", ["-c", "import networkx"]).status === 0;

const tools = [
  { packageName: "graphviz", isThere: () => isOnPath("dot") },
  { packageName: "poppler-utils", isThere: () => isOnPath("pdfinfo") && isOnPath("pdftotext") },
  { packageName: "librsvg2-bin", isThere: () => isOnPath("rsvg-convert") },
  { packageName: "python3-networkx", isThere: hasNetworkx },
];

/** Never throws: without them there is less to test, and the tests say what. */
export function ensureTestTools() {
  const missing = missingPackages();
  if (missing.length === 0) return;
  if (canInstallPackages()) {
    console.error(`[test] installing ${missing.join(", ")}, which check what is exported`);
    try {
      installPackages(missing);
    } catch (error) {
      console.error(`[test] ${error.message}`);
    }
  }
  const still = missingPackages();
  if (still.length === 0) return;
  console.error(`[test] no ${still.join(", ")}: the tests that need them are skipped.`);
  if (isOnPath("apt-get")) {
    console.error(`[test] On Debian or Ubuntu run: ${installCommand(still)}`);
  }
}

const missingPackages = () =>
  tools.filter(({ isThere }) => !isThere()).map(({ packageName }) => packageName);
