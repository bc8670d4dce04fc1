// Builds what has changed since it was last built: `node electron/tooling/build.mjs [main] [cli] [preload] [renderer]`.
// A finished build replaces the old one in one move, so a failed or interrupted one leaves the app as it was.
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { hashSources, readStamp, writeStamp } from "./build-stamp.mjs";
import { buildTargets, viteConfiguration } from "./build-targets.mjs";
import { withExclusiveLock } from "./exclusive-lock.mjs";
import { projectRoot } from "./project-root.mjs";
import { runNode } from "./run-to-end.mjs";
import { ensureDependencies } from "./setup.mjs";

const outFolder = (target) => path.join(projectRoot, "out", target.name);
const currentStamp = (target) => hashSources({ root: projectRoot, sources: target.sources });
const isStale = (target) => readStamp(outFolder(target)) !== currentStamp(target);

export const staleTargets = (names) =>
  buildTargets.filter(
    (target) => (names.length === 0 || names.includes(target.name)) && isStale(target),
  );

/** Builds in a process of its own, whose every word goes to stderr: stdout may belong to a report. */
export async function ensureBuilt(names = []) {
  if (staleTargets(names).length === 0) return true;
  const self = fileURLToPath(import.meta.url);
  return (await runNode(self, names, { stdio: ["ignore", 2, 2] })) === 0;
}

async function buildStale(names) {
  const stale = staleTargets(names);
  if (stale.length === 0) return;
  const started = performance.now();
  console.error(`[build] ${stale.map(({ name }) => name).join(", ")}`);
  const built = await Promise.allSettled(stale.map(buildOne));
  const failures = built.filter(({ status }) => status === "rejected");
  for (const { reason } of failures) console.error(`[build] ${reason.message}`);
  if (failures.length > 0) process.exitCode = 1;
  else console.error(`[build] done in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

async function buildOne(target) {
  const { build } = await import("vite");
  const stamp = currentStamp(target);
  const folder = outFolder(target);
  const fresh = `${folder}.new`;
  await build(await viteConfiguration({ target, folder: fresh }));
  writeStamp(fresh, stamp);
  fs.rmSync(folder, { recursive: true, force: true });
  fs.renameSync(fresh, folder);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await ensureDependencies();
  await withExclusiveLock({ name: "build", folder: projectRoot }, () =>
    buildStale(process.argv.slice(2)),
  );
}
