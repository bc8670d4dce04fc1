/** Keeps the index of references, and the sizes that follow from it, beside each picture that is kept ready. */
import type { Serial } from "../contract/ids";
import type { EntryPicture } from "../engine/entry-picture";
import type { FoldedGraph } from "../engine/folding";
import { indexReferences, type ReferenceIndex } from "../engine/reference-index";
import { retainedSizes, type RetainedSizes } from "../engine/retained-sizes";
import type { AlivePicture } from "../engine/why-alive";

export class ReferenceIndexes {
  readonly #indexes = new WeakMap<FoldedGraph, ReferenceIndex>();

  readonly #retained = new WeakMap<EntryPicture, RetainedSizes | undefined>();

  alive(picture: EntryPicture, keyOf: (object: Serial) => string): AlivePicture {
    const index = this.#indexes.get(picture.graph) ?? indexReferences(picture.graph);
    this.#indexes.set(picture.graph, index);
    return { picture, index, keyOf };
  }

  retained(alive: AlivePicture): RetainedSizes | undefined {
    const { picture } = alive;
    if (!this.#retained.has(picture)) this.#retained.set(picture, retainedSizes(alive));
    return this.#retained.get(picture);
  }
}
