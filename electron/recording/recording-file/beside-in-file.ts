/** References that are no edges of the heap, and the reference cycles, entry by entry, as rows and back. */
import { entryIndex, serial, type Serial } from "../../contract/ids";
import type { KnownCycle } from "../../engine/known-cycles";
import type { HeldReference, SideReferences, WeakLink } from "../../engine/side-references";
import type { EntryRecord } from "../entry-record";
import type { RecordingBook } from "../recording-book";
import { IntervalReader, IntervalWriter } from "./list-intervals";
import { inOrderOfEntries } from "./rows-by";
import type { SegmentRow, SegmentTables } from "./tables-of-recording";

type BesideTables = Pick<
  SegmentTables,
  "weak_references" | "held_references" | "borrowed_references" | "cycles"
>;

export function besideRows(book: RecordingBook): BesideTables {
  const weak: SegmentRow<"weak_references">[] = [];
  const held: SegmentRow<"held_references">[] = [];
  const borrowed: SegmentRow<"borrowed_references">[] = [];
  const cycles: SegmentRow<"cycles">[] = [];
  const writers = {
    weak: new IntervalWriter<WeakLink>(
      (a, b) => a.holder === b.holder && a.referent === b.referent,
      ({ holder, referent }, interval) => weak.push({ ...interval, holder, referent }),
    ),
    held: new IntervalWriter<HeldReference>(isSameHeld, ({ isLibrary, ...one }, interval) =>
      held.push({ ...interval, ...one, is_library: isLibrary }),
    ),
    borrowed: new IntervalWriter<Serial>(
      (a, b) => a === b,
      (object, interval) => borrowed.push({ ...interval, object }),
    ),
    // The recording keeps the same cycle as the same object.
    cycles: new IntervalWriter<KnownCycle>(
      () => false,
      ({ id, sinceStep, state, ...cycle }, interval) =>
        cycles.push({
          ...interval,
          cycle: id,
          ...cycle,
          unreachable: state === "unreachable",
          since_step: sinceStep,
        }),
    ),
  };
  for (let entry = 0; entry < book.length; entry += 1) {
    const record = book.record(entryIndex(entry));
    writers.weak.note(entry, record.beside.weak);
    writers.held.note(entry, record.beside.held);
    writers.borrowed.note(entry, record.beside.borrowed);
    writers.cycles.note(entry, record.cycles);
  }
  for (const writer of Object.values(writers)) writer.finish(book.length);
  return {
    weak_references: inOrder(weak),
    held_references: inOrder(held),
    borrowed_references: inOrder(borrowed),
    cycles: inOrder(cycles),
  };
}

function inOrder<Row extends { readonly first_entry: number; readonly place: number }>(
  rows: readonly Row[],
): readonly Row[] {
  return inOrderOfEntries(rows.toSorted((a, b) => a.place - b.place));
}

/** One for each entry. */
export function readBeside(
  tables: BesideTables,
  length: number,
): readonly Pick<EntryRecord, "beside" | "cycles">[] {
  const weak = new IntervalReader(tables.weak_references, ({ holder, referent }): WeakLink => ({
    holder: serial(holder),
    referent: serial(referent),
  }));
  const held = new IntervalReader(tables.held_references, readHeld);
  const borrowed = new IntervalReader(tables.borrowed_references, ({ object }) => serial(object));
  const cycles = new IntervalReader(tables.cycles, readCycle);
  let beside: SideReferences = { weak: [], held: [], borrowed: [] };
  return Array.from({ length }, (_, entry) => {
    const now = { weak: weak.at(entry), held: held.at(entry), borrowed: borrowed.at(entry) };
    const isSame =
      now.weak === beside.weak && now.held === beside.held && now.borrowed === beside.borrowed;
    if (!isSame) beside = now;
    return { beside, cycles: cycles.at(entry) };
  });
}

function isSameHeld(a: HeldReference, b: HeldReference): boolean {
  return (
    a.object === b.object &&
    a.name === b.name &&
    a.scope === b.scope &&
    a.file === b.file &&
    a.thread === b.thread &&
    a.isLibrary === b.isLibrary
  );
}

function readHeld(row: SegmentRow<"held_references">): HeldReference {
  const { scope, file, thread, name, object, is_library: isLibrary } = row;
  return { scope, file, thread, isLibrary, name, object: serial(object) };
}

function readCycle(row: SegmentRow<"cycles">): KnownCycle {
  return {
    id: row.cycle,
    number: row.number,
    members: row.members.map(serial),
    attached: row.attached.map(serial),
    state: row.unreachable ? "unreachable" : "reachable",
    size: row.size,
    sinceStep: row.since_step,
  };
}
