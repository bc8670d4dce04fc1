/** The picture of an entry with the index of its references, folded as usual or with the dicts of instances drawn. */
import type { EntryIndex, Serial } from "../contract/ids";
import { keysWithDicts, withInstanceDicts } from "../engine/instance-dicts";
import type { AlivePicture } from "../engine/why-alive";
import { pictureDrawing } from "./recording-answers";
import type { RecordingBook } from "./recording-book";

export interface AlivePictures {
  plain(entry: EntryIndex): AlivePicture;
  withDicts(entry: EntryIndex): AlivePicture;
  /** The one in which the object is drawn. */
  drawing(entry: EntryIndex, object: Serial | undefined): AlivePicture;
}

export function alivePictures(book: RecordingBook): AlivePictures {
  const keyOf = (object: Serial): string => book.keys.keyOf(object);
  const plain = (entry: EntryIndex): AlivePicture =>
    book.indexes.alive(book.pictureAt(entry), keyOf);
  const withDicts = (entry: EntryIndex): AlivePicture => {
    const picture = book.pictureAt(entry);
    return book.indexes.alive(withInstanceDicts(picture), keysWithDicts([picture], keyOf));
  };
  return {
    plain,
    withDicts,
    drawing(entry, object) {
      const picture = book.pictureAt(entry);
      return pictureDrawing(picture, object) === picture ? plain(entry) : withDicts(entry);
    },
  };
}
