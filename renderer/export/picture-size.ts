/** How many pixels a picture has at a scale, and the largest scale a canvas can hold. */
import type { Picture } from "./picture-frame";

export interface PixelSize {
  readonly width: number;
  readonly height: number;
  /** The scale really used. */
  readonly scale: number;
  readonly clamped: boolean;
}

/** Measured in Electron: a canvas of 16384 x 16384 works, one row more does not. */
export const LARGEST_SIDE = 16_384;

export function pixelSize(picture: Picture, wanted: number): PixelSize {
  const { width, height } = picture.frame;
  const scale = Math.min(wanted, LARGEST_SIDE / width, LARGEST_SIDE / height);
  return {
    width: Math.min(Math.round(width * scale), LARGEST_SIDE),
    height: Math.min(Math.round(height * scale), LARGEST_SIDE),
    scale,
    clamped: scale < wanted,
  };
}

/** Undefined when nothing had to be reduced. */
export function clampMessage(size: PixelSize): string | undefined {
  if (!size.clamped) return undefined;
  const scale = Math.floor(size.scale * 100) / 100;
  return `A PNG can be at most 16,384 pixels wide or high, so this one is saved at ${scale}×. SVG has no such limit.`;
}
