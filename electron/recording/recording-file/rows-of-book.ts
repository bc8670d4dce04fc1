/** A recording -> the rows of all its tables. */
import { entryIndex } from "../../contract/ids";
import type { OutputChunk } from "../../contract/session-events";
import type { RecordingBook } from "../recording-book";
import { besideRows } from "./beside-in-file";
import { collectionRow, countRows, stepRow } from "./entries-in-file";
import { heapRows } from "./heap-in-file";
import { generationRows, objectRows, typeRows } from "./histories-in-file";
import { nameRows } from "./names-in-file";
import type { SegmentTables } from "./tables-of-recording";

export function rowsOfBook(book: RecordingBook, output: readonly OutputChunk[]): SegmentTables {
  const entries = Array.from({ length: book.length }, (_, entry) => entryIndex(entry));
  const heap = heapRows(book);
  return {
    steps: entries.map((entry) => stepRow(book.record(entry))),
    objects: objectRows(book, heap),
    ...heap,
    ...nameRows(book),
    ...besideRows(book),
    freed: entries.flatMap((entry) =>
      book.record(entry).freed.map(({ object, by }) => ({ entry, object, by })),
    ),
    collections: entries.flatMap((entry) =>
      book.record(entry).collections.map((one, place) => collectionRow(entry, place, one)),
    ),
    collection_counts: entries.flatMap((entry) =>
      book.record(entry).collections.flatMap((one, place) => countRows(entry, place, one)),
    ),
    types: typeRows(book),
    generations: generationRows(book, heap),
    output: output.map(({ entry, stream, text }) => ({ entry, stream, text })),
  };
}
