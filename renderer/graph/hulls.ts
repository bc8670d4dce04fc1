/** Draws the hull of a cycle: quiet while reachable, hatched alarm when nothing outside points in, dotted once freed. */
import type { NodeTier, ViewCycle } from "../../electron/contract/subgraph-view";
import { round } from "./curves";
import { grow, overlaps, type Point, type Rect, unionOf } from "./geometry";
import { type HullPadding, hullPadding } from "./node-size";
import { around, label, part, pillWidth } from "./part";
import type { Font, PathPrimitive, Primitive, RectPrimitive, ScenePart, Stroke } from "./scene";
import type { ThemeTokens } from "./theme-tokens";

export interface HullFrame {
  /** Cards by id: of the members, of what is attached, and of everything that must stay outside. */
  readonly rects: ReadonlyMap<string, Rect>;
  readonly theme: ThemeTokens;
  /** Only the largest cycles are hatched when there are many. */
  readonly hatched: boolean;
  readonly picked: boolean;
  /** Round dots only the outline is drawn; round pills it is closer to them. */
  readonly density: NodeTier;
  readonly uncollectable: boolean;
}

export const HULL_FONT: Font = { family: "sans", size: 11.5, weight: 600 };
const RADIUS = 36;
const LABEL_HEIGHT = 23;
const SMALL_LABEL_HEIGHT = 18;

export function hullParts(cycle: ViewCycle, frame: HullFrame): ScenePart[] {
  const outline = hullOutline(cycle, frame);
  if (outline === undefined) return [];
  const area = part({
    key: `${cycle.id}/area`,
    owner: cycle.id,
    layer: "hull",
    bounds: around([outline.box], 3),
    primitives: areaPrimitives(cycle, outline.shape, frame),
  });
  const anchor = {
    x: outline.box.x + outline.box.width / 2,
    y: outline.box.y + outline.box.height,
  };
  if (frame.density === "mark") return [area];
  const { uncollectable, theme, picked, density } = frame;
  // Among pills there is no room for more until somebody asks.
  const short = density === "compact" && !picked;
  const words = short ? `Cycle ${cycle.number}` : cycle.label;
  const text = uncollectable ? "In gc.garbage" : words;
  return [
    area,
    hullLabelPart({ ...cycle, uncollectable, small: density === "compact" }, text, anchor, theme),
  ];
}

export function hullLabelPart(
  cycle: Pick<ViewCycle, "id" | "state"> & {
    readonly uncollectable?: boolean;
    readonly small?: boolean;
  },
  text: string,
  anchor: Point,
  theme: ThemeTokens,
): ScenePart {
  const small = cycle.small === true;
  const font = small ? { ...HULL_FONT, size: 11 } : HULL_FONT;
  const width = pillWidth(text, font, small ? 7 : 11);
  const height = small ? SMALL_LABEL_HEIGHT : LABEL_HEIGHT;
  const rect = { x: anchor.x - width / 2, y: anchor.y - height / 2, width, height };
  const freed = cycle.state === "freed";
  const plain = freed ? theme.canvas : theme.muted;
  const ofState = cycle.state === "unreachable" ? theme.alarmText : plain;
  const fill = cycle.uncollectable === true ? theme.text : ofState;
  return part({
    key: `${cycle.id}/label`,
    owner: cycle.id,
    layer: "hull-label",
    bounds: around([rect], 2),
    primitives: [
      {
        kind: "rect",
        ...rect,
        radius: height / 2,
        fill,
        ...(freed ? { stroke: { color: theme.faint, width: 1.2 } } : {}),
      },
      label(text, anchor.x, anchor.y + 0.5, {
        font,
        fill: freed ? theme.muted : theme.canvas,
        align: "middle",
      }),
    ],
  });
}

interface Outline {
  readonly shape: RectPrimitive | PathPrimitive;
  readonly box: Rect;
}

function hullOutline(
  cycle: ViewCycle,
  { rects, density }: Pick<HullFrame, "rects" | "density">,
): Outline | undefined {
  const padding = hullPadding(density);
  const members = cycle.members.flatMap((id) => rects.get(id) ?? []);
  if (members.length === 0) return undefined;
  const attached = cycle.attached.flatMap((id) => rects.get(id) ?? []);
  const everything = rectangleWithout([...members, ...attached], rects, padding);
  const tight = everything ?? rectangleWithout(members, rects, padding);
  const radius = Math.min(RADIUS, padding.side);
  if (tight !== undefined) return { shape: { kind: "rect", ...tight, radius }, box: tight };
  const corners = members.flatMap((rect) => cornersOf(grow(rect, Math.min(8, padding.top / 4))));
  const path = roundedHull(convexHull(corners), padding.top - Math.min(8, padding.top / 4));
  const box = grow(unionOf(members) ?? { x: 0, y: 0, width: 0, height: 0 }, padding.top);
  return { shape: { kind: "path", d: path, hatchBox: box }, box };
}

/** One padded rectangle around them, unless something foreign would fall inside. */
function rectangleWithout(
  inside: readonly Rect[],
  all: ReadonlyMap<string, Rect>,
  { top, bottom, side }: HullPadding,
): Rect | undefined {
  const box = unionOf(inside);
  if (box === undefined) return undefined;
  const padded = {
    x: box.x - side,
    y: box.y - top,
    width: box.width + 2 * side,
    height: box.height + top + bottom,
  };
  for (const rect of all.values())
    if (!inside.includes(rect) && overlaps(rect, padded)) return undefined;
  return padded;
}

function areaPrimitives(
  cycle: ViewCycle,
  shape: RectPrimitive | PathPrimitive,
  { theme, hatched, picked, density, uncollectable }: HullFrame,
): Primitive[] {
  const stroke = uncollectable ? { color: theme.text, width: 2 } : hullStroke(cycle, theme);
  const glow = { ...shape, stroke: { color: theme.accent, width: 9 }, opacity: 0.35 };
  return [
    ...(picked ? [glow] : []),
    ...(density === "mark"
      ? [{ ...shape, stroke }]
      : areaOf(cycle, shape, { theme, hatched, stroke })),
  ];
}

function areaOf(
  cycle: ViewCycle,
  shape: RectPrimitive | PathPrimitive,
  { theme, hatched, stroke }: Pick<HullFrame, "theme" | "hatched"> & { readonly stroke: Stroke },
): Primitive[] {
  switch (cycle.state) {
    case "reachable":
      return [{ ...shape, fill: theme.panel, stroke }];
    case "unreachable":
      return [
        {
          ...shape,
          fill: theme.alarmFill,
          fillOpacity: 0.75,
          ...(hatched ? { hatch: theme.hatch } : {}),
        },
        { ...shape, stroke },
      ];
    case "freed":
      return [{ ...shape, stroke }];
  }
}

function hullStroke(cycle: ViewCycle, theme: ThemeTokens): Stroke {
  switch (cycle.state) {
    case "reachable":
      return { color: theme.faint, width: 1.6 };
    case "unreachable":
      return { color: theme.alarm, width: 2, dash: [9, 6] };
    case "freed":
      return { color: theme.faint, width: 1.6, dash: [0.1, 7], cap: "round" };
  }
}

function cornersOf({ x, y, width, height }: Rect): Point[] {
  return [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ];
}

/** Andrew's monotone chain, clockwise on the screen. */
export function convexHull(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  const half = (ordered: readonly Point[]): Point[] => {
    const chain: Point[] = [];
    for (const point of ordered) {
      for (
        let a = chain.at(-2), b = chain.at(-1);
        a && b && turn(a, b, point) <= 0;
        a = chain.at(-2), b = chain.at(-1)
      )
        chain.pop();
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.toReversed())];
}

function turn(a: Point, b: Point, c: Point): number {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

/** The polygon moved outwards, with an arc at every corner. */
function roundedHull(points: readonly Point[], by: number): string {
  const steps = points.map((point, index) => {
    const before = points.at(index - 1) ?? point;
    const after = points[(index + 1) % points.length] ?? point;
    const [enter, leave] = [outward(before, point, by), outward(point, after, by)];
    const [from, to] = [
      { x: point.x + enter.x, y: point.y + enter.y },
      { x: point.x + leave.x, y: point.y + leave.y },
    ];
    return `${index === 0 ? "M" : "L"}${round(from.x)} ${round(from.y)} A${by} ${by} 0 0 1 ${round(to.x)} ${round(to.y)}`;
  });
  return `${steps.join(" ")} Z`;
}

function outward(from: Point, to: Point, by: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  return { x: ((to.y - from.y) / length) * by, y: (-(to.x - from.x) / length) * by };
}
