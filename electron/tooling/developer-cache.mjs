// The one folder outside the repository where the tooling keeps what it downloaded, so that it outlives fresh clones and `npm ci`.
import os from "node:os";
import path from "node:path";

const userCache = process.env.XDG_CACHE_HOME || path.join(os.homedir(), ".cache");

export const developerCache = path.join(userCache, "ouroscope-dev");
