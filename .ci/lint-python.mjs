// Lints and checks the format of all Python in the repository with ruff's WebAssembly build, so that no Python tool need be installed.
// `node .ci/lint-python.mjs [--write]`: with --write it formats the files instead of complaining.
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { PositionEncoding, Workspace } from "@astral-sh/ruff-wasm-nodejs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const style = { "line-length": 100, "target-version": "py39", "indent-width": 4 };

/** The agent is held to a high standard; its tests need no docstrings and may leave arguments unused. */
const strict = {
  ...style,
  lint: {
    select: [
      ...["E", "F", "W", "B", "UP", "SIM", "I", "C4", "PERF", "PIE", "RUF"],
      ...["TID", "ARG", "N", "FA", "D"],
    ],
    // What the formatter decides; summary-and-blank-line rules that contradict each other; `Union` for 3.9 is pyright's business.
    ignore: ["E501", "D203", "D212", "D213", "D100", "D104", "D105", "D107", "UP007", "UP045"],
    pydocstyle: { convention: "google" },
  },
};
const tests = {
  ...style,
  lint: { ...strict.lint, ignore: [...strict.lint.ignore, "D", "ARG", "N", "PERF"] },
};
/** Examples and test scripts are lessons: they shadow, leak and misbehave on purpose, and their lines are counted. */
const lessons = { ...style, lint: { select: ["F"], ignore: ["F401", "F841"] } };

const areas = [
  { folder: "python-agent/tests/scripts", settings: lessons, formatted: false },
  { folder: "python-agent/tests", settings: tests, formatted: true },
  { folder: "python-agent", settings: strict, formatted: true },
  { folder: "assets/examples", settings: lessons, formatted: false },
];

const write = process.argv.includes("--write");
const seen = new Set();
let problems = 0;
for (const area of areas) checkArea(area);
console.log(`python lint: ${seen.size} files, ${problems} problems`);
if (problems > 0) process.exitCode = 1;

function checkArea({ folder, settings, formatted }) {
  const workspace = new Workspace(settings, PositionEncoding.Utf16);
  for (const file of pythonFilesUnder(path.join(root, folder))) {
    if (seen.has(file)) continue;
    seen.add(file);
    const source = fs.readFileSync(file, "utf8");
    for (const { code, message, start_location: start } of workspace.check(source))
      complain(`${nameOf(file)}:${start.row}:${start.column} ${code ?? "syntax"} ${message}`);
    if (formatted) checkFormat({ workspace, file, source });
  }
}

function checkFormat({ workspace, file, source }) {
  const wanted = workspace.format(source);
  if (wanted === source) return;
  if (write) fs.writeFileSync(file, wanted);
  else complain(`${nameOf(file)} is not formatted (node .ci/lint-python.mjs --write)`);
}

function complain(sentence) {
  problems += 1;
  console.log(sentence);
}

const nameOf = (file) => path.relative(root, file);

function pythonFilesUnder(folder) {
  if (!fs.existsSync(folder)) return [];
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === "__pycache__" ? [] : pythonFilesUnder(full);
    return entry.name.endsWith(".py") ? [full] : [];
  });
}
