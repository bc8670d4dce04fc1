// The pictures of the README: every bundled example at its most telling step, made by the command line. `node electron/tooling/gallery.mjs [--python PATH] [ID ...]`
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { projectRoot } from "./project-root.mjs";

const examplesFolder = path.join(projectRoot, "assets", "examples");
const picturesFolder = path.join(projectRoot, "assets", "pictures");
const runner = path.join(projectRoot, "electron", "tooling", "run-ouroscope.mjs");
const largestReport = 512 * 1024 * 1024;

/** What the tool printed. Throws with what it complained about. */
function ouroscope(...parameters) {
  const options = { encoding: "utf8", maxBuffer: largestReport };
  const { status, stdout, stderr } = spawnSync(process.execPath, [runner, ...parameters], options);
  if (status !== 0) throw new Error(`${parameters.join(" ")}: ${stderr.trim()}`);
  return stdout;
}

/** Of those with the most garbage, the most objects and the most names, in this order, the last. */
function mostTelling(steps) {
  const counted = steps
    .filter(({ inner }) => inner === 0)
    .map(({ step, objects, names }) => {
      const unreachable = objects.filter(({ state }) => state === "unreachable").length;
      const alive = objects.filter(({ state }) => state !== "freed").length;
      return [unreachable, alive, names.length, step];
    });
  const difference = (a, b) => a.map((count, at) => count - b[at]).find((by) => by !== 0) ?? 0;
  return counted.sort(difference).at(-1)?.at(-1) ?? 0;
}

function draw({ id, file }, { python, folder }) {
  const recording = path.join(folder, `${path.parse(file).name}.ouroscope`);
  const chosen = python === undefined ? [] : ["--python", python];
  ouroscope("record", path.join(examplesFolder, file), "--out", recording, ...chosen);
  const { steps } = JSON.parse(ouroscope("report", recording));
  const step = mostTelling(steps);
  const picture = path.join(picturesFolder, "gallery", `${id}.svg`);
  const looks = ["--format", "svg", "--steps", String(step), "--anonymise"];
  ouroscope("export", recording, ...looks, "--out", picture);
  console.error(`[gallery] ${id}: step ${step}`);
}

/** Underscores would make words bold. */
const plain = (words) => words.replaceAll("_", "\\_");

/** Heading, lesson and picture of each, in the order of the first screen. */
function page(catalogue) {
  const groups = [...new Set(catalogue.map(({ group }) => group))];
  const entry = ({ id, title, lesson, file }) =>
    `### ${plain(title)}\n\n${plain(lesson)} ([${file}](../examples/${file}))\n\n![${plain(title)}](gallery/${id}.svg)\n`;
  const sections = groups.map((group) => {
    const members = catalogue.filter((example) => example.group === group);
    return `## ${group}\n\n${members.map(entry).join("\n")}`;
  });
  return `# Every bundled example in one picture\n\nMade by \`node electron/tooling/gallery.mjs\`.\n\n${sections.join("\n")}`;
}

function readWords(words) {
  const at = words.indexOf("--python");
  if (at < 0) return { python: undefined, ids: words };
  return {
    python: words[at + 1],
    ids: words.filter((_, index) => index !== at && index !== at + 1),
  };
}

const { python, ids } = readWords(process.argv.slice(2));
const catalogue = JSON.parse(fs.readFileSync(path.join(examplesFolder, "catalogue.json"), "utf8"));
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "ouroscope-gallery-"));
fs.mkdirSync(path.join(picturesFolder, "gallery"), { recursive: true });
try {
  for (const example of catalogue)
    if (ids.length === 0 || ids.includes(example.id)) draw(example, { python, folder });
  fs.writeFileSync(path.join(picturesFolder, "gallery.md"), page(catalogue));
} catch (error) {
  console.error(`[gallery] ${error.message}`);
  process.exitCode = 1;
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}
