/** How one arrangement becomes another: everything slides to its new place while the lines fade out and in again. Pure. */
import { distance, type Point, type Rect } from "./geometry";
import type { Storyboard, TimedChange } from "./storyboard";

const ARRANGE_MS = 400;
const STILL_MS = 120;

export function directArrangement(
  before: ReadonlyMap<string, Rect>,
  after: ReadonlyMap<string, Rect>,
  still: boolean,
): Storyboard {
  const moved = [...after].flatMap(([id, rect]): TimedChange[] => {
    const was = before.get(id);
    if (was === undefined || distance(was, rect) < 0.5) return [];
    const by: Point = { x: was.x - rect.x, y: was.y - rect.y };
    return [{ from: 0, to: ARRANGE_MS, kind: "slide", owner: id, by }];
  });
  const duration = still ? STILL_MS : ARRANGE_MS;
  const changes = still ? [] : moved;
  return { duration, changes, rest: { from: 0, to: duration }, announcements: [] };
}
