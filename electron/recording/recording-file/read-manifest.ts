/** The text of `manifest.json` -> a checked manifest. Nothing in it is believed without a look: the file may be anybody's. */
import type { Outcome } from "../../contract/failure";
import { FORMAT, FORMAT_VERSION, type Manifest } from "./manifest";
import { oneOf } from "./one-of";
import { DamagedPart } from "./arrow-batch";

export type ReadManifest =
  | { readonly kind: "manifest"; readonly manifest: Manifest }
  | { readonly kind: "newer"; readonly version: number }
  | { readonly kind: "not-a-recording" };

type Json = Readonly<Record<string, unknown>>;

/** Throws `DamagedPart` when it is one of ours, and wrong. */
export function readManifest(text: string): ReadManifest {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return { kind: "not-a-recording" };
  }
  if (!isJson(content) || content["format"] !== FORMAT) return { kind: "not-a-recording" };
  const version = countIn(content, "version");
  if (version > FORMAT_VERSION) return { kind: "newer", version };
  return { kind: "manifest", manifest: manifestOf(content, version) };
}

function manifestOf(content: Json, version: number): Manifest {
  const script = jsonIn(content, "script");
  const python = jsonIn(content, "python");
  const interpreter = jsonIn(content, "interpreter");
  const exactness = jsonIn(content, "exactness");
  const redacted = jsonIn(content, "redacted");
  const written = jsonIn(content, "written");
  const [major = 3, minor = 9, micro = 0] = listIn(interpreter, "version").map(countOf);
  const inexact = (from: Json): Manifest["interpreter"]["inexact"] =>
    listIn(from, "inexact").map((word) =>
      oneOf(["free-threaded", "incremental", "counts", "free-lists"], textOf(word)),
    );
  return {
    format: FORMAT,
    version,
    app: shownIn(content, "app"),
    platform: shownIn(content, "platform"),
    script: {
      name: shownIn(script, "name"),
      path: shownIn(script, "path"),
      example: script["example"] === true,
    },
    python: {
      path: shownIn(python, "path"),
      version: shownIn(python, "version"),
      implementation: shownIn(python, "implementation"),
      origin: shownIn(python, "origin"),
    },
    interpreter: { version: [major, minor, micro], inexact: inexact(interpreter) },
    exactness: { inexact: inexact(exactness), otherTracer: exactness["otherTracer"] === true },
    outcome: outcomeOf(jsonIn(content, "outcome")),
    redacted: { values: redacted["values"] === true, source: redacted["source"] === true },
    entries: countIn(content, "entries"),
    segments: listIn(content, "segments").map(countOf),
    unionVersion: countIn(content, "unionVersion"),
    written: { stdout: countIn(written, "stdout"), stderr: countIn(written, "stderr") },
    sources: listIn(content, "sources").map((source) => {
      if (!isJson(source)) throw new DamagedPart("a source");
      return { path: textOf(source["path"]), part: textOf(source["part"]) };
    }),
    rows: Object.fromEntries(
      Object.entries(jsonIn(content, "rows")).map(([name, rows]) => [name, countOf(rows)]),
    ),
  };
}

function outcomeOf(content: Json): Outcome {
  const kind = oneOf(
    [
      "finished",
      "raised",
      "syntax-error",
      "exited",
      "killed",
      "step-limit",
      "time-limit",
      "stopped",
      "recorded-so-far",
    ],
    textOf(content["kind"]),
  );
  const line = content["line"] === undefined ? undefined : countIn(content, "line");
  const exitCode = (): number => numberOf(content["exitCode"]);
  switch (kind) {
    case "finished":
      return { kind, exitCode: exitCode() };
    case "raised": {
      const file = content["file"] === undefined ? {} : { file: shownIn(content, "file") };
      const type = shownIn(content, "type");
      const message = textOf(content["message"]).slice(0, LONGEST_MESSAGE);
      return { kind, exitCode: exitCode(), line, ...file, type, message };
    }
    case "syntax-error":
      return { kind, exitCode: exitCode(), line, message: shownIn(content, "message") };
    case "exited":
      return { kind, exitCode: exitCode(), line };
    case "killed": {
      const code = content["exitCode"] === undefined ? undefined : exitCode();
      return { kind, exitCode: code, signal: shownIn(content, "signal"), line };
    }
    case "step-limit":
      return { kind, steps: countIn(content, "steps"), line };
    case "time-limit":
      return { kind, seconds: numberOf(content["seconds"]), line };
    case "stopped":
    case "recorded-so-far":
      return { kind, line };
  }
}

const LONGEST_SHOWN = 4096;
const LONGEST_MESSAGE = 100_000;
/** Line breaks, control characters, and those that turn the direction of what follows. */
const UNSHOWABLE = /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** A name or path that is shown in a line of its own. */
function shownIn(content: Json, name: string): string {
  return textOf(content[name]).slice(0, LONGEST_SHOWN).replaceAll(UNSHOWABLE, "\u{FFFD}");
}

function jsonIn(content: Json, name: string): Json {
  const value = content[name];
  if (!isJson(value)) throw new DamagedPart(name);
  return value;
}

function listIn(content: Json, name: string): readonly unknown[] {
  const value = content[name];
  if (!Array.isArray(value)) throw new DamagedPart(name);
  return value;
}

function countIn(content: Json, name: string): number {
  return countOf(content[name]);
}

function countOf(value: unknown): number {
  if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 0)
    throw new DamagedPart("a count");
  return value;
}

function numberOf(value: unknown): number {
  if (typeof value !== "number" || !Number.isFinite(value)) throw new DamagedPart("a number");
  return value;
}

function textOf(value: unknown): string {
  if (typeof value !== "string") throw new DamagedPart("a text");
  return value;
}

function isJson(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
