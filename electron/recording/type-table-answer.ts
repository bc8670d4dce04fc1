/** The types of one entry: how many, how much, and how these numbers went. */
import { bytes, entryIndex, type EntryIndex } from "../contract/ids";
import type { TypeRow, TypeTable } from "../contract/type-table";
import { hasFlag, ObjectFlag } from "../engine/heap-snapshot";
import { unreachableByType } from "../engine/type-census";
import type { RecordingBook } from "./recording-book";

/** Points of a sparkline; a longer recording is thinned. */
const POINTS = 48;

export function typeTableAt(book: RecordingBook, entry: EntryIndex): TypeTable {
  const picture = book.pictureAt(entry);
  const { graph } = picture;
  const retained = book.indexes
    .retained(book.indexes.alive(picture, (object) => book.keys.keyOf(object)))
    ?.ofTypes();
  const garbage = unreachableByType(graph, (node) =>
    hasFlag(graph.snapshot, node, ObjectFlag.unreachable),
  );
  const before = book.comparedWith(entry);
  const points = sampled(endsOfSteps(book));
  const rows = [...book.types.types].flatMap((type): readonly TypeRow[] => {
    const counts = points.map((point) => book.types.at(type, point).count);
    const { count, size } = book.types.at(type, entry);
    const last = before === undefined ? 0 : book.types.at(type, before).count;
    if (count === 0 && last === 0) return [];
    return [
      {
        typeName: type,
        count,
        sinceLastStep: count - last,
        sinceStart: count - book.types.at(type, entryIndex(0)).count,
        size: bytes(size),
        unreachable: garbage.get(type) ?? 0,
        counts,
        ...(retained === undefined ? {} : { retained: retained.get(type) ?? bytes(0) }),
      },
    ];
  });
  return {
    rows: rows.toSorted((a, b) => b.size - a.size || a.typeName.localeCompare(b.typeName, "en")),
    steps: points.map((point) => book.record(point).summary.step),
  };
}

function endsOfSteps(book: RecordingBook): readonly EntryIndex[] {
  const ends: EntryIndex[] = [];
  for (let entry = 0; entry < book.length; entry += 1)
    if (book.record(entryIndex(entry)).summary.inner === 0) ends.push(entryIndex(entry));
  return ends;
}

/** Evenly spread, the first and the last always among them. */
function sampled(entries: readonly EntryIndex[]): readonly EntryIndex[] {
  if (entries.length <= POINTS) return entries;
  return Array.from({ length: POINTS }, (_, place) => {
    const at = Math.round((place * (entries.length - 1)) / (POINTS - 1));
    return entries[at] ?? entryIndex(0);
  });
}
