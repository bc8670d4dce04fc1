/** Splits the payload of one frame into typed columns; knows sizes and types, but not what the columns mean. */
import {
  columnHeaderBytes,
  columnType,
  messageLayouts,
  WireError,
  type ColumnKind,
  type MessageName,
} from "./wire-format";

export type WireColumn =
  | { readonly kind: "u8"; readonly values: Uint8Array }
  | { readonly kind: "u32"; readonly values: Uint32Array }
  | { readonly kind: "u64"; readonly values: Float64Array }
  | { readonly kind: "text"; readonly values: readonly string[] };

/** `last` are the columns of the frame of this kind before, for columns that say "same as last". */
export function readColumns(
  message: MessageName,
  payload: Uint8Array,
  last: readonly WireColumn[] | undefined,
): readonly WireColumn[] {
  const view = new DataView(payload.buffer, payload.byteOffset, payload.byteLength);
  const columns: WireColumn[] = [];
  let offset = 0;
  for (const [index, expected] of messageLayouts[message].entries()) {
    const where = `column ${index} of ${message}`;
    if (offset + columnHeaderBytes > payload.byteLength) {
      throw new WireError(`The frame ends before ${where}.`);
    }
    const type = view.getUint8(offset);
    const count = view.getUint32(offset + 4, true);
    offset += columnHeaderBytes;
    if (type === columnType.sameAsLast) {
      columns.push(repeatColumn(last?.[index], count, where));
    } else {
      if (type !== columnType[expected]) {
        throw new WireError(`The type of ${where} is ${type}, not ${expected}.`);
      }
      const read = readColumn(expected, { payload, view, offset, count, where });
      columns.push(read.column);
      offset = read.end;
    }
  }
  if (offset !== payload.byteLength) {
    throw new WireError(
      `${payload.byteLength - offset} bytes follow the last column of ${message}.`,
    );
  }
  return columns;
}

interface ColumnPlace {
  readonly payload: Uint8Array;
  readonly view: DataView;
  readonly offset: number;
  readonly count: number;
  readonly where: string;
}

const valueBytes = { u8: 1, u32: 4, u64: 8, text: 4 } as const;

function readColumn(kind: ColumnKind, place: ColumnPlace): { column: WireColumn; end: number } {
  const { payload, offset, count, where } = place;
  const end = offset + count * valueBytes[kind];
  if (end > payload.byteLength) throw new WireError(`The frame ends inside ${where}.`);
  // A copy of its own: it is aligned, and keeping it alive does not keep the whole frame alive.
  const bytes = new Uint8Array(payload.subarray(offset, end));
  switch (kind) {
    case "u8":
      return { column: { kind, values: bytes }, end };
    case "u32":
      return { column: { kind, values: new Uint32Array(bytes.buffer) }, end };
    case "u64":
      return { column: { kind, values: toDoubles(new Uint32Array(bytes.buffer), where) }, end };
    case "text":
      return readTexts(new Uint32Array(bytes.buffer), place, end);
  }
}

function repeatColumn(last: WireColumn | undefined, count: number, where: string): WireColumn {
  if (last === undefined) throw new WireError(`Nothing came before ${where} to be the same as.`);
  if (count !== 0) throw new WireError(`A repeated ${where} has a count of ${count}.`);
  return last;
}

function toDoubles(halves: Uint32Array, where: string): Float64Array {
  const values = new Float64Array(halves.length / 2);
  for (let index = 0; index < values.length; index++) {
    const high = halves[2 * index + 1] ?? 0;
    // 2^21 * 2^32 = 2^53: from there on a double is not exact.
    if (high >= 0x200000) throw new WireError(`A number in ${where} is 2^53 or more.`);
    values[index] = high * 0x100000000 + (halves[2 * index] ?? 0);
  }
  return values;
}

function readTexts(
  lengths: Uint32Array,
  { payload, where }: ColumnPlace,
  start: number,
): { column: WireColumn; end: number } {
  let end = start;
  for (const length of lengths) end += length;
  if (end > payload.byteLength) throw new WireError(`The frame ends inside the texts of ${where}.`);
  const all = Buffer.from(payload.buffer, payload.byteOffset + start, end - start);
  const joined = all.toString("utf8");
  // Nearly all text is ASCII: one conversion for the column, then cheap slices.
  const isAscii = joined.length === all.byteLength;
  const values: string[] = [];
  let from = 0;
  for (const length of lengths) {
    values.push(
      isAscii ? joined.slice(from, from + length) : all.toString("utf8", from, from + length),
    );
    from += length;
  }
  return { column: { kind: "text", values }, end };
}
