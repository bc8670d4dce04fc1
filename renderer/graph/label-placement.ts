/** Puts each edge's label on its line where it covers neither a card nor another label. */
import type { ViewEdge } from "../../electron/contract/subgraph-view";
import { pointAlong } from "./curves";
import { type EdgeLook, plateSize } from "./edge-face";
import type { Route } from "./edge-routing";
import { overlaps, type Point, type Rect, rectAround } from "./geometry";

interface Labelled {
  readonly edge: ViewEdge;
  readonly route: Route;
  readonly look: EdgeLook;
}

const ALONG = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.12, 0.88];
/** Lines that fan out from one card are apart only near their ends. */
const ALONG_A_FAN = [0.84, 0.78, 0.72, 0.65, 0.58, 0.5, 0.9];
const FAN = 5;
/** Above this many labels they would only hide the graph; the inspector has them all. */
const MOST_LABELS = 400;

export function placeLabels(edges: readonly Labelled[], cards: readonly Rect[]): Map<string, Rect> {
  const plates = new Map<string, Rect>();
  const labelled = edges.filter(({ look }) => look.label !== "");
  if (labelled.length > MOST_LABELS) return plates;
  const leaving = new Map<string, number>();
  for (const { edge } of labelled) leaving.set(edge.from, (leaving.get(edge.from) ?? 0) + 1);
  const taken: Rect[] = [...cards];
  for (const one of labelled) {
    const size = plateSize(one.look);
    const places = candidates(one, (leaving.get(one.edge.from) ?? 0) > FAN).map((place) =>
      rectAround(place, size),
    );
    const free = places.find((plate) => taken.every((other) => !overlaps(other, plate)));
    const plate = free ?? (isEssential(one) ? places[0] : undefined);
    if (plate === undefined) continue;
    plates.set(one.edge.id, plate);
    taken.push(plate);
  }
  return plates;
}

function candidates({ edge, route }: Labelled, fan: boolean): Point[] {
  if (route.shape === "loop") return [route.label];
  const along = (shares: readonly number[]): Point[] =>
    shares.map((share) => pointAlong(route.track, share));
  // Ghost labels stand a little nearer to the tag, clear of the hull.
  if (edge.deleted !== undefined && route.shape === "straight")
    return [{ x: route.label.x - 12, y: route.label.y }, ...along(ALONG)];
  return along(fan ? ALONG_A_FAN : ALONG);
}

/** Words that tell the story are shown even where they cover something. */
function isEssential({ edge }: Labelled): boolean {
  return edge.deleted !== undefined || edge.inCycle;
}
