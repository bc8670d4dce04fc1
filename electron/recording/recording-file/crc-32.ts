/** The checksum of zip files (CRC-32, polynomial 0xEDB88320): fflate writes it, but does not check it. */

/** `TABLES[n]` is a byte's part of the checksum with n bytes behind it: four bytes are taken at once. */
const TABLES: readonly Uint32Array[] = tables();

function tables(): readonly Uint32Array[] {
  const first = Uint32Array.from({ length: 256 }, (_, byte) => {
    let value = byte;
    for (let bit = 0; bit < 8; bit += 1) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
    return value;
  });
  const all = [first];
  for (let before = first; all.length < 4; all.push(before))
    before = before.map((value) => (value >>> 8) ^ (first[value & 0xff] ?? 0));
  return all;
}

export function crc32(bytes: Uint8Array): number {
  const [one, two, three, four] = TABLES;
  if (one === undefined || two === undefined || three === undefined || four === undefined)
    throw new Error("There are four tables");
  const wholes = bytes.length - (bytes.length % 4);
  let crc = 0xffffffff;
  for (let at = 0; at < wholes; at += 4) {
    crc ^= at32(bytes, at);
    crc =
      (four[crc & 0xff] ?? 0) ^
      (three[(crc >>> 8) & 0xff] ?? 0) ^
      (two[(crc >>> 16) & 0xff] ?? 0) ^
      (one[crc >>> 24] ?? 0);
  }
  for (let at = wholes; at < bytes.length; at += 1)
    crc = (crc >>> 8) ^ (one[(crc ^ (bytes[at] ?? 0)) & 0xff] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
}

function at32(bytes: Uint8Array, at: number): number {
  return (
    (bytes[at] ?? 0) |
    ((bytes[at + 1] ?? 0) << 8) |
    ((bytes[at + 2] ?? 0) << 16) |
    ((bytes[at + 3] ?? 0) << 24)
  );
}
