/** The collections of the whole recording, as the list of collections shows them. */
import { entryIndex, type EntryIndex } from "../contract/ids";
import type { CollectionSummary } from "../contract/object-detail";
import { nodeId, type CollectionRecord } from "../engine/entry-picture";
import { typeNameOf } from "../engine/heap-snapshot";
import type { RecordingBook } from "./recording-book";

export function collectionSummaries(book: RecordingBook): readonly CollectionSummary[] {
  return book.entriesWithCollections.flatMap((entry) => {
    const { summary, collections } = book.record(entry);
    return collections.map((collection): CollectionSummary => ({
      entry: entryIndex(entry),
      step: summary.step,
      generation: collection.generation,
      trigger: collection.trigger,
      collected: collection.collected + collection.uncollectable,
      uncollectable: collection.uncollectable,
      garbage: collection.garbage,
      inGarbage: inGarbage(book, entry, collection),
      ...collection.count,
      isPrediction: collection.isPrediction,
    }));
  });
}

/** The summaries are asked for again and again while a script runs; names may still change then, types do not. */
const typeNames = new WeakMap<CollectionRecord, readonly string[]>();

function inGarbage(
  book: RecordingBook,
  entry: EntryIndex,
  collection: CollectionRecord,
): CollectionSummary["inGarbage"] {
  const objects = collection.inGarbage;
  if (objects.length === 0) return [];
  const known = typeNames.get(collection) ?? typesOf(book, entry, objects);
  typeNames.set(collection, known);
  return objects.map((object, place) => ({
    id: nodeId(object),
    key: book.keys.keyOf(object),
    typeName: known[place] ?? "",
  }));
}

function typesOf(
  book: RecordingBook,
  entry: EntryIndex,
  objects: CollectionRecord["inGarbage"],
): readonly string[] {
  const { snapshot } = book.pictureAt(entry).graph;
  return objects.map((object) => {
    const node = snapshot.nodeOf.get(object);
    return node === undefined ? "" : typeNameOf(snapshot, node);
  });
}
