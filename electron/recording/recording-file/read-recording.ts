/** The bytes of a recording file -> the recording, or why not. Reads as much of a damaged file as hangs together. */
import type { RecordingTrouble } from "../../contract/recording-facts";
import { entryIndex } from "../../contract/ids";
import { viewAt } from "../recording-answers";
import { RecordingBook } from "../recording-book";
import { fillBook } from "./book-of-rows";
import type { Manifest } from "./manifest";
import { readManifest } from "./read-manifest";
import { readOutput } from "./entries-in-file";
import { DamagedPart } from "./arrow-batch";
import { readCells, rowsOf, type TableCells } from "./read-table";
import { rebuildUnion } from "./rebuild-union";
import { SEGMENT_TABLES, UNION_TABLES } from "./recording-tables";
import { partName } from "./segments";
import type { TableRow, TableShape } from "./table-shape";
import type { ReadTables, RowTables, SegmentRow, UnionTables } from "./tables-of-recording";
import { readUnion } from "./union-in-file";
import type { RecordingContent } from "./write-recording";
import { isZip, readZip } from "./zip-parts";

export type ReadRecording =
  | { readonly kind: "whole"; readonly content: RecordingContent }
  | {
      readonly kind: "trouble";
      readonly trouble: RecordingTrouble;
      /** What can be read of a damaged file. */
      readonly content: RecordingContent | undefined;
    };

type Parts = ReadonlyMap<string, Uint8Array>;

export function readRecording(bytes: Uint8Array): ReadRecording {
  if (!isZip(bytes)) return trouble({ kind: "not-a-recording" });
  const zip = readZip(bytes);
  const parts: Parts = new Map(zip.parts.map(({ name, bytes: content }) => [name, content]));
  try {
    const read = manifestIn(parts);
    if (read === undefined) return damaged(undefined);
    if (read.kind !== "manifest") return trouble(read);
    const { manifest } = read;
    const segments = readSegments(manifest, parts);
    if (segments.length === 0) return damaged(undefined);
    const isComplete = segments.length === manifest.segments.length;
    const content = contentOf(manifest, parts, segments);
    const { book } = content;
    const isWhole = isComplete && zip.isWhole && restoreUnion(book, manifest, parts);
    if (book.union.version === 0) rebuildUnion(book);
    // Kept for the first question; what cannot be drawn is no recording.
    viewAt(book, entryIndex(book.length - 1), { showHidden: false });
    return isWhole ? { kind: "whole", content } : damaged(content);
  } catch {
    // Whatever the parts say, it is no recording of ours any more.
    return damaged(undefined);
  }
}

function trouble(one: RecordingTrouble): ReadRecording {
  return { kind: "trouble", trouble: one, content: undefined };
}

function damaged(content: RecordingContent | undefined): ReadRecording {
  const last = content?.book.summariesFrom(entryIndex(0)).at(-1);
  return { kind: "trouble", trouble: { kind: "damaged", lastStep: last?.step }, content };
}

function manifestIn(parts: Parts): ReturnType<typeof readManifest> | undefined {
  const bytes = parts.get("manifest.json");
  if (bytes !== undefined) return readManifest(new TextDecoder().decode(bytes));
  // A zip whose first part is whole and not ours was made by somebody else.
  return parts.size > 0 ? { kind: "not-a-recording" } : undefined;
}

/** Those before the first that misses something. */
function readSegments(manifest: Manifest, parts: Parts): readonly ReadTables[] {
  const segments: ReadTables[] = [];
  for (const place of manifest.segments.keys()) {
    const segment = readSegment(manifest, parts, place);
    if (segment === undefined) break;
    segments.push(segment);
  }
  return segments;
}

function readSegment(manifest: Manifest, parts: Parts, place: number): ReadTables | undefined {
  try {
    const edges = cellsIn(manifest, parts, partName("edges", place), SEGMENT_TABLES.edges);
    return readAll(edges === undefined ? [] : [edges], (name) =>
      tableIn(manifest, parts, partName(name, place), SEGMENT_TABLES[name]),
    );
  } catch {
    // This one and those after it are lost; what stands before is shown.
    return undefined;
  }
}

function readAll(
  edges: ReadTables["edges"],
  table: <Name extends keyof RowTables>(name: Name) => readonly SegmentRow<Name>[],
): ReadTables {
  return {
    steps: table("steps"),
    objects: table("objects"),
    nodes: table("nodes"),
    edges,
    frames: table("frames"),
    names: table("names"),
    deleted_names: table("deleted_names"),
    weak_references: table("weak_references"),
    held_references: table("held_references"),
    borrowed_references: table("borrowed_references"),
    cycles: table("cycles"),
    freed: table("freed"),
    collections: table("collections"),
    collection_counts: table("collection_counts"),
    types: table("types"),
    generations: table("generations"),
    output: table("output"),
  };
}

function tableIn<Shape extends TableShape>(
  manifest: Manifest,
  parts: Parts,
  name: string,
  shape: Shape,
): readonly TableRow<Shape>[] {
  const cells = cellsIn(manifest, parts, name, shape);
  return cells === undefined ? [] : rowsOf(cells);
}

/** A part that the manifest does not name has no rows. */
function cellsIn<Shape extends TableShape>(
  { rows }: Manifest,
  parts: Parts,
  name: string,
  shape: Shape,
): TableCells<Shape> | undefined {
  const count = rows[name];
  if (count === undefined) return undefined;
  const bytes = parts.get(name);
  if (bytes === undefined) throw new DamagedPart(`${name} is missing`);
  const cells = readCells(shape, bytes);
  if (cells.length !== count) throw new DamagedPart(`${name} has ${cells.length} rows`);
  return cells;
}

function joined(segments: readonly ReadTables[]): ReadTables {
  const edges = segments.flatMap((segment) => segment.edges);
  return readAll(edges, (name) => segments.flatMap((segment: RowTables) => segment[name]));
}

function contentOf(
  manifest: Manifest,
  parts: Parts,
  segments: readonly ReadTables[],
): RecordingContent {
  const tables = joined(segments);
  const textOf = (part: string): string => new TextDecoder().decode(parts.get(part));
  const script = { ...manifest.script, text: textOf("script.py") };
  const book = new RecordingBook(script.text, () => undefined);
  book.python = manifest.interpreter;
  book.noteExit(manifest.written.stdout, manifest.written.stderr);
  fillBook(book, tables);
  const { python, exactness, outcome, app, platform, cells } = manifest;
  return {
    book,
    facts: {
      script,
      python,
      exactness,
      outcome,
      cells,
      app,
      platform,
      output: tables.output.map((row) => readOutput(row, book.length)),
    },
    sources: manifest.sources
      .filter(({ part }) => parts.has(part))
      .map(({ path, part }) => ({ path, text: textOf(part) })),
  };
}

function restoreUnion(book: RecordingBook, manifest: Manifest, parts: Parts): boolean {
  const table = <Shape extends TableShape>(
    name: string,
    shape: Shape,
  ): readonly TableRow<Shape>[] => tableIn(manifest, parts, `${name}.arrow`, shape);
  try {
    const tables: UnionTables = {
      union_nodes: table("union_nodes", UNION_TABLES.union_nodes),
      union_scopes: table("union_scopes", UNION_TABLES.union_scopes),
      union_names: table("union_names", UNION_TABLES.union_names),
      union_edges: table("union_edges", UNION_TABLES.union_edges),
      union_cycles: table("union_cycles", UNION_TABLES.union_cycles),
    };
    book.union.restore(readUnion(tables, manifest.unionVersion));
    return true;
  } catch {
    // It can be made anew.
    return false;
  }
}
