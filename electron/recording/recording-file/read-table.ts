/**
 * One Arrow IPC file -> rows. The file may be anybody's: types, lengths and offsets are checked against the bytes
 * that are there before anything is read, so that no made-up number of rows costs more than its bytes.
 */
import { tableFromIPC, type Data } from "apache-arrow";
import { schemaOf } from "./arrow-schema";
import type { ColumnKind, TableRow, TableShape } from "./table-shape";

/** The part does not hold what it should. */
export class DamagedPart extends Error {
  override readonly name = "DamagedPart";
}

export function readTable<Shape extends TableShape>(
  shape: Shape,
  bytes: Uint8Array,
): readonly TableRow<Shape>[] {
  const table = tableFromIPC(bytes);
  const expected = schemaOf(shape).fields.map((field) => `${field.name}: ${field.type}`);
  const found = table.schema.fields.map((field) => `${field.name}: ${field.type}`);
  if (expected.join() !== found.join()) throw new DamagedPart(`columns ${found.join()}`);
  const rows: TableRow<Shape>[] = [];
  for (const { data } of table.batches) {
    const { length, children } = data;
    // Every kind of column takes a bit or more for each row.
    if (!Number.isSafeInteger(length) || length < 0 || length > bytes.length * 8)
      throw new DamagedPart(`${length} rows in ${bytes.length} bytes`);
    const columns = Object.entries(shape).map(([name, kind], place) => {
      const child = children[place];
      if (child?.length !== length) throw new DamagedPart(`the length of ${name}`);
      return [name, columnOf(kind, child)] as const;
    });
    for (let row = 0; row < length; row += 1) rows.push(rowOf(columns, row));
  }
  return rows;
}

type Cells = (row: number) => unknown;

function rowOf<Row>(columns: readonly (readonly [string, Cells])[], row: number): Row {
  const cells: Record<string, unknown> = {};
  for (const [name, cellsOf] of columns) cells[name] = cellsOf(row);
  // The columns were checked against the shape that `Row` is made from.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return cells as Row;
}

function columnOf(kind: ColumnKind, data: Data): Cells {
  switch (kind) {
    case "count":
      return numbers(data);
    case "count?":
      return whereThere(data, numbers(data));
    case "number":
      return numbers(data);
    case "flag":
      return bits(data);
    case "text":
      return texts(data);
    case "text?":
      return whereThere(data, texts(data));
    case "counts":
      return lists(data, numbers);
    case "texts":
      return lists(data, texts);
  }
}

function numbers({ values, length }: Data): (row: number) => number {
  const isNumbers = values instanceof Uint32Array || values instanceof Float64Array;
  if (!isNumbers || values.length < length) throw new DamagedPart("a column of numbers");
  return (row) => values[row] ?? 0;
}

function bits({ values, length, offset }: Data): (row: number) => boolean {
  if (!(values instanceof Uint8Array) || values.length * 8 < offset + length)
    throw new DamagedPart("a column of flags");
  return (row) => isSet(values, row);
}

function whereThere(data: Data, cells: Cells): Cells {
  const { nullBitmap, length, nullCount } = data;
  if (nullCount === 0) return cells;
  if (nullBitmap.length * 8 < length) throw new DamagedPart("a column of absences");
  return (row) => (isSet(nullBitmap, row) ? cells(row) : undefined);
}

function isSet(bitmap: Uint8Array, row: number): boolean {
  return (((bitmap[row >> 3] ?? 0) >> (row & 7)) & 1) === 1;
}

function texts(data: Data): (row: number) => string {
  const values: unknown = data.values;
  if (!(values instanceof Uint8Array)) throw new DamagedPart("a column of texts");
  const offsets = offsetsOf(data, values.length);
  const end = offsets[data.length] ?? 0;
  const whole = new TextDecoder().decode(values.subarray(0, end));
  // One character for each byte: cutting the text is much faster than decoding piece by piece.
  if (whole.length === end && !whole.startsWith("\uFEFF"))
    return (row) => whole.slice(offsets[row], offsets[row + 1]);
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  return (row) => decoder.decode(values.subarray(offsets[row], offsets[row + 1]));
}

function lists<Item>(
  data: Data,
  itemsOf: (child: Data) => (row: number) => Item,
): (row: number) => readonly Item[] {
  const child = data.children[0];
  if (child === undefined) throw new DamagedPart("a column of lists");
  const offsets = offsetsOf(data, child.length);
  const items = itemsOf(child);
  return (row) => {
    const list: Item[] = [];
    for (let place = offsets[row] ?? 0; place < (offsets[row + 1] ?? 0); place += 1)
      list.push(items(place));
    return list;
  };
}

/** Rising, and never beyond what is there. */
function offsetsOf({ valueOffsets, length }: Data, most: number): Int32Array {
  if (!(valueOffsets instanceof Int32Array) || valueOffsets.length <= length)
    throw new DamagedPart("a column without offsets");
  for (let row = 0; row < length; row += 1)
    if ((valueOffsets[row + 1] ?? 0) < (valueOffsets[row] ?? 0))
      throw new DamagedPart("falling offsets");
  if ((valueOffsets[0] ?? 0) < 0 || (valueOffsets[length] ?? 0) > most)
    throw new DamagedPart("offsets beyond the end");
  return valueOffsets;
}
