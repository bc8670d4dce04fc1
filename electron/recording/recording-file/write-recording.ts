/** A recording -> the bytes of its file. */
import type { RecordingFacts, Redaction, SourceText } from "../../contract/recording-facts";
import type { RecordingBook } from "../recording-book";
import { FORMAT, FORMAT_VERSION, type Manifest } from "./manifest";
import { SEGMENT_TABLES, UNION_TABLES } from "./recording-tables";
import { redactFacts, redactRows, redactUnion } from "./redact";
import { rowsOfBook } from "./rows-of-book";
import { partName, rowsOfSegment, SEGMENT_TABLE_NAMES, segmentStarts } from "./segments";
import type { TableRow, TableShape } from "./table-shape";
import { unionRows } from "./union-in-file";
import { writeTable } from "./write-table";
import { writeZip, type Part } from "./zip-parts";

export interface RecordingContent {
  readonly book: RecordingBook;
  readonly facts: RecordingFacts;
  /** Other files of the person's that the recording names. */
  readonly sources: readonly SourceText[];
}

/** The most important first: of a file that is cut off, what stands before the cut can be read. */
export function writeRecording(content: RecordingContent, redacted: Redaction): Uint8Array {
  const { book } = content;
  const facts = redactFacts(content.facts, redacted);
  const sources = redacted.source ? [] : content.sources;
  const rows = redactRows(rowsOfBook(book, facts.output), redacted);
  const kept = book.union.kept();
  const union = redactUnion(unionRows(kept), redacted);
  const starts = segmentStarts(book.length);
  const counts: Record<string, number> = {};
  const table = <Shape extends TableShape>(
    name: string,
    shape: Shape,
    some: readonly TableRow<Shape>[],
  ): Part => {
    counts[name] = some.length;
    return { name, bytes: writeTable(shape, some) };
  };
  const segments = starts.flatMap((_, place) =>
    SEGMENT_TABLE_NAMES.flatMap((name): readonly Part[] => {
      const some = rowsOfSegment<TableRow<TableShape>>(rows[name], starts, place);
      const isWritten = some.length > 0 || place === 0;
      return isWritten
        ? [table<TableShape>(partName(name, place), SEGMENT_TABLES[name], some)]
        : [];
    }),
  );
  const unions = [
    table("union_nodes.arrow", UNION_TABLES.union_nodes, union.union_nodes),
    table("union_scopes.arrow", UNION_TABLES.union_scopes, union.union_scopes),
    table("union_names.arrow", UNION_TABLES.union_names, union.union_names),
    table("union_edges.arrow", UNION_TABLES.union_edges, union.union_edges),
    table("union_cycles.arrow", UNION_TABLES.union_cycles, union.union_cycles),
  ];
  const { output: _, script, ...said } = facts;
  const manifest: Manifest = {
    format: FORMAT,
    version: FORMAT_VERSION,
    ...said,
    script: { name: script.name, path: script.path, example: script.example },
    interpreter: { version: book.python.version, inexact: book.python.inexact },
    redacted,
    entries: book.length,
    segments: starts,
    unionVersion: kept.version,
    written: book.exit,
    sources: sources.map(({ path }, place) => ({ path, part: `sources/${place}.py` })),
    rows: counts,
  };
  return writeZip([
    text("manifest.json", `${JSON.stringify(manifest, undefined, 1)}\n`),
    text("script.py", script.text),
    ...sources.map((source, place) => text(`sources/${place}.py`, source.text)),
    ...segments,
    ...unions,
  ]);
}

function text(name: string, content: string): Part {
  return { name, bytes: new TextEncoder().encode(content) };
}
