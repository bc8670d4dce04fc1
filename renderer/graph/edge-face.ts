/** Draws an edge along its route: line style by kind of reference, arrow, and its label on a plate. */
import type { ViewEdge, ViewNode } from "../../electron/contract/subgraph-view";
import { at, backwards, type Curve } from "./curves";
import type { Route } from "./edge-routing";
import { boundsOfPoints, centreOf, type Point, type Rect, type Size } from "./geometry";
import { around, label, part, pillWidth } from "./part";
import type { Font, Primitive, ScenePart, Stroke } from "./scene";
import type { ThemeTokens } from "./theme-tokens";

export interface EdgeLook {
  readonly stroke: Stroke;
  readonly arrow: "triangle" | "hollow" | "vee" | "none";
  /** Length of the arrow; it is as wide as long. */
  readonly arrowSize: number;
  readonly label: string;
  readonly labelFont: Font;
  readonly labelColor: string;
  readonly dotAtSource: boolean;
}

const LABEL_FONT: Font = { family: "mono", size: 12.5, weight: 500 };
const CYCLE_LABEL_FONT: Font = { family: "mono", size: 12.5, weight: 600 };
const GHOST_FONT: Font = { family: "sans", size: 11.5, weight: 500 };
/** As Cytoscape draws them: 29 px times 0.3 long at scale 1. */
const ARROW = 8.7;
const LONGEST_LABEL = 24;
/** A shorter line is painted as a whole. */
const LONG = 300;
/** How much wider than its line the glow of a picked edge is. */
const PICKED_REACH = 7;

// oxlint-disable-next-line max-params -- an edge, its ends and how it is drawn
export function edgeLook(
  edge: ViewEdge,
  nodes: ReadonlyMap<string, ViewNode>,
  theme: ThemeTokens,
  crowded: boolean = false,
): EdgeLook {
  const from = nodes.get(edge.from);
  const to = nodes.get(edge.to);
  const freed = from?.state === "freed" || to?.state === "freed";
  if (edge.deleted !== undefined || freed) return ghostLook(edge, freed, theme);
  const alarm = edge.inCycle && from?.state === "unreachable" && to?.state === "unreachable";
  const look = amongSmall(weighted(presentLook(edge, alarm, theme), edge.count), from, to);
  return crowded ? { ...look, ...crowdLook(theme) } : look;
}

function presentLook(edge: ViewEdge, alarm: boolean, theme: ThemeTokens): EdgeLook {
  const plain = {
    arrowSize: ARROW,
    label: cut(edge.label),
    labelFont: LABEL_FONT,
    labelColor: theme.text,
    dotAtSource: false,
  };
  switch (edge.kind) {
    case "name":
      return { ...plain, stroke: { color: theme.text, width: 1.9 }, arrow: "triangle" };
    case "class":
      return {
        ...plain,
        stroke: { color: theme.edge, width: 1.4, dash: [5, 4] },
        arrow: "hollow",
        arrowSize: ARROW * 1.05,
      };
    case "temporary":
      return {
        ...plain,
        stroke: { color: theme.text, width: 1.9, dash: [6, 4] },
        arrow: "triangle",
        label: cut(edge.label) || "argument",
      };
    case "weak":
      return {
        ...plain,
        stroke: { color: theme.edge, width: 1.6, dash: [2, 4] },
        arrow: "vee",
        label: cut(edge.label) || "weak",
      };
    case "reference":
    case "frame":
    case "closure": {
      const dotAtSource = edge.kind !== "reference";
      if (!edge.inCycle)
        return {
          ...plain,
          stroke: { color: theme.edge, width: 1.6 },
          arrow: "triangle",
          dotAtSource,
        };
      const inCycle = {
        ...plain,
        arrow: "triangle",
        arrowSize: ARROW * 1.3,
        labelFont: CYCLE_LABEL_FONT,
        dotAtSource,
      } as const;
      if (alarm)
        return {
          ...inCycle,
          stroke: { color: theme.alarm, width: 3 },
          labelColor: theme.alarmText,
        };
      return { ...inCycle, stroke: { color: theme.text, width: 2.2 } };
    }
  }
}

/** Among pills and dots the lines are thinner, and their words wait until they are pointed at. */
function amongSmall(
  look: EdgeLook,
  from: ViewNode | undefined,
  to: ViewNode | undefined,
): EdgeLook {
  if (!isSmall(from) || !isSmall(to)) return look;
  const { stroke, arrowSize } = look;
  const thin = { ...stroke, width: stroke.width * 0.7 };
  const plain = { ...look, stroke: thin, label: "", dotAtSource: false };
  // A line between dots ends in their middle, where an arrow would not be seen.
  return from?.tier === "mark"
    ? { ...plain, arrow: "none", arrowSize: 0 }
    : { ...plain, arrowSize: arrowSize * 0.75 };
}

function isSmall(node: ViewNode | undefined): boolean {
  return node?.tier === "compact" || node?.tier === "mark";
}

/** Between groups the line is as wide as the logarithm of how many references it stands for. */
function weighted(look: EdgeLook, count: number | undefined): EdgeLook {
  if (count === undefined || count <= 1) return look;
  const width = look.stroke.width + 1.6 * Math.log10(count);
  const words = look.label === "" ? `${count.toLocaleString("en-US")} references` : look.label;
  return { ...look, stroke: { ...look.stroke, width }, arrowSize: ARROW + width, label: words };
}

/** Solid and without arrow: of hundreds of lines only the whole is seen, and it must not hide the cards. */
function crowdLook(theme: ThemeTokens): Partial<EdgeLook> {
  const stroke = { color: theme.line, width: 1.2 };
  return { stroke, arrow: "none", arrowSize: 0, label: "", dotAtSource: false };
}

function ghostLook(edge: ViewEdge, freed: boolean, theme: ThemeTokens): EdgeLook {
  const words =
    edge.deleted === undefined || (freed && edge.kind !== "name")
      ? ""
      : edge.deleted.cut === true
        ? "cut, what if"
        : `deleted, step ${edge.deleted.step}`;
  return {
    stroke: {
      color: theme.faint,
      width: edge.kind === "name" ? 2.2 : 1.6,
      dash: [0.1, 6],
      cap: "round",
    },
    arrow: "none",
    arrowSize: 0,
    label: words,
    labelFont: GHOST_FONT,
    labelColor: theme.muted,
    dotAtSource: false,
  };
}

/** How far before the end of the route the line has to stop for the arrow. */
export function arrowRoom(look: EdgeLook): number {
  return look.arrow === "none" || look.arrow === "vee" ? 0 : look.arrowSize - 1;
}

export interface EdgeFrame {
  readonly route: Route;
  readonly look: EdgeLook;
  /** Where its words go. */
  readonly plate: Rect | undefined;
  readonly theme: ThemeTokens;
  readonly picked: boolean;
}

export function edgeParts(
  edge: ViewEdge,
  { route, look, plate, theme, picked }: EdgeFrame,
): ScenePart[] {
  const bounds = boundsOfPoints(route.track, 16);
  const glow = {
    color: theme.accent,
    width: look.stroke.width + PICKED_REACH,
    cap: "round",
  } as const;
  const primitives: Primitive[] = [
    ...(picked ? [{ kind: "path", d: route.d, stroke: glow, opacity: 0.35 } as const] : []),
    ...linePrimitives(route, look, theme),
  ];
  const line = part({ key: `${edge.id}/line`, owner: edge.id, layer: "edge", primitives, bounds });
  const isLong = bounds.width + bounds.height > LONG;
  const parts: ScenePart[] = [isLong ? { ...line, reach: reachOf(route.track) } : line];
  if (plate !== undefined) parts.push(platePart(edge.id, look, plate, { theme, picked }));
  return parts;
}

/** The line in a few small rectangles: much less than the one around all of it. */
function reachOf(track: readonly Point[]): Rect[] {
  const stretch = Math.max(1, Math.ceil(track.length / 8));
  const rects: Rect[] = [];
  for (let index = 0; index < track.length - 1; index += stretch)
    rects.push(boundsOfPoints(track.slice(index, index + stretch + 1), 16));
  return rects;
}

export function linePrimitives(curve: Curve, look: EdgeLook, theme: ThemeTokens): Primitive[] {
  const primitives: Primitive[] = [{ kind: "path", d: curve.d, stroke: look.stroke }];
  const start = curve.track[0];
  const end = curve.track.at(-1);
  if (look.dotAtSource && start !== undefined) {
    primitives.push({
      kind: "rect",
      x: start.x - 3,
      y: start.y - 3,
      width: 6,
      height: 6,
      radius: 3,
      fill: look.stroke.color,
    });
  }
  if (end !== undefined && look.arrow !== "none")
    primitives.push(arrowHead(end, curve.angle, look, theme));
  return primitives;
}

/** Its base is where the line stops. */
function arrowHead(base: Point, angle: number, look: EdgeLook, theme: ThemeTokens): Primitive {
  const size = look.arrowSize;
  const tip = backwards(base, angle, look.arrow === "vee" ? 0 : 1 - size);
  const back = backwards(tip, angle, size);
  const across = { x: -Math.sin(angle) * size * 0.5, y: Math.cos(angle) * size * 0.5 };
  const [left, right] = [
    { x: back.x + across.x, y: back.y + across.y },
    { x: back.x - across.x, y: back.y - across.y },
  ];
  const color = look.stroke.color;
  if (look.arrow === "vee")
    return {
      kind: "path",
      d: `M${at(left)} L${at(tip)} L${at(right)}`,
      stroke: { color, width: look.stroke.width },
    };
  const d = `M${at(left)} L${at(tip)} L${at(right)} Z`;
  if (look.arrow === "hollow")
    return { kind: "path", d, fill: theme.canvas, stroke: { color, width: 1.2 } };
  return { kind: "path", d, fill: color };
}

export function plateSize(look: EdgeLook): Size {
  const ghost = look.labelFont.family === "sans";
  return { width: pillWidth(look.label, look.labelFont, ghost ? 3 : 4), height: ghost ? 17 : 21 };
}

// oxlint-disable-next-line max-params -- an edge, its look, where its words go and how
function platePart(
  id: string,
  look: EdgeLook,
  plate: Rect,
  { theme, picked }: Pick<EdgeFrame, "theme" | "picked">,
): ScenePart {
  const { x, y } = centreOf(plate);
  return part({
    key: `${id}/label`,
    owner: id,
    layer: "label",
    bounds: around([plate], 2),
    primitives: [
      {
        kind: "rect",
        ...plate,
        radius: 4,
        fill: theme.canvas,
        ...(picked ? { stroke: { color: theme.accent, width: 2 } } : {}),
      },
      label(look.label, x, y, { font: look.labelFont, fill: look.labelColor, align: "middle" }),
    ],
  });
}

function cut(text: string): string {
  return text.length <= LONGEST_LABEL ? text : `${text.slice(0, LONGEST_LABEL - 1)}…`;
}
