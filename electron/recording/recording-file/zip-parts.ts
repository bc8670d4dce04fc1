/**
 * A zip's parts in the order they were written. Reading walks from part to part instead of trusting the list at the
 * zip's end, so that the first parts of a file that was cut off are still found; sizes are limited before anything is inflated.
 * Layout: PKWARE APPNOTE.TXT 4.3.7.
 */
import { inflateSync, zipSync } from "fflate";
import { crc32 } from "./crc-32";

export interface Part {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface ZipParts {
  /** Up to the first that is cut off, damaged or larger than anything of ours. */
  readonly parts: readonly Part[];
  /** Nothing is missing. */
  readonly isWhole: boolean;
}

const LOCAL_HEADER = 0x04034b50;
const LIST_AT_END = 0x02014b50;
const HEADER_BYTES = 30;
const STORED = 0;
const DEFLATED = 8;
const LARGEST_PART = 256 * 1024 * 1024;
const LARGEST_WHOLE = 768 * 1024 * 1024;
/** Deflate cannot make anything smaller than a 1032nd. */
const BEST_RATIO = 1032;

export function writeZip(parts: readonly Part[]): Uint8Array {
  // The oldest date a zip knows, so that the same parts give the same bytes.
  const mtime = new Date(1980, 0, 1);
  return zipSync(Object.fromEntries(parts.map(({ name, bytes }) => [name, [bytes, { mtime }]])));
}

export function isZip(bytes: Uint8Array): boolean {
  return bytes.length >= 4 && viewOf(bytes).getUint32(0, true) === LOCAL_HEADER;
}

export function readZip(bytes: Uint8Array): ZipParts {
  const parts: Part[] = [];
  let inflated = 0;
  for (let place = 0; ;) {
    const isEnd = place + 4 <= bytes.length && viewOf(bytes).getUint32(place, true) === LIST_AT_END;
    if (isEnd) return { parts, isWhole: endsWithList(bytes) };
    const header = readHeader(bytes, place);
    if (header === undefined || inflated + header.size > LARGEST_WHOLE)
      return { parts, isWhole: false };
    const content = inflate(bytes.subarray(header.from, header.to), header);
    if (content === undefined) return { parts, isWhole: false };
    parts.push({ name: header.name, bytes: content });
    inflated += header.size;
    place = header.to;
  }
}

interface Header {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  /** When inflated. */
  readonly size: number;
  readonly from: number;
  readonly to: number;
}

function readHeader(bytes: Uint8Array, place: number): Header | undefined {
  if (place + HEADER_BYTES > bytes.length) return undefined;
  const view = viewOf(bytes);
  if (view.getUint32(place, true) !== LOCAL_HEADER) return undefined;
  const method = view.getUint16(place + 8, true);
  const packed = view.getUint32(place + 18, true);
  const size = view.getUint32(place + 22, true);
  const nameEnd = place + HEADER_BYTES + view.getUint16(place + 26, true);
  const from = nameEnd + view.getUint16(place + 28, true);
  const to = from + packed;
  const isPossible =
    to <= bytes.length && size <= LARGEST_PART && size <= packed * BEST_RATIO + BEST_RATIO;
  if (!isPossible) return undefined;
  const name = new TextDecoder().decode(bytes.subarray(place + HEADER_BYTES, nameEnd));
  return { name, method, crc: view.getUint32(place + 14, true), size, from, to };
}

function inflate(packed: Uint8Array, { method, size, crc }: Header): Uint8Array | undefined {
  if (method !== STORED && method !== DEFLATED) return undefined;
  try {
    // Of the size it says, and no larger whatever comes out.
    const content = method === STORED ? packed : inflateSync(packed, { out: new Uint8Array(size) });
    return content.length === size && crc32(content) === crc ? content : undefined;
  } catch {
    // Not even deflate's: damaged.
    return undefined;
  }
}

/** Its last 22 bytes say that the zip is over. */
function endsWithList(bytes: Uint8Array): boolean {
  return bytes.length >= 22 && viewOf(bytes).getUint32(bytes.length - 22, true) === 0x06054b50;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
