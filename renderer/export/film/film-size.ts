/** How many pixels the frames of a film have. Pure. */
import type { PictureSize } from "../../../electron/contract/export-settings";
import type { Rect, Size } from "../../graph/geometry";
import { outputSize } from "../picture-size";

export interface FilmSize {
  /** Even: the usual film formats halve the colours' resolution. */
  readonly pixels: Size;
  /** A sentence: these are too many pixels to encode. */
  readonly tooLarge: string | undefined;
}

/** Of a large screen. More cannot be played smoothly. */
const MOST_PIXELS = 3840 * 2160;

export function filmSize(frame: Rect, size: PictureSize): FilmSize {
  const { pixels } = outputSize(frame, size);
  const even = { width: evenly(pixels.width), height: evenly(pixels.height) };
  const tooLarge =
    even.width * even.height > MOST_PIXELS
      ? `A film of ${even.width} × ${even.height} pixels is too large to play. Choose a smaller size, or fewer steps.`
      : undefined;
  return { pixels: even, tooLarge };
}

function evenly(length: number): number {
  return length + (length % 2);
}
