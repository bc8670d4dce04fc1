/** The rows of all tables of a recording, in memory. */
import type { SEGMENT_TABLES, UNION_TABLES } from "./recording-tables";
import type { TableCells } from "./read-table";
import type { TableRow } from "./table-shape";

type SegmentShapes = typeof SEGMENT_TABLES;
type UnionShapes = typeof UNION_TABLES;

export type SegmentTables = {
  readonly [Name in keyof SegmentShapes]: readonly TableRow<SegmentShapes[Name]>[];
};
export type UnionTables = {
  readonly [Name in keyof UnionShapes]: readonly TableRow<UnionShapes[Name]>[];
};
export type SegmentRow<Name extends keyof SegmentShapes> = TableRow<SegmentShapes[Name]>;

/** All but the edges. */
export type RowTables = {
  readonly [Name in Exclude<keyof SegmentShapes, "edges">]: readonly TableRow<
    SegmentShapes[Name]
  >[];
};

/** As they are read: of all edges of a long recording, one at a time is enough. */
export type ReadTables = RowTables & {
  /** Of each segment. */
  readonly edges: readonly TableCells<SegmentShapes["edges"]>[];
};
