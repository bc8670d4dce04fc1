/**
 * One Arrow IPC file -> rows. The file may be anybody's: lengths and offsets are checked against the bytes that are
 * there before anything is read, so that no made-up number of rows costs more than its bytes.
 */
import { assertNever } from "../../contract/assert-never";
import { DamagedPart, readArrowBatch, type ArrowBatch } from "./arrow-batch";
import type { ColumnKind, TableRow, TableShape } from "./table-shape";

/** A table by its columns: for one with so many rows that an object for each would cost more than reading it. */
export interface TableCells<Shape extends TableShape> {
  readonly length: number;
  readonly row: (place: number) => TableRow<Shape>;
  /** One cell alone; 0 where it is no number. */
  readonly numberAt: (column: keyof Shape, place: number) => number;
}

export function rowsOf<Shape extends TableShape>({
  length,
  row,
}: TableCells<Shape>): readonly TableRow<Shape>[] {
  return Array.from({ length }, (_, place) => row(place));
}

export function readCells<Shape extends TableShape>(
  shape: Shape,
  bytes: Uint8Array,
): TableCells<Shape> {
  const batch = readArrowBatch(bytes);
  // Every kind of column takes a bit or more for each row.
  if (batch.rows > bytes.length * 8)
    throw new DamagedPart(`${batch.rows} rows in ${bytes.length} bytes`);
  const parts = partsOf(batch);
  const columns = Object.entries(shape).map(
    ([name, kind]) => [name, columnOf(kind, parts, batch.rows)] as const,
  );
  parts.expectEnd();
  const byName: ReadonlyMap<unknown, Cells> = new Map(columns);
  return {
    length: batch.rows,
    row: (place) => rowOf<TableRow<Shape>>(columns, place),
    numberAt(column, place) {
      const cell = byName.get(column)?.(place);
      return typeof cell === "number" ? cell : 0;
    },
  };
}

type Cells<Value = unknown> = (row: number) => Value;

function rowOf<Row>(columns: readonly (readonly [string, Cells])[], row: number): Row {
  const cells: Record<string, unknown> = {};
  for (const [name, cellsOf] of columns) cells[name] = cellsOf(row);
  // The columns were read by the kinds of the shape that `Row` is made from.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return cells as Row;
}

/** Hands out the batch's nodes and buffers in the order of the columns. */
interface BatchParts {
  /** Its number of absent cells. */
  node(rows: number): number;
  /** Of a list's items: how many there are. */
  items(): number;
  buffer(): Uint8Array;
  expectEnd(): void;
}

function partsOf({ nodes, buffers }: ArrowBatch): BatchParts {
  let nextNode = 0;
  let nextBuffer = 0;
  const takeNode = (): ArrowBatch["nodes"][number] => {
    const node = nodes[nextNode];
    nextNode += 1;
    if (node === undefined) throw new DamagedPart("too few columns");
    return node;
  };
  return {
    node(rows) {
      const { length, nullCount } = takeNode();
      if (length !== rows) throw new DamagedPart("columns of different lengths");
      return nullCount;
    },
    items: () => takeNode().length,
    buffer() {
      const buffer = buffers[nextBuffer];
      nextBuffer += 1;
      if (buffer === undefined) throw new DamagedPart("too few buffers");
      return buffer;
    },
    expectEnd() {
      if (nextNode !== nodes.length || nextBuffer !== buffers.length)
        throw new DamagedPart("too many columns");
    },
  };
}

function columnOf(kind: ColumnKind, parts: BatchParts, rows: number): Cells {
  const absent = parts.node(rows);
  const presence = parts.buffer();
  const optional = (cells: Cells): Cells => (absent === 0 ? cells : where(presence, rows, cells));
  switch (kind) {
    case "count":
      return counts(parts, rows);
    case "count?":
      return optional(counts(parts, rows));
    case "number":
      return numbers(parts, rows);
    case "flag":
      return flags(parts, rows);
    case "text":
      return texts(parts, rows);
    case "text?":
      return optional(texts(parts, rows));
    case "counts":
      return lists(parts, rows, counts);
    case "texts":
      return lists(parts, rows, texts);
    default:
      return assertNever(kind, "kind of column");
  }
}

function counts(parts: BatchParts, rows: number): Cells<number> {
  const buffer = atLeast(parts.buffer(), rows * 4);
  const values = new Uint32Array(buffer.buffer, buffer.byteOffset, rows);
  return (row) => values[row] ?? 0;
}

function numbers(parts: BatchParts, rows: number): Cells<number> {
  const buffer = atLeast(parts.buffer(), rows * 8);
  const values = new Float64Array(buffer.buffer, buffer.byteOffset, rows);
  return (row) => values[row] ?? 0;
}

function flags(parts: BatchParts, rows: number): Cells<boolean> {
  const bits = atLeast(parts.buffer(), rows / 8);
  return (row) => isSet(bits, row);
}

function where(presence: Uint8Array, rows: number, cells: Cells): Cells {
  const bits = atLeast(presence, rows / 8);
  return (row) => (isSet(bits, row) ? cells(row) : undefined);
}

function isSet(bits: Uint8Array, row: number): boolean {
  return (((bits[row >> 3] ?? 0) >> (row & 7)) & 1) === 1;
}

function atLeast(buffer: Uint8Array, bytes: number): Uint8Array {
  if (buffer.length < bytes) throw new DamagedPart("a column that is too short");
  return buffer;
}

function texts(parts: BatchParts, rows: number): Cells<string> {
  const offsets = offsetsOf(parts.buffer(), rows);
  const end = offsets[rows] ?? 0;
  const bytes = atLeast(parts.buffer(), end).subarray(0, end);
  const whole = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  // One character for each byte: cutting the text is much faster than decoding piece by piece.
  if (whole.length === end) return (row) => whole.slice(offsets[row], offsets[row + 1]);
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  return (row) => decoder.decode(bytes.subarray(offsets[row], offsets[row + 1]));
}

function lists<Item>(
  parts: BatchParts,
  rows: number,
  itemsOf: (parts: BatchParts, rows: number) => Cells<Item>,
): Cells<readonly Item[]> {
  const offsets = offsetsOf(parts.buffer(), rows);
  const length = parts.items();
  if ((offsets[rows] ?? 0) > length) throw new DamagedPart("a list beyond its items");
  // The items' presence: none is ever absent.
  parts.buffer();
  const items = itemsOf(parts, length);
  return (row) => {
    const list: Item[] = [];
    for (let place = offsets[row] ?? 0; place < (offsets[row + 1] ?? 0); place += 1)
      list.push(items(place));
    return list;
  };
}

/** Rising, from 0 on. */
function offsetsOf(buffer: Uint8Array, rows: number): Int32Array {
  if (rows === 0) return new Int32Array(1);
  const bytes = atLeast(buffer, (rows + 1) * 4);
  const offsets = new Int32Array(bytes.buffer, bytes.byteOffset, rows + 1);
  for (let row = 0; row < rows; row += 1)
    if ((offsets[row + 1] ?? 0) < (offsets[row] ?? 0)) throw new DamagedPart("falling offsets");
  if ((offsets[0] ?? 0) < 0) throw new DamagedPart("negative offsets");
  return offsets;
}
