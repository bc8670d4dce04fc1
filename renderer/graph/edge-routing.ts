/** Decides the way of every edge: straight from names, outward arcs inside a cycle, curves that avoid cards elsewhere. Pure. */
import type { ViewEdge } from "../../electron/contract/subgraph-view";
import { corners, cubic, type Curve, line, pointAlong, quadratic } from "./curves";
import { COMPACT, MARK } from "./node-size";
import { boundsOfPoints, centreOf, contains, overlaps, type Point, type Rect } from "./geometry";

export interface EdgeEnd {
  readonly rect: Rect;
  readonly shape: "tag" | "card" | "class";
}

export interface RoutingInput {
  readonly ends: ReadonlyMap<string, EdgeEnd>;
  /** Cards and classes nothing should run under. */
  readonly obstacles: readonly Rect[];
  /** Height of the row of `from` that shows `to`, where it has one. */
  rowHeight(from: string, to: string): number | undefined;
}

export interface Route extends Curve {
  readonly label: Point;
  readonly shape: "straight" | "arc" | "curve" | "corner" | "loop";
}

/** Where arcs leave a card: this share of its width right (downwards) or left (upwards) of the middle. */
const ARC_SHARE = 0.24;
const ARC_OFFSET = 34;
/** Closer than this an arc and its label have no room between the cards. */
const LEAST_ARC = 56;
const CORNER = 14;
/** Tags have a softened tip: lines start a little inside it. */
const TIP = 2;
/** Hull padding is 40: an arc past a stacked card stays inside it. */
const SIDE_REACH = 46;
/** That of pills is 26. */
const PILL_REACH = 26;

/** Undefined when one of the ends is not drawn. `arrow` is how far before the end the line stops. */
export function routeEdge(
  edge: Pick<ViewEdge, "from" | "to" | "kind">,
  input: RoutingInput,
  arrow: number,
): Route | undefined {
  const from = input.ends.get(edge.from);
  const to = input.ends.get(edge.to);
  if (from === undefined || to === undefined) return undefined;
  if (edge.from === edge.to) return loop(from.rect, arrow);
  if (from.rect.height <= MARK && to.rect.height <= MARK)
    return withLabel(line(centreOf(from.rect), centreOf(to.rect)), "straight");
  if (to.shape === "class")
    return from.shape === "tag"
      ? toClass(from.rect, to.rect, input, arrow)
      : toHexagon(from, to.rect, arrow);
  if (from.shape === "tag") return fromTag(from.rect, to.rect, input, arrow);
  if (from.shape === "card" && stacked(from.rect, to.rect))
    return stackedArc(from.rect, to.rect, input, arrow);
  return across(edge, from.rect, to.rect, input, arrow);
}

/** One of too many lines to be told apart: goes its way behind whatever stands there. */
export function crowdRoute(from: Rect, to: Rect): Route {
  const [a, b] = [centreOf(from), centreOf(to)];
  const beside = Math.abs(b.x - a.x) > (from.width + to.width) / 2;
  const side = Math.sign(beside ? b.x - a.x : b.y - a.y);
  if (beside) {
    const start = { x: a.x + (side * from.width) / 2, y: a.y };
    const end = { x: b.x - (side * to.width) / 2, y: b.y };
    const middle = (start.x + end.x) / 2;
    return withLabel(cubic(start, { x: middle, y: a.y }, { x: middle, y: b.y }, end), "curve");
  }
  const start = { x: a.x, y: a.y + (side * from.height) / 2 };
  const end = { x: b.x, y: b.y - (side * to.height) / 2 };
  const middle = (start.y + end.y) / 2;
  return withLabel(cubic(start, { x: a.x, y: middle }, { x: b.x, y: middle }, end), "curve");
}

function withLabel(curve: Curve, shape: Route["shape"], share: number = 0.5): Route {
  return { ...curve, label: pointAlong(curve.track, share), shape };
}

function fromTag(tag: Rect, card: Rect, input: RoutingInput, arrow: number): Route {
  const from = { x: tag.x + tag.width - TIP, y: centreOf(tag).y };
  const level = Math.abs(from.y - centreOf(card).y) < card.height / 2 - 8;
  const to = { x: card.x - arrow, y: level ? from.y : centreOf(card).y };
  if (to.x <= from.x + 8) return toHexagon({ rect: tag, shape: "tag" }, card, arrow);
  const straight = withLabel(line(from, to), "straight");
  if (level && hits(straight.track, input.obstacles, [tag, card]) === 0) return straight;
  return leastHits(horizontalCurves(from, to), input, [tag, card]);
}

/** Right along the tag's height, then up or down to the class; beside it when another class is in the way. */
function toClass(tag: Rect, target: Rect, input: RoutingInput, arrow: number): Route {
  const from = { x: tag.x + tag.width - TIP, y: centreOf(tag).y };
  const middle = centreOf(target);
  if (Math.abs(from.y - middle.y) < target.height / 2 || middle.x < from.x) {
    return withLabel(line(from, { x: target.x - arrow, y: middle.y }), "straight");
  }
  const below = from.y > middle.y;
  const end = below ? target.y + target.height + arrow : target.y - arrow;
  const direct = withLabel(
    corners([from, { x: middle.x, y: from.y }, { x: middle.x, y: end }], CORNER),
    "corner",
  );
  if (hits(direct.track, input.obstacles, [tag, target]) === 0) return direct;
  const channel = target.x - 22;
  const aside = [
    from,
    { x: channel, y: from.y },
    { x: channel, y: middle.y },
    { x: target.x - arrow, y: middle.y },
  ];
  return leastHits([direct, withLabel(corners(aside, CORNER), "corner")], input, [tag, target]);
}

/** From the side of a card straight towards the middle of a class, up to its border. */
function toHexagon(from: EdgeEnd, target: Rect, arrow: number): Route {
  const middle = centreOf(target);
  const start =
    from.shape === "class" ? hexagonBorder(from.rect, middle) : sideTowards(from.rect, middle);
  const border = hexagonBorder(target, start);
  const length = Math.hypot(border.x - start.x, border.y - start.y) || 1;
  const end = {
    x: border.x - ((border.x - start.x) / length) * arrow,
    y: border.y - ((border.y - start.y) / length) * arrow,
  };
  return withLabel(line(start, end), "straight");
}

function sideTowards(rect: Rect, point: Point): Point {
  const middle = centreOf(rect);
  if (point.x > rect.x + rect.width) return { x: rect.x + rect.width, y: middle.y };
  if (point.x < rect.x) return { x: rect.x, y: middle.y };
  return { x: middle.x, y: point.y > middle.y ? rect.y + rect.height : rect.y };
}

/** Where a ray from the middle of the hexagon to `point` leaves it. */
export function hexagonBorder(rect: Rect, point: Point): Point {
  const middle = centreOf(rect);
  const dx = point.x - middle.x;
  const dy = point.y - middle.y;
  const halfWidth = rect.width / 2;
  const halfHeight = rect.height / 2;
  // The slanted sides run from (w/2, 0) to (w/4, h/2): |x| / (w/2) + |y| / h = 1.
  const slanted = Math.abs(dx) / halfWidth + Math.abs(dy) / rect.height;
  const flat = Math.abs(dy) / halfHeight;
  const reach = 1 / Math.max(slanted, flat, 1e-6);
  return { x: middle.x + dx * reach, y: middle.y + dy * reach };
}

function stacked(from: Rect, to: Rect): boolean {
  return (
    Math.abs(centreOf(from).x - centreOf(to).x) < from.width * 0.6 &&
    (to.y >= from.y + from.height || from.y >= to.y + to.height)
  );
}

/** Downwards at the right, upwards at the left, bulging outwards; past cards in between further out. */
function stackedArc(from: Rect, to: Rect, input: RoutingInput, arrow: number): Route {
  const down = to.y > from.y;
  const side = down ? 1 : -1;
  const start = {
    x: centreOf(from).x + side * from.width * ARC_SHARE,
    y: down ? from.y + from.height : from.y,
  };
  const end = {
    x: centreOf(to).x + side * to.width * ARC_SHARE,
    y: down ? to.y : to.y + to.height,
  };
  const control = { x: (start.x + end.x) / 2 + side * ARC_OFFSET, y: (start.y + end.y) / 2 };
  const near = arcTo(start, control, end, arrow);
  const isPill = from.height <= COMPACT.height && to.height <= COMPACT.height;
  if (Math.abs(end.y - start.y) >= LEAST_ARC && hits(near.track, input.obstacles, [from, to]) === 0)
    return near;
  const edge = (rect: Rect): number => (down ? rect.x + rect.width : rect.x);
  const a = { x: edge(from), y: centreOf(from).y };
  const b = { x: edge(to) + side * arrow, y: centreOf(to).y };
  const reach = side * (isPill ? PILL_REACH : SIDE_REACH);
  return withLabel(cubic(a, { x: a.x + reach, y: a.y }, { x: edge(to) + reach, y: b.y }, b), "arc");
}

// oxlint-disable-next-line max-params -- the three points of an arc and its arrow
function arcTo(start: Point, control: Point, end: Point, arrow: number): Route {
  const angle = Math.atan2(end.y - control.y, end.x - control.x);
  const stop = { x: end.x - Math.cos(angle) * arrow, y: end.y - Math.sin(angle) * arrow };
  return withLabel(quadratic(start, control, stop), "arc");
}

/** Between cards in different columns: out of the side that faces the other, at the height of the row that shows it. */
// oxlint-disable-next-line max-params -- an edge, its two ends, what is around and its arrow
function across(
  edge: Pick<ViewEdge, "from" | "to">,
  from: Rect,
  to: Rect,
  input: RoutingInput,
  arrow: number,
): Route {
  const right = centreOf(to).x >= centreOf(from).x;
  const y = input.rowHeight(edge.from, edge.to) ?? centreOf(from).y;
  const start = { x: right ? from.x + from.width : from.x, y };
  const end = { x: right ? to.x - arrow : to.x + to.width + arrow, y: centreOf(to).y };
  const overlap = right ? start.x >= end.x - 10 : start.x <= end.x + 10;
  if (overlap) {
    const far = Math.max(from.x + from.width, to.x + to.width);
    const entry = { x: to.x + to.width + arrow, y: end.y };
    const exit = { x: from.x + from.width, y };
    return withLabel(
      cubic(exit, { x: far + SIDE_REACH, y }, { x: far + SIDE_REACH, y: end.y }, entry),
      "curve",
    );
  }
  if (Math.abs(start.y - end.y) < 3) {
    const straight = withLabel(line(start, end), "straight");
    if (hits(straight.track, input.obstacles, [from, to]) === 0) return straight;
  }
  return leastHits(horizontalCurves(start, end), input, [from, to]);
}

/** The plain S curve first, then ones that swing above or below. */
function* horizontalCurves(from: Point, to: Point): Generator<Route> {
  const reach = Math.max(Math.abs(to.x - from.x) * 0.45, 30) * Math.sign(to.x - from.x || 1);
  for (const swing of [0, -70, 70, -150, 150, -260, 260]) {
    const first = { x: from.x + reach, y: from.y + swing };
    const second = { x: to.x - reach, y: to.y + swing };
    yield withLabel(cubic(from, first, second, to), "curve");
  }
}

function leastHits(routes: Iterable<Route>, input: RoutingInput, ends: readonly Rect[]): Route {
  let best: { readonly route: Route; readonly count: number } | undefined;
  for (const route of routes) {
    const count = hits(route.track, input.obstacles, ends);
    if (best === undefined || count < best.count) best = { route, count };
    if (count === 0) break;
  }
  if (best === undefined) throw new Error("An edge needs at least one possible route.");
  return best.route;
}

/** How many obstacles a track runs through; the ends themselves do not count. */
function hits(track: readonly Point[], obstacles: readonly Rect[], ends: readonly Rect[]): number {
  const reach = boundsOfPoints(track, 1);
  const near = obstacles.filter((rect) => overlaps(rect, reach) && !ends.includes(rect));
  if (near.length === 0) return 0;
  const points = dense(track);
  return near.filter((rect) => points.some((point) => contains(rect, point))).length;
}

function dense(track: readonly Point[]): Point[] {
  const first = track[0];
  const points = first === undefined ? [] : [first];
  track.forEach((point, index) => {
    const before = track[index - 1];
    if (before === undefined) return;
    const steps = Math.max(1, Math.ceil(Math.hypot(point.x - before.x, point.y - before.y) / 16));
    for (let step = 1; step <= steps; step += 1) {
      points.push({
        x: before.x + ((point.x - before.x) * step) / steps,
        y: before.y + ((point.y - before.y) * step) / steps,
      });
    }
  });
  return points;
}

function loop(card: Rect, arrow: number): Route {
  const right = card.x + card.width;
  const bottom = card.y + card.height;
  const from = { x: right, y: bottom - 16 };
  const to = { x: right - 40, y: bottom + arrow };
  const curve = cubic(
    from,
    { x: right + 50, y: bottom - 12 },
    { x: right - 38, y: bottom + 62 },
    to,
  );
  return { ...curve, label: { x: right + 18, y: bottom + 24 }, shape: "loop" };
}
