/** The JSON of an .ipynb file -> its cells, for formats 3 and 4; says in a sentence what is wrong with any other file. */
import type { Notebook, NotebookCell, SavedOutput } from "../../contract/notebook";

export type NotebookAnswer =
  | { readonly ok: true; readonly notebook: Notebook }
  | { readonly ok: false; readonly reason: string };

/** Characters; more is saved pictures. */
const longestFile = 64 * 1024 * 1024;
const longestSavedOutput = 20_000;
/** A command to the agent carries at most 1 MiB. */
const longestCell = 200_000;

export function readNotebook(text: string): NotebookAnswer {
  if (text.length > longestFile)
    return refused("it is larger than 64 MB. Clear its saved outputs in Jupyter and save it again");
  const content = parsed(text);
  if (content === undefined)
    return refused("it is not valid JSON, so it is damaged or no notebook. Nothing was changed");
  if (!isRecord(content)) return refused("it is JSON, but no notebook");
  const problem = whyNotReadable(content);
  if (problem !== undefined) return refused(problem);
  const cells = cellsOf(content);
  if (cells === undefined) return refused("it says it is a notebook, but has no list of cells");
  return { ok: true, notebook: { cells: withUniqueNames(cells.map(readCell)) } };
}

type FileRecord = Readonly<Record<string, unknown>>;

interface FoundCell {
  readonly cell: NotebookCell;
  readonly number: number | undefined;
}

function refused(reason: string): NotebookAnswer {
  return { ok: false, reason };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return undefined;
  }
}

function whyNotReadable(content: FileRecord): string | undefined {
  const format = content["nbformat"];
  if (typeof format !== "number")
    return "it is JSON, but does not say which notebook format it has";
  if (format !== 3 && format !== 4) {
    const what = format > 4 ? "newer than the formats" : "older than the formats";
    return `it has notebook format ${format}, which is ${what} 3 and 4 that can be opened. Save it in format 4 with Jupyter`;
  }
  const language = languageOf(content);
  if (language !== undefined && !/^i?python\d*$/i.test(language))
    return `its cells are ${language}, not Python`;
  return undefined;
}

function languageOf(content: FileRecord): string | undefined {
  const metadata = recordIn(content, "metadata");
  const language =
    recordIn(metadata, "language_info")["name"] ?? recordIn(metadata, "kernelspec")["language"];
  return typeof language === "string" ? language : undefined;
}

/** Format 3 has worksheets, of which Jupyter only ever wrote one. */
function cellsOf(content: FileRecord): readonly unknown[] | undefined {
  const { cells, worksheets: sheets } = content;
  if (Array.isArray(cells)) return cells.map((cell: unknown) => cell);
  if (!Array.isArray(sheets)) return undefined;
  return sheets.flatMap((sheet: unknown): readonly unknown[] => {
    const cells = isRecord(sheet) ? sheet["cells"] : undefined;
    return Array.isArray(cells) ? cells : [];
  });
}

function readCell(content: unknown, index: number): FoundCell {
  const id = `cell-${index + 1}`;
  const broken = (reason: string): FoundCell => ({
    cell: { kind: "broken", id, place: index + 1, reason },
    number: undefined,
  });
  if (!isRecord(content)) return broken("it is no cell at all");
  const text = textOf(content["source"] ?? content["input"]);
  const kind = content["cell_type"];
  if (text === undefined) return broken("its text is missing or damaged");
  if (text.length > longestCell) return broken("its text is longer than 200,000 characters");
  switch (kind) {
    case "code": {
      const saved = savedOutputs(content["outputs"]);
      const number = content["execution_count"] ?? content["prompt_number"];
      return {
        cell: { kind, id, name: "", text, saved },
        number: Number.isInteger(number) ? Number(number) : undefined,
      };
    }
    case "markdown":
    case "raw":
      return { cell: { kind, id, text }, number: undefined };
    case "heading": {
      const level = Math.min(6, Math.max(1, Number(content["level"]) || 1));
      return {
        cell: { kind: "markdown", id, text: `${"#".repeat(level)} ${text}` },
        number: undefined,
      };
    }
    default:
      return broken(`its kind is ${typeof kind === "string" ? `“${kind}”` : "not given"}`);
  }
}

/** Two cells may have been saved with the same number, from two programs. */
function withUniqueNames(found: readonly FoundCell[]): readonly NotebookCell[] {
  const times = new Map<number, number>();
  for (const { number } of found)
    if (number !== undefined) times.set(number, (times.get(number) ?? 0) + 1);
  let place = 0;
  return found.map(({ cell, number }) => {
    if (cell.kind !== "code") return cell;
    place += 1;
    const isUnique = number !== undefined && times.get(number) === 1;
    return { ...cell, name: isUnique ? `In[${number}]` : `Cell ${place}` };
  });
}

function savedOutputs(content: unknown): readonly SavedOutput[] {
  if (!Array.isArray(content)) return [];
  return content.flatMap((output: unknown): readonly SavedOutput[] => {
    if (!isRecord(output)) return [];
    const saved = savedOutput(output);
    return saved === undefined || saved.text === "" ? [] : [saved];
  });
}

function savedOutput(output: FileRecord): SavedOutput | undefined {
  switch (output["output_type"]) {
    case "stream":
      return { kind: "text", text: shown(textOf(output["text"]) ?? "") };
    case "error":
    case "pyerr": {
      const name = textOf(output["ename"]) ?? "Error";
      return { kind: "error", text: shown(`${name}: ${textOf(output["evalue"]) ?? ""}`) };
    }
    case "execute_result":
    case "display_data":
    case "pyout": {
      const text = textOf(recordIn(output, "data")["text/plain"]) ?? textOf(output["text"]);
      const isPicture = Object.keys(recordIn(output, "data")).some((type) =>
        type.startsWith("image/"),
      );
      if (isPicture || "png" in output) return { kind: "left-out", text: "a picture" };
      return text === undefined ? undefined : { kind: "value", text: shown(text) };
    }
    default:
      return undefined;
  }
}

function shown(text: string): string {
  return text.length > longestSavedOutput ? `${text.slice(0, longestSavedOutput)}…` : text;
}

/** Notebooks hold a text in one piece, or line by line. */
function textOf(content: unknown): string | undefined {
  if (typeof content === "string") return unified(content);
  const isLines = Array.isArray(content) && content.every((line) => typeof line === "string");
  return isLines ? unified(content.join("")) : undefined;
}

function unified(text: string): string {
  return text.replaceAll(/\r\n?/g, "\n");
}

function recordIn(content: FileRecord, field: string): FileRecord {
  const value = content[field];
  return isRecord(value) ? value : {};
}

function isRecord(value: unknown): value is FileRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
