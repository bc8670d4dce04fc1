/** The text of a cell -> the Python in it: commands of the notebook program (`%`, `!`, `?`) are run as plain code or left out; every line keeps its number. */
import type { SkippedLine } from "../../contract/notebook";
import { statementStarts } from "./statement-starts";

export interface CellCode {
  readonly code: string;
  readonly skipped: readonly SkippedLine[];
}

/** Their cell is Python, which they only measure or keep. */
const measuringCellMagics: ReadonlySet<string> = new Set(["time", "timeit", "prun", "capture"]);
/** Their line is Python, after options. */
const measuringLineMagics: ReadonlySet<string> = new Set(["time", "timeit", "prun"]);

export function cellCode(text: string): CellCode {
  const lines = text.split("\n");
  const first = lines.findIndex((line) => line.trim() !== "");
  const cellMagic = /^%%(\w+)/.exec(lines[first] ?? "")?.[1];
  if (cellMagic !== undefined) return ofCellMagic(lines, first, cellMagic);
  return withoutCommands(lines, statementStarts(lines));
}

function ofCellMagic(lines: readonly string[], first: number, magic: string): CellCode {
  if (!measuringCellMagics.has(magic)) {
    const skipped = [{ line: first + 1, command: `%%${magic}` }];
    return { code: "", skipped };
  }
  const rest = lines.map((line, index) => (index <= first ? "" : line));
  return withoutCommands(rest, statementStarts(rest));
}

function withoutCommands(lines: readonly string[], starts: ReadonlySet<number>): CellCode {
  const skipped: SkippedLine[] = [];
  const code = lines.map((line, index) => {
    if (!starts.has(index)) return line;
    const measured = measuredStatement(line);
    if (measured !== undefined) return measured;
    const command = commandIn(line);
    if (command === undefined) return line;
    skipped.push({ line: index + 1, command });
    const indent = /^\s*/.exec(line)?.[0] ?? "";
    // Inside a block it may be the only statement.
    return indent === "" ? `# ${line}` : `${indent}pass`;
  });
  return { code: code.join("\n"), skipped };
}

function measuredStatement(line: string): string | undefined {
  const [, indent = "", magic = "", rest = ""] = /^(\s*)%(\w+)\s+(.*)$/.exec(line) ?? [];
  if (!measuringLineMagics.has(magic)) return undefined;
  const statement = rest.replace(/^(?:-[a-zA-Z]\s*\d*\s+)+/, "");
  return `${indent}${statement}`;
}

function commandIn(line: string): string | undefined {
  const text = line.trim();
  const magic = /^%%?\w+/.exec(text) ?? /^!+\s*\S+/.exec(text);
  if (magic) return magic[0];
  const assigned = /^[\w.,\s[\]'"]+=\s*([%!]\s*\w+)/.exec(text)?.[1];
  if (assigned !== undefined) return assigned;
  return /^\?{1,2}[\w.]+$|^[\w.]+\?{1,2}$/.test(text) ? text : undefined;
}
