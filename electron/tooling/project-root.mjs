// Where the repository is, and where the person stood when they typed the npm command.
import path from "node:path";
import { fileURLToPath } from "node:url";

export const projectRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

/** npm runs scripts in the repository; a FILE.py on the command line is meant from where it was typed. */
export const callerFolder = process.env.INIT_CWD || process.cwd();

export const tool = (name) => path.join(projectRoot, "electron", "tooling", name);
