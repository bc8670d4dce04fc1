/** Writes an animated GIF that repeats for ever: each frame holds only what has changed, and a frame without change only prolongs the last. */
import { GIFEncoder } from "gifenc";
import type { Size } from "../../graph/geometry";
import { MOST_COLOURS, type Rgb } from "./gif-palette";
import { createColourFinder } from "./nearest-colour";

export interface GifWriter {
  /** `pixels` are RGBA and opaque; `until` is when the frame ends, in milliseconds from the start of the film. */
  add(pixels: Uint8ClampedArray, until: number): void;
  /** The last frame is shown until then; there must be one. */
  hold(until: number): void;
  finish(): Uint8Array<ArrayBuffer>;
}

/** Nothing in this file means "as before". */
const UNCHANGED = MOST_COLOURS;
const BLACK: Rgb = [0, 0, 0];
/** A delay is 16 bits of hundredths of a second. */
const LONGEST_DELAY = 65_535;

export function createGifWriter({ width, height }: Size, palette: readonly Rgb[]): GifWriter {
  const encoder = GIFEncoder();
  const find = createColourFinder(palette);
  const table = Array.from({ length: UNCHANGED + 1 }, (_, index): Rgb => palette[index] ?? BLACK);
  let shown: Uint8Array | undefined;
  let waiting: { readonly indexes: Uint8Array; readonly first: boolean } | undefined;
  /** In hundredths of a second, as all times in the file. */
  let [begun, ended] = [0, 0];

  const write = (): void => {
    if (waiting === undefined) return;
    const { indexes, first } = waiting;
    const delay = Math.min(Math.max(ended - begun, 2), LONGEST_DELAY) * 10;
    encoder.writeFrame(indexes, width, height, {
      delay,
      dispose: 1,
      ...(first
        ? { palette: table, repeat: 0 }
        : { transparent: true, transparentIndex: UNCHANGED }),
    });
    begun = ended;
  };

  return {
    add(pixels, until) {
      const now = find(pixels);
      const changes = shown === undefined ? now : changesOf(shown, now);
      if (changes !== undefined) {
        write();
        waiting = { indexes: changes, first: shown === undefined };
        shown = now;
      }
      ended = hundredths(until);
    },
    hold(until) {
      ended = hundredths(until);
    },
    finish() {
      write();
      waiting = undefined;
      encoder.finish();
      return encoder.bytes();
    },
  };
}

function hundredths(milliseconds: number): number {
  return Math.round(milliseconds / 10);
}

/** Undefined: nothing has changed. */
function changesOf(before: Uint8Array, now: Uint8Array): Uint8Array | undefined {
  const changes = now.map((colour, at) => (colour === before[at] ? UNCHANGED : colour));
  return changes.some((colour) => colour !== UNCHANGED) ? changes : undefined;
}
