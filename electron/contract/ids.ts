/** Branded rows and units: the types that keep an edge row from indexing a node column. The only casts between number and row live here. */
declare const brand: unique symbol;

export type RowOf<Table extends string> = number & { readonly [brand]: Table };
export type NodeIndex = RowOf<"nodes">;
export type EdgeIndex = RowOf<"edges">;
export type StringIndex = RowOf<"strings">;
/** Position of an entry (a step or inner step) in the recording, in the order things happened; 0 is the state before the first line. */
export type EntryIndex = RowOf<"entries">;
/** An object's number for life: never reused, unlike its address. */
export type Serial = RowOf<"serials">;
export type Bytes = number & { readonly [brand]: "bytes" };
export type Milliseconds = number & { readonly [brand]: "ms" };

/** A read-only typed-array column: indexed by one kind of row, holding one kind of value. */
export type Column<Row extends number, Value extends number> = {
  readonly length: number;
} & { readonly [R in Row]: Value };

export const row = <Table extends string>(value: number): RowOf<Table> => value as RowOf<Table>;
export const rowAfter = <Row extends number>(value: Row): Row => (value + 1) as Row;
export const bytes = (value: number): Bytes => value as Bytes;
export const milliseconds = (value: number): Milliseconds => value as Milliseconds;
export const entryIndex = (value: number): EntryIndex => value as EntryIndex;
export const serial = (value: number): Serial => value as Serial;
export const nodeIndex = (value: number): NodeIndex => value as NodeIndex;
export const edgeIndex = (value: number): EdgeIndex => value as EdgeIndex;
export const stringIndex = (value: number): StringIndex => value as StringIndex;
/** Views a typed array as a column; the caller vouches for what it holds. */
export const asColumn = <Row extends number, Value extends number>(
  array: Uint32Array | Uint8Array | Float64Array | Int32Array,
): Column<Row, Value> => array as unknown as Column<Row, Value>;
