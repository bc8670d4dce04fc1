/** Rows -> one Arrow IPC file. The same rows give the same bytes. */
import {
  Bool,
  Float64,
  makeData,
  RecordBatch,
  Struct,
  Table,
  tableToIPC,
  Uint32,
  Utf8,
  List,
  Field,
  type Data,
} from "apache-arrow";
import { schemaOf } from "./arrow-schema";
import type { ColumnKind, TableRow, TableShape } from "./table-shape";

export function writeTable<Shape extends TableShape>(
  shape: Shape,
  rows: readonly TableRow<Shape>[],
): Uint8Array {
  const schema = schemaOf(shape);
  const children = Object.entries(shape).map(([name, kind]) =>
    columnData(
      kind,
      rows.map((row) => row[name]),
    ),
  );
  const type = new Struct(schema.fields);
  const batch = new RecordBatch(
    schema,
    makeData({ type, length: rows.length, nullCount: 0, children }),
  );
  return tableToIPC(new Table(schema, [batch]), "file");
}

function columnData(kind: ColumnKind, cells: readonly unknown[]): Data {
  const length = cells.length;
  const presence = kind.endsWith("?") ? presenceOf(cells) : { nullCount: 0 };
  switch (kind) {
    case "count":
    case "count?":
      return makeData({
        type: new Uint32(),
        length,
        ...presence,
        data: Uint32Array.from(cells, numberOf),
      });
    case "number":
      return makeData({
        type: new Float64(),
        length,
        nullCount: 0,
        data: Float64Array.from(cells, numberOf),
      });
    case "flag":
      return makeData({
        type: new Bool(),
        length,
        nullCount: 0,
        data: bitsOf(cells, (cell) => cell === true),
      });
    case "text":
    case "text?":
      return makeData({ type: new Utf8(), length, ...presence, ...textBuffers(cells) });
    case "counts":
      return listData(cells, (items) =>
        makeData({
          type: new Uint32(),
          length: items.length,
          nullCount: 0,
          data: Uint32Array.from(items, numberOf),
        }),
      );
    case "texts":
      return listData(cells, (items) =>
        makeData({ type: new Utf8(), length: items.length, nullCount: 0, ...textBuffers(items) }),
      );
  }
}

function listData(cells: readonly unknown[], childOf: (items: readonly unknown[]) => Data): Data {
  const lists = cells.map((cell): readonly unknown[] => (Array.isArray(cell) ? cell : []));
  const child = childOf(lists.flat());
  return makeData({
    type: new List(new Field("item", child.type, false)),
    length: lists.length,
    nullCount: 0,
    valueOffsets: offsetsOf(lists.map((list) => list.length)),
    child,
  });
}

const encoder = new TextEncoder();

function textBuffers(cells: readonly unknown[]): {
  readonly valueOffsets: Int32Array;
  readonly data: Uint8Array;
} {
  const pieces = cells.map((cell) => encoder.encode(typeof cell === "string" ? cell : ""));
  const valueOffsets = offsetsOf(pieces.map((piece) => piece.length));
  const data = new Uint8Array(valueOffsets.at(-1) ?? 0);
  for (const [place, piece] of pieces.entries()) data.set(piece, valueOffsets[place]);
  return { valueOffsets, data };
}

function offsetsOf(lengths: readonly number[]): Int32Array {
  const offsets = new Int32Array(lengths.length + 1);
  let end = 0;
  for (const [place, length] of lengths.entries()) {
    end += length;
    offsets[place + 1] = end;
  }
  return offsets;
}

function presenceOf(cells: readonly unknown[]): {
  readonly nullCount: number;
  readonly nullBitmap: Uint8Array;
} {
  const nullCount = cells.reduce<number>((sum, cell) => sum + (cell === undefined ? 1 : 0), 0);
  return { nullCount, nullBitmap: bitsOf(cells, (cell) => cell !== undefined) };
}

function bitsOf(cells: readonly unknown[], isSet: (cell: unknown) => boolean): Uint8Array {
  const bits = new Uint8Array(Math.ceil(cells.length / 8));
  for (const [place, cell] of cells.entries())
    if (isSet(cell)) bits[place >> 3] = (bits[place >> 3] ?? 0) | (1 << (place & 7));
  return bits;
}

function numberOf(cell: unknown): number {
  return typeof cell === "number" ? cell : 0;
}
