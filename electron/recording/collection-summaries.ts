/** The collections of the whole recording, as the list of collections shows them. */
import { entryIndex } from "../contract/ids";
import type { CollectionSummary } from "../contract/object-detail";
import type { RecordingBook } from "./recording-book";

export function collectionSummaries(book: RecordingBook): readonly CollectionSummary[] {
  const summaries: CollectionSummary[] = [];
  for (const entry of book.entriesWithCollections) {
    const { summary, collections } = book.record(entry);
    for (const {
      generation,
      trigger,
      collected,
      uncollectable,
      count,
      isPrediction,
    } of collections) {
      summaries.push({
        entry: entryIndex(entry),
        step: summary.step,
        generation,
        trigger,
        collected: collected + uncollectable,
        uncollectable,
        ...count,
        isPrediction,
      });
    }
  }
  return summaries;
}
