/** Reads a PNG with the decoder that Playwright compares screenshots with: another one than wrote it. */
import { createRequire } from "node:module";

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue and alpha of each pixel, row by row. */
  readonly data: Uint8Array;
}

interface Decoder {
  readonly PNG: { readonly sync: { read(bytes: Buffer): Pixels } };
}

// It comes without types.
// oxlint-disable-next-line typescript/no-unsafe-type-assertion
const { PNG } = createRequire(import.meta.url)("playwright-core/lib/utilsBundle") as Decoder;

export function readPng(bytes: Buffer): Pixels {
  return PNG.sync.read(bytes);
}

/** Of all pixels, as a share, those that clearly have another colour. Pictures of different sizes differ everywhere. */
export function difference(one: Pixels, other: Pixels): number {
  if (one.width !== other.width || one.height !== other.height) return 1;
  let different = 0;
  for (let at = 0; at < one.data.length; at += 4) {
    const channels = [0, 1, 2].map((channel) =>
      Math.abs((one.data[at + channel] ?? 0) - (other.data[at + channel] ?? 0)),
    );
    if (Math.max(...channels) > 64) different += 1;
  }
  return different / (one.data.length / 4);
}

/** `#rrggbb`, or with two more digits where it is not opaque. */
export function colourAt({ width, data }: Pixels, x: number, y: number): string {
  const at = (y * width + x) * 4;
  const bytes = [...data.subarray(at, at + 4)];
  const hex = bytes.map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return `#${hex.endsWith("ff") ? hex.slice(0, 6) : hex}`;
}

export function countColour(pixels: Pixels, colour: string): number {
  let count = 0;
  for (let at = 0; at < pixels.data.length; at += 4) {
    const [red = 0, green = 0, blue = 0] = pixels.data.subarray(at, at + 3);
    if (((red << 16) | (green << 8) | blue) === Number.parseInt(colour.slice(1), 16)) count += 1;
  }
  return count;
}
