/** The lines of hatching: the same ones whatever is hatched, on the canvas and in files. */
import type { Point, Rect } from "./geometry";

const HATCH_SPACING = 9;
export const HATCH_WIDTH = 1.4;

/** All of x + y = k * spacing that cross the box, from its top to its bottom. */
export function hatchLines(box: Rect): readonly (readonly [from: Point, to: Point])[] {
  const lines: [Point, Point][] = [];
  const bottom = box.y + box.height;
  const first = Math.ceil((box.x + box.y) / HATCH_SPACING) * HATCH_SPACING;
  for (let sum = first; sum < box.x + box.width + bottom; sum += HATCH_SPACING)
    lines.push([
      { x: sum - box.y, y: box.y },
      { x: sum - bottom, y: bottom },
    ]);
  return lines;
}
