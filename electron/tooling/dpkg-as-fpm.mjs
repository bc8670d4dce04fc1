#!/usr/bin/env node
// Does with dpkg-deb, which every Debian has, what electron-builder asks of fpm for a .deb; fpm itself would be downloaded.
// electron-builder starts it through CUSTOM_FPM_PATH with fpm's own command line: options, then SOURCE=DESTINATION pairs.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

const { options, lists, copies } = readFpmCommandLine(process.argv.slice(2));
if (options.get("t") !== "deb") {
  console.error(`only deb packages can be made here, not ${options.get("t")}`);
  process.exit(1);
}
const stage = fs.mkdtempSync(path.join(os.tmpdir(), "ouroscope-deb-"));
try {
  for (const copy of copies) copyInto(copy);
  const kibibytes = openFoldersAndMeasure(stage);
  writeControlFolder(kibibytes);
  const compression = options.get("deb-compression") ?? "xz";
  execFileSync(
    "dpkg-deb",
    ["--root-owner-group", `-Z${compression}`, "--build", stage, options.get("package")],
    { stdio: "inherit" },
  );
} finally {
  fs.rmSync(stage, { recursive: true, force: true });
}

function readFpmCommandLine(words) {
  const repeatable = { d: [], "deb-recommends": [] };
  const single = new Map();
  const pairs = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    const name = word.replace(/^--?/, "");
    if (!word.startsWith("-")) {
      const at = word.lastIndexOf("=");
      pairs.push({ source: word.slice(0, at), destination: word.slice(at + 1) });
    } else if (name !== "force" && name !== "debug") {
      i += 1;
      if (name in repeatable) repeatable[name].push(words[i]);
      else single.set(name, words[i]);
    }
  }
  return { options: single, lists: repeatable, copies: pairs };
}

function copyInto({ source, destination }) {
  const target = path.join(stage, destination);
  fs.mkdirSync(path.dirname(target), { recursive: true });
  if (source.endsWith("/")) {
    fs.cpSync(source, target, { recursive: true, verbatimSymlinks: true });
  } else {
    fs.copyFileSync(source, target);
    fs.chmodSync(target, 0o644);
  }
}

function openFoldersAndMeasure(folder) {
  fs.chmodSync(folder, 0o755);
  return fs.readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const full = path.join(folder, entry.name);
    const size = entry.isDirectory()
      ? openFoldersAndMeasure(full)
      : Math.ceil(fs.lstatSync(full).size / 1024);
    return sum + size;
  }, 0);
}

function writeControlFolder(kibibytes) {
  const folder = path.join(stage, "DEBIAN");
  fs.mkdirSync(folder, { mode: 0o755 });
  const [summary, ...rest] = options.get("description").split("\n");
  const description = [summary.trim(), ...rest.map((line) => ` ${line.trim() || "."}`)].join("\n");
  const fields = {
    Package: options.get("name"),
    Version: options.get("version"),
    Architecture: options.get("architecture"),
    Maintainer: options.get("maintainer"),
    "Installed-Size": kibibytes,
    Depends: lists.d.join(", "),
    Recommends: lists["deb-recommends"].join(", "),
    Section: options.get("category") ?? "devel",
    Priority: options.get("deb-priority") ?? "optional",
    Homepage: options.get("url"),
    Description: description,
  };
  const lines = Object.entries(fields)
    .filter(([, value]) => value !== undefined && value !== "")
    .map(([name, value]) => `${name}: ${value}\n`);
  fs.writeFileSync(path.join(folder, "control"), lines.join(""));
  const scripts = { "after-install": "postinst", "after-remove": "postrm" };
  for (const [option, name] of Object.entries(scripts)) {
    if (!options.has(option)) continue;
    fs.copyFileSync(options.get(option), path.join(folder, name));
    fs.chmodSync(path.join(folder, name), 0o755);
  }
}
