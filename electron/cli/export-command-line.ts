/** The words after `ouroscope export` -> which steps become which files, and what they look like. */
import {
  type AnimationSpeed,
  MOST_COLUMNS,
  type MovingFormat,
  type StillFormat,
} from "../contract/export-settings";
import type { DataFormatId } from "../data-formats/data-formats";
import { isOneOf, oneOf } from "./option-choice";
import { type SortedWords, sortWords } from "./option-words";
import { lookOptions, type PictureLook, readLook } from "./picture-look";
import { readRunOptions, type RunCommand, runOptions } from "./run-options";
import { readStepChoice, type StepChoice } from "./step-choice";

export interface ExportCommand {
  readonly run: RunCommand;
  /** A file; a folder that is there; `-`: stdout. */
  readonly out: string;
  readonly steps: StepChoice;
  readonly wish: ExportWish;
}

export type ExportWish =
  /** `columns`: several steps in one picture, so many beside each other; undefined: one file each. */
  | {
      readonly kind: "graph";
      readonly format: StillFormat;
      readonly columns: number | undefined;
      readonly look: PictureLook;
    }
  | { readonly kind: "timeline"; readonly format: StillFormat; readonly look: PictureLook }
  | {
      readonly kind: "film";
      readonly format: MovingFormat;
      readonly speed: AnimationSpeed;
      readonly look: PictureLook;
    }
  | { readonly kind: "data"; readonly format: DataFormatId }
  | { readonly kind: "table"; readonly table: RecordingTable };

/** `types` of one step, the others of all. */
export type RecordingTable = "types" | "collections" | "steps";

export const exportUsage: string = `ouroscope export FILE.py|RECORDING --out PATH [--format FORMAT] [--steps last|all|N|N..M]
         pictures: png, svg, pdf; one file for each step, or [--columns N] all in one, or [--timeline]
         films: gif, webm [--speed 0.5|1|2]
         data: json, dot, graphml, mermaid, csv [--table objects|references|types|collections|steps]
         looks: [--theme light|dark|print] [--background white|transparent|theme|print]
                [--scale N | --size slide|slide-2x|paper-column|paper-full]
                [--no-legend] [--no-caption] [--[no-]step-number] [--[no-]code-line] [--anonymise]
         [--python PATH] [--max-steps N] [--time-limit S] [-- script args]
       --out - writes to stdout; a folder gets files named after the script and the step.`;

const stills = ["png", "svg", "pdf"] as const;
const films = ["gif", "webm"] as const;
const data = ["json", "dot", "graphml", "mermaid", "csv"] as const;
const formats = [...stills, ...films, ...data] as const;
const tables = ["objects", "references", "types", "collections", "steps"] as const;
/** What a file's ending stands for where it is not the format's own name. */
const endings: Readonly<Record<string, string>> = { mmd: "mermaid", gv: "dot" };

const graphOptions = ["--steps", "--columns", "--speed", "--table"];

/** A sentence when something is wrong. */
export function readExport(words: readonly string[]): ExportCommand | string {
  const sorted = sortWords(words, {
    valued: [...runOptions, ...lookOptions.valued, ...graphOptions, "--format", "--out"],
    flags: [...lookOptions.flags, "--timeline"],
  });
  if (sorted.wrong !== undefined) return sorted.wrong;
  const run = readRunOptions(sorted);
  if (typeof run === "string") return run;
  const out = sorted.options.get("--out");
  if (out === undefined) return `Say where to: "--out" needs a file, a folder, or - for stdout.`;
  const wish = readWish(sorted, out);
  if (typeof wish === "string") return wish;
  const steps = readStepChoice(sorted.options.get("--steps"), wish.kind === "film");
  return typeof steps === "string" ? steps : { run, out, steps, wish };
}

function readWish(words: SortedWords, out: string): ExportWish | string {
  const ending = /\.([a-z]+)$/i.exec(out)?.[1]?.toLowerCase() ?? "";
  const format = words.options.get("--format") ?? endings[ending] ?? ending;
  if (format === "") return `Say which: "--format" is one of ${formats.join(", ")}.`;
  if (isOneOf(stills, format)) return readStill(words, format);
  if (isOneOf(films, format)) return readFilm(words, format);
  if (isOneOf(data, format)) return readData(words, format);
  return `There is no format "${format}". "--format" is one of ${formats.join(", ")}.`;
}

function readStill(words: SortedWords, format: StillFormat): ExportWish | string {
  const foreign = firstGiven(words, ["--speed", "--table"]);
  if (foreign !== undefined) return `"${foreign}" says nothing about a picture in ${format}.`;
  const look = readLook(words, words.options.has("--columns") ? "steps" : "step");
  if (typeof look === "string") return look;
  if (words.flags.has("--timeline")) {
    const lost = firstGiven(words, ["--steps", "--columns"]);
    if (lost !== undefined) return `A timeline shows all steps: "${lost}" says nothing about it.`;
    return { kind: "timeline", format, look };
  }
  const text = words.options.get("--columns");
  const columns = text === undefined ? undefined : Number(text);
  if (columns !== undefined && !isColumns(columns))
    return `"--columns" needs a whole number from 1 to ${MOST_COLUMNS}.`;
  return { kind: "graph", format, columns, look };
}

function readFilm(words: SortedWords, format: MovingFormat): ExportWish | string {
  const foreign = firstGiven(words, ["--columns", "--table", "--timeline"]);
  if (foreign !== undefined) return `"${foreign}" says nothing about a film in ${format}.`;
  const speed = oneOf(words, "--speed", ["0.5", "1", "2"]);
  if (speed.wrong !== undefined) return speed.wrong;
  const look = readLook(words, "film");
  if (typeof look === "string") return look;
  const pace = speed.value === "0.5" ? 0.5 : speed.value === "2" ? 2 : 1;
  return { kind: "film", format, speed: pace, look };
}

function readData(words: SortedWords, format: (typeof data)[number]): ExportWish | string {
  const foreign = firstGiven(words, [
    ...lookOptions.valued,
    ...lookOptions.flags,
    "--columns",
    "--speed",
    "--timeline",
    ...(format === "csv" ? [] : ["--table"]),
  ]);
  if (foreign !== undefined) return `"${foreign}" says nothing about data in ${format}.`;
  if (format !== "csv") return { kind: "data", format };
  const table = oneOf(words, "--table", tables);
  if (table.wrong !== undefined) return table.wrong;
  const { value = "objects" } = table;
  if (value === "objects" || value === "references")
    return { kind: "data", format: `${value}-csv` };
  if (value !== "types" && words.options.has("--steps"))
    return `The table of ${value} is of all steps: "--steps" says nothing about it.`;
  return { kind: "table", table: value };
}

/** Options that cannot mean anything here are refused rather than forgotten. */
function firstGiven({ options, flags }: SortedWords, names: readonly string[]): string | undefined {
  return names.find((name) => options.has(name) || flags.has(name));
}

function isColumns(value: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= MOST_COLUMNS;
}
