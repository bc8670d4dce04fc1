// Stand-in for Electron's default_app.asar, used by the fallback runtime only: electron [-r file]... [switches] <folder | file> [parameters]
// It must be an ES module that awaits the app: Electron holds back `ready` until this module has been evaluated.
import { app } from "electron";
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";

const { target, preloaded } = readCommandLine(process.argv.slice(1));
process.defaultApp = true;
const require = createRequire(import.meta.url);
for (const file of preloaded) require(file);
const { root, entry } = locateApp(target);
app.setAppPath(root);
try {
  await import(pathToFileURL(entry).href);
} catch (error) {
  console.error("App threw an error during load");
  console.error(error);
  process.exit(1);
}

function readCommandLine(parameters) {
  const preloads = [];
  for (let i = 0; i < parameters.length; i++) {
    const parameter = parameters[i];
    if (parameter === "-r" || parameter === "--require") {
      i++;
      preloads.push(path.resolve(parameters[i]));
    } else if (parameter === "--version" || parameter === "-v") {
      console.log(`v${process.versions.electron}`);
      process.exit(0);
    } else if (!parameter.startsWith("-")) {
      return { target: path.resolve(parameter), preloaded: preloads };
    }
  }
  console.error("usage: electron [switches] <app>");
  process.exit(1);
}

function locateApp(file) {
  if (!fs.statSync(file).isDirectory()) return { root: path.dirname(file), entry: file };
  const about = JSON.parse(fs.readFileSync(path.join(file, "package.json"), "utf8"));
  const name = about.productName || about.name;
  if (name) app.setName(name);
  if (about.version) app.setVersion(about.version);
  return { root: file, entry: path.resolve(file, about.main || "index.js") };
}
