/** The text of `manifest.json` -> a checked manifest. Nothing in it is believed without a look: the file may be anybody's. */
import type { Outcome } from "../../contract/failure";
import { FORMAT, FORMAT_VERSION, type Manifest } from "./manifest";
import { oneOf } from "./one-of";
import { DamagedPart } from "./arrow-batch";
import {
  countIn,
  countOf,
  isJson,
  jsonIn,
  listIn,
  numberOf,
  shownIn,
  textOf,
  type Json,
} from "./json-values";
import { readCell } from "./read-cell";

export type ReadManifest =
  | { readonly kind: "manifest"; readonly manifest: Manifest }
  | { readonly kind: "newer"; readonly version: number }
  | { readonly kind: "not-a-recording" };

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
    cells: listIn(content, "cells").map(readCell),
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

const LONGEST_MESSAGE = 100_000;
