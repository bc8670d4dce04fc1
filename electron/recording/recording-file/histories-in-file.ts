/** What is known of each object for all its life, and the histories of types and generations, as rows and back. */
import { entryIndex, serial, type Serial } from "../../contract/ids";
import type { RecordingBook } from "../recording-book";
import { firstEntries } from "./heap-in-file";
import { generationOf } from "./entries-in-file";
import { inOrderOfEntries } from "./rows-by";
import type { SegmentRow, SegmentTables } from "./tables-of-recording";

export function objectRows(
  book: RecordingBook,
  heap: Pick<SegmentTables, "nodes">,
): SegmentTables["objects"] {
  const { globalNames, localNames, drawnTypes } = book.keys.kept();
  const orderOf = (names: ReadonlyMap<Serial, string>): ReadonlyMap<Serial, number> =>
    new Map([...names.keys()].map((object, order) => [object, order]));
  const globalOrder = orderOf(globalNames);
  const localOrder = orderOf(localNames);
  return [...firstEntries(heap)].map(([object, first_entry]) => {
    const birth = book.births.get(object);
    return {
      object,
      first_entry,
      key: book.keys.keyOf(object),
      drawn_type: drawnTypes.get(object),
      global_name: globalNames.get(object),
      global_order: globalOrder.get(object),
      local_name: localNames.get(object),
      local_order: localOrder.get(object),
      address: book.addresses.get(object) ?? 0,
      born_step: birth?.step,
      born_line: birth?.line,
      born_file: birth?.file ?? "",
    };
  });
}

export function readObjects(book: RecordingBook, rows: SegmentTables["objects"]): void {
  const named = (
    name: (row: SegmentRow<"objects">) => string | undefined,
    order: (row: SegmentRow<"objects">) => number | undefined,
  ): ReadonlyMap<Serial, string> =>
    new Map(
      rows
        .toSorted((a, b) => (order(a) ?? 0) - (order(b) ?? 0))
        .flatMap((row): readonly (readonly [Serial, string])[] => {
          const text = name(row);
          return text === undefined ? [] : [[serial(row.object), text]];
        }),
    );
  book.keys.restore({
    globalNames: named(
      (row) => row.global_name,
      (row) => row.global_order,
    ),
    localNames: named(
      (row) => row.local_name,
      (row) => row.local_order,
    ),
    drawnTypes: named(
      (row) => row.drawn_type,
      () => 0,
    ),
  });
  for (const row of rows) {
    const object = serial(row.object);
    book.addresses.set(object, row.address);
    if (row.born_step !== undefined)
      book.births.set(object, { step: row.born_step, line: row.born_line, file: row.born_file });
  }
}

export function typeRows(book: RecordingBook): SegmentTables["types"] {
  return inOrderOfEntries(
    [...book.types.types].flatMap((type) => {
      const changes = book.types.changesOf(type);
      return changes.map(({ entry, count: { count, size } }, place) => ({
        type,
        first_entry: entry,
        last_entry: (changes[place + 1]?.entry ?? book.length) - 1,
        count,
        size,
      }));
    }),
  );
}

export function generationRows(
  book: RecordingBook,
  { nodes }: Pick<SegmentTables, "nodes">,
): SegmentTables["generations"] {
  const objects = [...firstEntries({ nodes }).keys()];
  return inOrderOfEntries(
    objects.flatMap((object) => {
      const moves = book.generations.movesOf(object);
      return moves.map(({ entry, generation }, place) => ({
        object,
        first_entry: entry,
        last_entry: (moves[place + 1]?.entry ?? book.length) - 1,
        generation,
      }));
    }),
  );
}

export function readHistories(
  book: RecordingBook,
  { types, generations }: Pick<SegmentTables, "types" | "generations">,
): void {
  for (const { type, first_entry, count, size } of types)
    book.types.noteType(type, entryIndex(first_entry), { count, size });
  for (const { object, first_entry, generation } of generations)
    book.generations.note(
      entryIndex(first_entry),
      serial(object),
      generation === undefined ? undefined : generationOf(generation),
    );
}
