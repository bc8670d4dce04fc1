/** Test builder: writes a frame as WIRE.md says it, without using the decoder's code. */
export type TestColumn =
  | { readonly u8: readonly number[] }
  | { readonly u32: readonly number[] }
  | { readonly u64: readonly number[] }
  | { readonly text: readonly string[] }
  | { readonly same: true };

export function frameFromColumns(
  kind: number,
  columns: readonly TestColumn[],
  version = 2,
): Buffer {
  const payload = Buffer.concat(columns.map(columnBytes));
  const header = Buffer.alloc(8);
  header.writeUInt32LE(payload.length, 0);
  header.writeUInt16LE(kind, 4);
  header.writeUInt16LE(version, 6);
  return Buffer.concat([header, payload]);
}

function columnBytes(column: TestColumn): Buffer {
  if ("same" in column) return columnHeader(5, 0);
  if ("u8" in column)
    return Buffer.concat([columnHeader(1, column.u8.length), Buffer.from(column.u8)]);
  if ("u32" in column)
    return Buffer.concat([columnHeader(2, column.u32.length), u32Bytes(column.u32)]);
  if ("u64" in column) {
    const values = Buffer.alloc(8 * column.u64.length);
    column.u64.forEach((value, index) => values.writeBigUInt64LE(BigInt(value), 8 * index));
    return Buffer.concat([columnHeader(3, column.u64.length), values]);
  }
  const texts = column.text.map((text) => Buffer.from(text, "utf8"));
  const lengths = u32Bytes(texts.map((text) => text.length));
  return Buffer.concat([columnHeader(4, texts.length), lengths, ...texts]);
}

function columnHeader(type: number, count: number): Buffer {
  const header = Buffer.alloc(8);
  header.writeUInt8(type, 0);
  header.writeUInt32LE(count, 4);
  return header;
}

function u32Bytes(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length);
  values.forEach((value, index) => bytes.writeUInt32LE(value, 4 * index));
  return bytes;
}
