/**
 * The buffers of an Arrow IPC file that holds one record batch, each looked up within the bytes that are there.
 * The library's own reader believes the file's counts and places, and a made-up one can keep it busy for ever.
 * Layout: Arrow Columnar Format, "IPC File Format", and Message.fbs; flatbuffers as in its "Internals".
 *
 *   ARROW1.. | ffffffff | size | record batch | buffers ... | ffffffff 0 | footer with the schema
 */

/** The part does not hold what it should. */
export class DamagedPart extends Error {
  override readonly name = "DamagedPart";
}

export interface ArrowBatch {
  readonly rows: number;
  /** Of each column and each list's items, in order. */
  readonly nodes: readonly { readonly length: number; readonly nullCount: number }[];
  readonly buffers: readonly Uint8Array[];
}

const MAGIC = "ARROW1";
const FIRST_MESSAGE = 8;
const CONTINUES = 0xffffffff;
/** Of a node, and of a buffer's place: two numbers of 64 bits. */
const STRUCT_BYTES = 16;
/** Slots of the tables' fields. */
const MESSAGE_HEADER = 2;
const MESSAGE_HEADER_TYPE = 1;
const BATCH_LENGTH = 0;
const BATCH_NODES = 1;
const BATCH_BUFFERS = 2;
const BATCH_COMPRESSION = 3;
const RECORD_BATCH = 3;

export function readArrowBatch(file: Uint8Array): ArrowBatch {
  // Numbers are read where they lie, so the bytes must start where numbers may.
  const bytes = file.byteOffset % 8 === 0 ? file : file.slice();
  const magic = String.fromCharCode(...bytes.subarray(0, MAGIC.length));
  if (magic !== MAGIC) throw new DamagedPart("no Arrow file");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const message = messageAt(view, FIRST_MESSAGE);
  const body = message.end;
  const said = tableAt(view, message.start + at32(view, message.start));
  const kind = said.field(MESSAGE_HEADER_TYPE);
  const header = said.field(MESSAGE_HEADER);
  if (kind === undefined || at8(view, kind) !== RECORD_BATCH || header === undefined)
    throw new DamagedPart("no record batch");
  const table = tableAt(view, header + at32(view, header));
  if (table.field(BATCH_COMPRESSION) !== undefined) throw new DamagedPart("compressed buffers");
  const length = table.field(BATCH_LENGTH);
  return {
    rows: length === undefined ? 0 : at64(view, length),
    nodes: structsAt(view, table.field(BATCH_NODES)).map(([rows, nullCount]) => ({
      length: rows,
      nullCount,
    })),
    buffers: structsAt(view, table.field(BATCH_BUFFERS)).map(([offset, size]) => {
      if (body + offset + size > bytes.length) throw new DamagedPart("a buffer beyond the end");
      return bytes.subarray(body + offset, body + offset + size);
    }),
  };
}

interface Place {
  readonly start: number;
  readonly end: number;
}

function messageAt(view: DataView, place: number): Place {
  if (at32(view, place) !== CONTINUES) throw new DamagedPart("no message");
  const start = place + 8;
  const end = start + at32(view, place + 4);
  if (end <= start || end > view.byteLength) throw new DamagedPart("a message beyond the end");
  return { start, end };
}

interface FlatTable {
  /** Where a field is; undefined: it is left out. */
  field(slot: number): number | undefined;
}

function tableAt(view: DataView, place: number): FlatTable {
  const fields = place - (at32(view, place) | 0);
  const size = at16(view, fields);
  return {
    field(slot) {
      const entry = 4 + slot * 2;
      if (entry + 2 > size) return undefined;
      const offset = at16(view, fields + entry);
      return offset === 0 ? undefined : place + offset;
    },
  };
}

function structsAt(
  view: DataView,
  field: number | undefined,
): readonly (readonly [number, number])[] {
  if (field === undefined) return [];
  const start = field + at32(view, field);
  const count = at32(view, start);
  if (start + 4 + count * STRUCT_BYTES > view.byteLength)
    throw new DamagedPart("a list beyond the end");
  return Array.from({ length: count }, (_, place) => {
    const struct = start + 4 + place * STRUCT_BYTES;
    return [at64(view, struct), at64(view, struct + 8)] as const;
  });
}

/** Throw a RangeError outside of the bytes. */
const at8 = (view: DataView, place: number): number => view.getUint8(place);
const at16 = (view: DataView, place: number): number => view.getUint16(place, true);
const at32 = (view: DataView, place: number): number => view.getUint32(place, true);

/** Not negative, and exact. */
function at64(view: DataView, place: number): number {
  const value = Number(view.getBigInt64(place, true));
  if (value < 0 || !Number.isSafeInteger(value)) throw new DamagedPart("a number out of range");
  return value;
}
