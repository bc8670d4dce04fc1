/** Turns what a page sent into arguments of the contract's types, or throws: the page is not trusted to keep to its types. */
import path from "node:path";
import type { PlacedBreakpoint, ResumeUntil, SourceLine } from "../contract/breakpoint";
import { isCellFile, type CellRequest } from "../contract/notebook";
import { entryIndex, type EntryIndex } from "../contract/ids";
import { isLineNumber, validBreakpoints } from "./breakpoint-store";
import type { Redaction } from "../contract/recording-facts";
import type { RunOptions, Settings } from "../contract/requests";
import type { WindowLayout } from "../contract/window-layout";
import { validSettings } from "./settings-file";
import { isRecord } from "./stored-json";
import { layoutOf } from "./window-memory";

/** Longer texts are no name, path or line of input. */
const longestText = 1024 * 1024;

export function textArgument(value: unknown): string {
  if (typeof value === "string" && value.length <= longestText) return value;
  return refuse("a text");
}

export function pathArgument(value: unknown): string {
  const file = textArgument(value);
  return path.isAbsolute(file) && !file.includes("\0")
    ? path.normalize(file)
    : refuse("a full path");
}

export function entryArgument(value: unknown): EntryIndex {
  if (typeof value === "number" && Number.isInteger(value) && value >= 0) return entryIndex(value);
  return refuse("an entry");
}

export function runOptionsArgument(value: unknown): RunOptions {
  if (!isRecord(value)) return refuse("run options");
  const { python, args, text } = value;
  return {
    ...(python === undefined ? {} : { python: textArgument(python) }),
    ...(args === undefined
      ? {}
      : { args: Array.isArray(args) ? args.map(textArgument) : refuse("a list") }),
    ...(text === undefined ? {} : { text: textArgument(text) }),
  };
}

export function redactionArgument(value: unknown): Redaction {
  if (!isRecord(value)) return refuse("what to leave out");
  return { values: value["values"] === true, source: value["source"] === true };
}

export function resumeArgument(value: unknown): ResumeUntil {
  if (value === "breakpoint" || value === "into" || value === "over" || value === "out")
    return value;
  return refuse("where to go");
}

export function sourceLineArgument(value: unknown): SourceLine | undefined {
  if (value === undefined) return undefined;
  if (!isRecord(value) || !isLineNumber(value["line"])) return refuse("a line");
  const file = textArgument(value["file"]);
  return { file: file === "" || isCellFile(file) ? file : pathArgument(file), line: value["line"] };
}

export function cellsArgument(value: unknown): readonly CellRequest[] {
  if (!Array.isArray(value)) return refuse("cells");
  return value.map((cell: unknown) => {
    if (!isRecord(cell)) return refuse("a cell");
    const name = textArgument(cell["name"]);
    // Files are named after it.
    if (!isCellFile(name)) return refuse("a cell's name");
    return { id: textArgument(cell["id"]), name, text: textArgument(cell["text"]) };
  });
}

export function breakpointsArgument(value: unknown): readonly PlacedBreakpoint[] {
  const breakpoints = validBreakpoints(value);
  const isWhole = Array.isArray(value) && value.length === breakpoints.length;
  return isWhole ? breakpoints : refuse("breakpoints");
}

export function settingsArgument(value: unknown): Partial<Settings> {
  return isRecord(value) ? validSettings(value) : refuse("settings");
}

export function layoutArgument(value: unknown): WindowLayout {
  return layoutOf(value) ?? refuse("a layout");
}

export function windowActionArgument(value: unknown): "minimize" | "maximize" | "close" {
  if (value === "minimize" || value === "maximize" || value === "close") return value;
  return refuse("a window's action");
}

export function refuse(wanted: string): never {
  throw new TypeError(`The page did not send ${wanted}.`);
}
