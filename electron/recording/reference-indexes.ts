/** Keeps the index of references beside each picture that is kept ready. */
import type { Serial } from "../contract/ids";
import type { EntryPicture } from "../engine/entry-picture";
import type { FoldedGraph } from "../engine/folding";
import { indexReferences, type ReferenceIndex } from "../engine/reference-index";
import type { AlivePicture } from "../engine/why-alive";

export class ReferenceIndexes {
  readonly #indexes = new WeakMap<FoldedGraph, ReferenceIndex>();

  alive(picture: EntryPicture, keyOf: (object: Serial) => string): AlivePicture {
    const index = this.#indexes.get(picture.graph) ?? indexReferences(picture.graph);
    this.#indexes.set(picture.graph, index);
    return { picture, index, keyOf };
  }
}
