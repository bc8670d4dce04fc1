/** The rows of a recording's tables -> the recording, as it was when it was saved. */
import { entryIndex } from "../../contract/ids";
import type { EntryRecord } from "../entry-record";
import type { RecordingBook } from "../recording-book";
import { readBeside } from "./beside-in-file";
import { readCollection, readFreed, readStep } from "./entries-in-file";
import { readHeap } from "./heap-in-file";
import { readHistories, readObjects } from "./histories-in-file";
import { readNames } from "./names-in-file";
import { DamagedPart } from "./arrow-batch";
import { rowsBy } from "./rows-by";
import type { ReadTables } from "./tables-of-recording";

/** Fills an empty book. */
export function fillBook(book: RecordingBook, tables: ReadTables): void {
  const { length } = tables.steps;
  if (tables.steps.some(({ entry }, place) => entry !== place))
    throw new DamagedPart("steps out of order");
  readHeap(book, tables, length);
  readObjects(book, tables.objects);
  readHistories(book, tables);
  const names = readNames(tables, length);
  const beside = readBeside(tables, length);
  const freed = rowsBy(tables.freed, ({ entry }) => entry);
  const collections = rowsBy(tables.collections, ({ entry }) => entry);
  const counts = rowsBy(tables.collection_counts, ({ entry, place }) => `${entry} ${place}`);
  for (const [entry, row] of tables.steps.entries()) {
    const namesNow = names[entry];
    const besideNow = beside[entry];
    if (namesNow === undefined || besideNow === undefined) throw new DamagedPart("a lost entry");
    const record: EntryRecord = {
      ...readStep(row),
      names: namesNow,
      ...besideNow,
      freed: (freed.get(entry) ?? []).map(readFreed),
      collections: (collections.get(entry) ?? []).map((one) =>
        readCollection(one, counts.get(`${entry} ${one.place}`) ?? []),
      ),
    };
    book.add(record);
    for (const { object, by } of record.freed)
      book.freedAt.set(object, { entry: entryIndex(entry), step: record.summary.step, by });
  }
}
