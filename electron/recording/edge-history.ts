/** When a reference was made: the entry since which it has been there, and the line that ran in it. */
import { entryIndex, type EntryIndex, type Serial } from "../contract/ids";
import type { MadeAt } from "../contract/what-if";
import type { SelectedEdge } from "../engine/edge-facts";
import type { EntryPicture } from "../engine/entry-picture";
import { heapReferencesOf, type HeapReferences } from "../engine/heap-references";
import type { Link } from "../engine/reference-index";
import type { RecordingBook } from "./recording-book";

/** Of parallel references the newest. */
export function linkMadeAt(
  book: RecordingBook,
  { graph, entry }: EntryPicture,
  link: Link,
): MadeAt | undefined {
  const references = heapReferencesOf(graph, link);
  const made = references.labels.flatMap(
    (label) => presentSince(book, { ...references, label, entry }) ?? [],
  );
  return made.length === 0 ? undefined : madeIn(book, entryIndex(Math.max(...made)));
}

/** The line that ran in an entry. */
export function madeIn(book: RecordingBook, entry: EntryIndex): MadeAt {
  const { step, line, file, code } = book.record(entry).summary;
  return { step, line, file, code };
}

interface Wanted extends Pick<HeapReferences, "holders" | "target"> {
  readonly label: string;
  readonly entry: EntryIndex;
}

function presentSince(
  { history, versions }: RecordingBook,
  { holders, target, label, entry }: Wanted,
): EntryIndex | undefined {
  const wanted = sameInAllForms(label);
  const having = new Set<Serial>();
  let since: EntryIndex | undefined;
  for (const { entry: at, changes } of history.changesOf(holders, entry)) {
    for (const { object, state } of changes) {
      const has =
        state !== "gone" &&
        versions.refersTo(state.version, target, (text) => sameInAllForms(text) === wanted);
      if (has) having.add(object);
      else having.delete(object);
    }
    if (having.size === 0) since = undefined;
    else since ??= at;
  }
  return since;
}

/** `['ref']` of an attribute dict is `.ref`; where an item stands in a list changes without anybody touching it. */
function sameInAllForms(label: string): string {
  if (/^\[\d+\]$/.test(label)) return "[]";
  return label.replace(/^\['([\p{ID_Start}_][\p{ID_Continue}]*)'\]$/u, ".$1");
}

/** The entry since which the name has been bound to the object, without a break. */
export function nameBoundAt(
  book: RecordingBook,
  until: EntryIndex,
  { frame, binding }: Extract<SelectedEdge, { kind: "name" }>,
): MadeAt {
  let since = until;
  for (let entry = until - 1; entry >= 0; entry -= 1) {
    const earlier = book.record(entryIndex(entry)).names.frames[frame.depth];
    const isBound =
      earlier?.scope === frame.scope &&
      earlier.bindings.some(
        ({ name, object }) => name === binding.name && object === binding.object,
      );
    if (!isBound) break;
    since = entryIndex(entry);
  }
  return madeIn(book, since);
}
