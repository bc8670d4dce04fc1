/** Adds to a PNG how many pixels it has for each metre of paper, so that it is placed as large as it was announced. */

/** After the signature and the header, before everything that depends on it. */
const AFTER_HEADER = 33;
const UNIT_METRE = 1;

/** The chunk is that of PNG 1.2, 11.3.5.3: pixels for each metre, across and down. */
export function withDensity(png: Uint8Array, pixelsPerMillimetre: number): Uint8Array {
  const density = Math.round(pixelsPerMillimetre * 1000);
  const chunk = new Uint8Array(21);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, 9);
  chunk.set([0x70, 0x48, 0x59, 0x73], 4);
  view.setUint32(8, density);
  view.setUint32(12, density);
  chunk[16] = UNIT_METRE;
  view.setUint32(17, checksum(chunk.subarray(4, 17)));
  const whole = new Uint8Array(png.length + chunk.length);
  whole.set(png.subarray(0, AFTER_HEADER));
  whole.set(chunk, AFTER_HEADER);
  whole.set(png.subarray(AFTER_HEADER), AFTER_HEADER + chunk.length);
  return whole;
}

/** CRC-32 as PNG prescribes it. */
function checksum(bytes: Uint8Array): number {
  let rest = 0xffffffff;
  for (const byte of bytes) {
    rest ^= byte;
    for (let bit = 0; bit < 8; bit += 1)
      rest = (rest & 1) === 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  }
  return (rest ^ 0xffffffff) >>> 0;
}
