// Reads tar and zip and writes asar, in memory and with nothing but Node: a bare machine has no unzip.
import zlib from "node:zlib";

/** The bytes of the first file in an uncompressed tar whose name matches. */
export function readTarEntry(tar, namePattern) {
  for (let at = 0; at + 512 <= tar.length;) {
    const name = tar.toString("latin1", at, at + 100).replace(/\0.*$/s, "");
    const size = Number.parseInt(tar.toString("latin1", at + 124, at + 136), 8) || 0;
    if (namePattern.test(name)) return tar.subarray(at + 512, at + 512 + size);
    at += 512 + Math.ceil(size / 512) * 512;
  }
  throw new Error(`nothing in the tarball matches ${namePattern}`);
}

/** Walks a zip's central directory; `read()` inflates one file. */
export function* zipEntries(zip) {
  const end = zip.lastIndexOf(Buffer.from("504b0506", "hex"));
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const method = zip.readUInt16LE(at + 10);
    const compressedSize = zip.readUInt32LE(at + 20);
    const nameLength = zip.readUInt16LE(at + 28);
    const extraLength = zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
    const header = zip.readUInt32LE(at + 42);
    const read = () => {
      const start = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28);
      const stored = zip.subarray(start, start + compressedSize);
      return method === 0 ? stored : zlib.inflateRawSync(stored);
    };
    yield { name: zip.toString("utf8", at + 46, at + 46 + nameLength), read };
    at += 46 + nameLength + extraLength;
  }
}

/** An asar archive of a few top-level files: four lengths, a JSON header padded to four bytes, the contents. */
export function writeAsar(files) {
  const header = { files: {} };
  let offset = 0;
  for (const { name, content } of files) {
    header.files[name] = { size: content.length, offset: String(offset) };
    offset += content.length;
  }
  const json = Buffer.from(JSON.stringify(header));
  const padding = Buffer.alloc((4 - (json.length % 4)) % 4);
  const padded = json.length + padding.length;
  const lengths = Buffer.alloc(16);
  for (const [i, length] of [4, padded + 8, padded + 4, json.length].entries())
    lengths.writeUInt32LE(length, i * 4);
  return Buffer.concat([lengths, json, padding, ...files.map(({ content }) => content)]);
}
