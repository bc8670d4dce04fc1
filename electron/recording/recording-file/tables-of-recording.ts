/** The rows of all tables of a recording, in memory. */
import type { SEGMENT_TABLES, UNION_TABLES } from "./recording-tables";
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
