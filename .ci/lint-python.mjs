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
    // Line length is the formatter's, `X | Y` before 3.10 is pyright's business; a docstring is asked of every file, not of
    // every function; "%s" % x is used where an f-string would call into the script's own objects; slots stand in memory order;
    // and the agent does without contextlib, because whatever it imports is loaded into the person's own program.
    ignore: [
      ...["E501", "UP007", "UP045", "UP031", "RUF023", "RUF012", "PERF203", "SIM105", "N818"],
      ...["D101", "D102", "D103", "D104", "D105", "D106", "D107", "D205", "D208"],
    ],
    pydocstyle: { convention: "google" },
  },
};
const tests = {
  ...style,
  lint: { ...strict.lint, ignore: [...strict.lint.ignore, "D", "ARG", "N", "PERF"] },
};
/** Examples and test scripts are lessons: they shadow, leak and misbehave on purpose, and their lines are counted. */
const lessons = { ...style, lint: { select: ["F"], ignore: ["F401", "F821", "F841"] } };
/** What Python does with these is compared or measured; there is nothing in them to be put right. */
const oddities = { ...style, lint: { select: [] } };

const areas = [
  { folder: "python-agent/tests/scripts", settings: lessons, formatted: false },
  { folder: "python-agent/tests/twins/scripts", settings: oddities, formatted: false },
  { folder: "python-agent/benchmarks/programs", settings: oddities, formatted: false },
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
    const source = write ? sortImports({ workspace, file }) : fs.readFileSync(file, "utf8");
    for (const { code, message, start_location: start } of workspace.check(source)) {
      // A script whose lesson is its syntax error.
      if (code === "invalid-syntax" && !formatted) continue;
      complain(`${nameOf(file)}:${start.row}:${start.column} ${code} ${message}`);
    }
    if (formatted) checkFormat({ workspace, file, source });
  }
}

/** The one fix that is always safe, and tedious by hand. */
function sortImports({ workspace, file }) {
  const source = fs.readFileSync(file, "utf8");
  const found = workspace.check(source).find(({ code, fix }) => code === "I001" && fix);
  if (!found) return source;
  const lines = source.split("\n");
  for (const { content, location, end_location: end } of found.fix.edits.toReversed()) {
    const before = lines[location.row - 1].slice(0, location.column - 1);
    const after = (lines[end.row - 1] ?? "").slice(end.column - 1);
    const replaced = `${before}${content ?? ""}${after}`.split("\n");
    lines.splice(location.row - 1, end.row - location.row + 1, ...replaced);
  }
  fs.writeFileSync(file, lines.join("\n"));
  return lines.join("\n");
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

function nameOf(file) {
  return path.relative(root, file);
}

function pythonFilesUnder(folder) {
  if (!fs.existsSync(folder)) return [];
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === "__pycache__" ? [] : pythonFilesUnder(full);
    return entry.name.endsWith(".py") ? [full] : [];
  });
}
