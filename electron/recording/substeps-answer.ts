/** How one of the collections shown with an entry found what it found. */
import { entryIndex, type EntryIndex, type NodeIndex, type Serial } from "../contract/ids";
import type { CollectionSubsteps } from "../contract/collection-substeps";
import type { NodeId, SubgraphView, ViewCollection } from "../contract/subgraph-view";
import { collectionArithmetic } from "../engine/collection-arithmetic";
import { collectionSubsteps, type ToldCollection } from "../engine/collection-substeps";
import type { CollectionRecord } from "../engine/entry-picture";
import { idOf } from "../engine/path-roots";
import { pictureFound } from "./picture-found";
import type { RecordingBook } from "./recording-book";

/** `place` counts the collections since the entry this one is compared with. */
export function substepsAt(
  book: RecordingBook,
  entry: EntryIndex,
  place: number,
): CollectionSubsteps | undefined {
  const told = toldCollection(book, entry, place);
  return told === undefined ? undefined : collectionSubsteps(told);
}

/** In a larger heap than can be drawn nobody follows each sum. */
const MOST_CANDIDATES = 5000;

/** Adds the collector's arithmetic on what is drawn. */
export function withSums(
  book: RecordingBook,
  entry: EntryIndex,
  { nodes, collections }: Pick<SubgraphView, "nodes" | "collections">,
): readonly ViewCollection[] {
  const drawn = new Set(nodes.map(({ id }) => id));
  return collections.map((collection, place) => {
    if (collection.found.length === 0) return collection;
    const told = toldCollection(book, entry, place);
    if (told === undefined || told.picture.graph.drawn.length > MOST_CANDIDATES) return collection;
    const { candidates, kept, reached, weak } = told.arithmetic;
    const id = (node: NodeIndex): NodeId => idOf(told.picture, node);
    return {
      ...collection,
      subtraction: candidates
        .map(({ node, refcount, inside }) => ({ node: id(node), refcount, inside }))
        .filter(({ node }) => drawn.has(node)),
      kept: [...kept, ...reached.map(({ to }) => to)].map(id).filter((node) => drawn.has(node)),
      weakCleared: weak.length,
    };
  });
}

function toldCollection(
  book: RecordingBook,
  entry: EntryIndex,
  place: number,
): ToldCollection | undefined {
  const found = collectionAt(book, entry, place);
  if (found === undefined || found.at === 0) return undefined;
  const keyOf = (object: Serial): string => book.keys.keyOf(object);
  const { picture, index } = book.indexes.alive(pictureFound(book, found.at), keyOf);
  const { collection } = found;
  const arithmetic = collectionArithmetic(picture, index, collection);
  return { picture, collection, arithmetic, step: book.record(found.at).summary.step, keyOf };
}

function collectionAt(
  book: RecordingBook,
  entry: EntryIndex,
  place: number,
): { readonly collection: CollectionRecord; readonly at: EntryIndex } | undefined {
  let left = place;
  for (let at = (book.comparedWith(entry) ?? -1) + 1; at <= entry; at += 1) {
    const { collections } = book.record(entryIndex(at));
    const collection = collections[left];
    if (collection !== undefined) return { collection, at: entryIndex(at) };
    left -= collections.length;
  }
  return undefined;
}
