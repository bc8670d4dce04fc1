// Tells whether a build is still that of its sources: a hash of every source's name and content, kept beside the output.
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";

const ignored =
  /(^|[\\/])(node_modules|out|dist|__pycache__)$|\.test\.(ts|tsx|mjs)$|\.tsbuildinfo$/;

/** The same for the same contents, wherever the checkout lies and whenever it was made. */
export function hashSources({ root, sources }) {
  const hash = createHash("sha256");
  for (const source of sources) {
    for (const file of filesUnder(path.join(root, source))) {
      const name = path.relative(root, file).split(path.sep).join("/");
      hash.update(`${name}\0`).update(fs.readFileSync(file)).update("\0");
    }
  }
  return hash.digest("hex");
}

function filesUnder(place) {
  if (ignored.test(place) || !fs.existsSync(place)) return [];
  if (!fs.statSync(place).isDirectory()) return [place];
  return fs
    .readdirSync(place)
    .sort()
    .flatMap((name) => filesUnder(path.join(place, name)));
}

export function readStamp(folder) {
  try {
    return fs.readFileSync(path.join(folder, ".stamp"), "utf8");
  } catch {
    // Never built, or built by something else.
    return "";
  }
}

export const writeStamp = (folder, stamp) => fs.writeFileSync(path.join(folder, ".stamp"), stamp);
