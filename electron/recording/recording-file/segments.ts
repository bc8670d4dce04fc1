/** Cuts the tables of a recording into segments of entries, each a set of parts of its own: of a file that is cut off, the first ones can be read. */
import { SEGMENT_TABLES } from "./recording-tables";
import type { SegmentTables } from "./tables-of-recording";

const MOST_SEGMENTS = 8;
/** Entries; shorter segments would cost more than they save. */
const SHORTEST_SEGMENT = 4;

/** First entry of each segment. */
export function segmentStarts(entries: number): readonly number[] {
  const length = Math.max(SHORTEST_SEGMENT, Math.ceil(entries / MOST_SEGMENTS));
  return Array.from({ length: Math.ceil(entries / length) }, (_, place) => place * length);
}

type AnyRow = Readonly<Record<string, unknown>>;

/** The rows of a table that begin in the segment `place`. */
export function rowsOfSegment<Row extends AnyRow>(
  rows: readonly Row[],
  starts: readonly number[],
  place: number,
): readonly Row[] {
  const from = starts[place] ?? 0;
  // What was printed on the way to an entry that never came belongs to the last one.
  const to = starts[place + 1] ?? Infinity;
  return rows.filter((row) => {
    const entry = row["first_entry"] ?? row["entry"];
    return typeof entry === "number" && entry >= from && entry < to;
  });
}

export function partName(table: string, place: number): string {
  return `${table}/${String(place).padStart(4, "0")}.arrow`;
}

export const SEGMENT_TABLE_NAMES: readonly (keyof SegmentTables)[] = Object.keys(
  SEGMENT_TABLES,
).filter((name): name is keyof SegmentTables => name in SEGMENT_TABLES);
