/** Finds for each pixel the palette's nearest colour, and remembers it: the same colour is the same number in every frame. */
import type { Rgb } from "./gif-palette";

export type ColourFinder = (pixels: Uint8ClampedArray) => Uint8Array;

export function createColourFinder(palette: readonly Rgb[]): ColourFinder {
  // 0: not looked for yet; else one more than the index.
  const known = new Uint16Array(1 << 24);
  return (pixels) => {
    const found = new Uint8Array(pixels.length / 4);
    for (let pixel = 0, at = 0; pixel < found.length; pixel += 1, at += 4) {
      const [red = 0, green = 0, blue = 0] = [pixels[at], pixels[at + 1], pixels[at + 2]];
      const colour = (red << 16) | (green << 8) | blue;
      let next = known[colour] ?? 0;
      if (next === 0) {
        next = nearest(palette, [red, green, blue]) + 1;
        known[colour] = next;
      }
      found[pixel] = next - 1;
    }
    return found;
  };
}

/** The eye tells greens apart best and blues worst. */
function nearest(palette: readonly Rgb[], [red, green, blue]: Rgb): number {
  let best = 0;
  let least = Infinity;
  palette.forEach((colour, index) => {
    const distance =
      2 * (colour[0] - red) ** 2 + 4 * (colour[1] - green) ** 2 + 3 * (colour[2] - blue) ** 2;
    if (distance < least) {
      least = distance;
      best = index;
    }
  });
  return best;
}
