/** Finds what has no rectangle of its own to be grabbed: the edge nearest to a point, and the words on a hull. Pure. */
import { contains, distance, grow, type Point, type Rect } from "./geometry";
import type { ScenePart } from "./scene";
import type { BuiltScene } from "./scene-builder";

/** The edge whose line or label is nearest, if it is within `tolerance`; cards lie on top of lines and are asked first. */
export function edgeAt(
  scene: Pick<BuiltScene, "routes" | "parts">,
  point: Point,
  tolerance: number,
): string | undefined {
  const plate = partAt(scene.parts, "label", point);
  if (plate !== undefined) return plate;
  let nearest: string | undefined;
  let least = tolerance;
  for (const part of scene.parts) {
    if (part.layer !== "edge" || !contains(grow(part.bounds, tolerance), point)) continue;
    const track = scene.routes.get(part.owner)?.route.track;
    const away = track === undefined ? Infinity : distanceToTrack(track, point);
    if (away > least) continue;
    nearest = part.owner;
    least = away;
  }
  return nearest;
}

/** The card or tag that is there, for the moment in which Cytoscape does not know it yet. */
export function nodeAt(rects: ReadonlyMap<string, Rect>, point: Point): string | undefined {
  let found: string | undefined;
  for (const [id, rect] of rects) if (contains(rect, point)) found = id;
  return found;
}

/** The cycle whose label is there. */
export function hullLabelAt(parts: readonly ScenePart[], point: Point): string | undefined {
  return partAt(parts, "hull-label", point);
}

function partAt(
  parts: readonly ScenePart[],
  layer: ScenePart["layer"],
  point: Point,
): string | undefined {
  return parts.findLast((part) => part.layer === layer && contains(part.bounds, point))?.owner;
}

function distanceToTrack(track: readonly Point[], point: Point): number {
  let least = Infinity;
  track.forEach((to, index) => {
    const from = track[index - 1];
    if (from === undefined) return;
    least = Math.min(least, distanceToStretch(from, to, point));
  });
  return least;
}

function distanceToStretch(from: Point, to: Point, point: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((point.x - from.x) * dx + (point.y - from.y) * dy) / length;
  const share = Math.min(Math.max(along, 0), 1);
  return distance(point, { x: from.x + share * dx, y: from.y + share * dy });
}
