/** Frames, the names in them and the names deleted from them, entry by entry, as rows and back. */
import { entryIndex, serial } from "../../contract/ids";
import type { Binding, DeletedName, FrameNames, NamesAtEntry } from "../../engine/bound-names";
import type { RecordingBook } from "../recording-book";
import { serialOr } from "./entries-in-file";
import { IntervalReader, IntervalWriter } from "./list-intervals";
import { inOrderOfEntries, rowsBy } from "./rows-by";
import type { SegmentRow, SegmentTables } from "./tables-of-recording";

type NameTables = Pick<SegmentTables, "frames" | "names" | "deleted_names">;

export function nameRows(book: RecordingBook): NameTables {
  const frames: SegmentRow<"frames">[] = [];
  const names: SegmentRow<"names">[] = [];
  const deleted: SegmentRow<"deleted_names">[] = [];
  const frameWriter = new IntervalWriter<FrameNames>(isSameFrame, (frame, { place, ...entries }) =>
    frames.push({
      ...entries,
      depth: place,
      scope: frame.scope,
      file: frame.file,
      line: frame.line,
    }),
  );
  const deletedWriter = new IntervalWriter<DeletedName>(isSameDeleted, (ghost, interval) =>
    deleted.push({ ...interval, ...ghost }),
  );
  const nameWriters: IntervalWriter<Binding>[] = [];
  const writerAt = (depth: number): IntervalWriter<Binding> => {
    const writer =
      nameWriters[depth] ??
      new IntervalWriter<Binding>(isSameBinding, ({ name, object, referent, text }, interval) =>
        names.push({ ...interval, depth, name, object, kind: referent, text }),
      );
    nameWriters[depth] = writer;
    return writer;
  };
  let before: NamesAtEntry | undefined;
  for (let entry = 0; entry < book.length; entry += 1) {
    const now = book.record(entryIndex(entry)).names;
    deletedWriter.note(entry, now.deleted);
    if (now.frames !== before?.frames) {
      frameWriter.note(entry, now.frames);
      const depths = Math.max(now.frames.length, before?.frames.length ?? 0);
      for (let depth = 0; depth < depths; depth += 1)
        writerAt(depth).note(entry, now.frames[depth]?.bindings ?? []);
    }
    before = now;
  }
  for (const writer of [frameWriter, deletedWriter, ...nameWriters]) writer.finish(book.length);
  return {
    frames: inOrderOfEntries(frames.toSorted((a, b) => a.depth - b.depth)),
    names: inOrderOfEntries(names.toSorted((a, b) => a.depth - b.depth || a.place - b.place)),
    deleted_names: inOrderOfEntries(deleted.toSorted((a, b) => a.place - b.place)),
  };
}

/** One for each entry. */
export function readNames(tables: NameTables, length: number): readonly NamesAtEntry[] {
  const frames = new IntervalReader(
    tables.frames.map((row) => ({ ...row, place: row.depth })),
    (row) => row,
  );
  const deleted = new IntervalReader(tables.deleted_names, readDeleted);
  const byDepth = new Map(
    [...rowsBy(tables.names, ({ depth }) => depth)].map(
      ([depth, rows]) => [depth, new IntervalReader(rows, readBinding)] as const,
    ),
  );
  const all: NamesAtEntry[] = [];
  let before: readonly FrameNames[] = [];
  for (let entry = 0; entry < length; entry += 1) {
    for (const reader of byDepth.values()) reader.at(entry);
    const now = frames.at(entry).map((row, depth): FrameNames => {
      const bindings = byDepth.get(depth)?.at(entry) ?? [];
      const { scope, file, line } = row;
      const old = before[depth];
      const isSame = old?.bindings === bindings && isSameFrame(old, row);
      return isSame ? old : { scope, file, depth, line, bindings };
    });
    const isSame =
      now.length === before.length && now.every((frame, depth) => frame === before[depth]);
    if (!isSame) before = now;
    all.push({ frames: before, deleted: deleted.at(entry) });
  }
  return all;
}

type FramePlace = Pick<FrameNames, "scope" | "file" | "line">;

function isSameFrame(a: FramePlace, b: FramePlace): boolean {
  return a.scope === b.scope && a.file === b.file && a.line === b.line;
}

function isSameBinding(a: Binding, b: Binding): boolean {
  return (
    a.name === b.name && a.object === b.object && a.referent === b.referent && a.text === b.text
  );
}

function isSameDeleted(a: DeletedName, b: DeletedName): boolean {
  return (
    a.scope === b.scope &&
    a.file === b.file &&
    a.depth === b.depth &&
    a.name === b.name &&
    a.object === b.object &&
    a.step === b.step
  );
}

function readBinding({ name, object, kind, text }: SegmentRow<"names">): Binding {
  return { name, object: serialOr(object), referent: kind, text };
}

function readDeleted(row: SegmentRow<"deleted_names">): DeletedName {
  const { scope, file, depth, name, object, step } = row;
  return { scope, file, depth, name, object: serial(object), step };
}
