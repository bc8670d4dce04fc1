/** Goes back behind the finalizers of a collection. */
import { entryIndex, type EntryIndex } from "../contract/ids";
import type { EntryPicture } from "../engine/entry-picture";
import type { RecordingBook } from "./recording-book";

/** The heap as a collection that ended in this entry found it: no finalizer had run yet. */
export function pictureFound(book: RecordingBook, end: EntryIndex): EntryPicture {
  let before = end - 1;
  while (before > 0 && book.record(entryIndex(before)).collecting) before -= 1;
  return book.pictureAt(entryIndex(before));
}
