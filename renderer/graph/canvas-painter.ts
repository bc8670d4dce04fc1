/** Paints a scene on a 2D canvas: the screen layer and PNG export. Knows nothing about objects or references. */
import { overlaps, type Rect } from "./geometry";
import { HATCH_WIDTH, hatchLines } from "./hatch-lines";
import { touches } from "./painted-changes";
import { type Chunk, isNear, paintSteps } from "./painted-chunks";
import type {
  Font,
  Hatch,
  PathPrimitive,
  Primitive,
  RectPrimitive,
  Scene,
  ScenePart,
  Stroke,
  TextPrimitive,
} from "./scene";
import { familyList } from "./text-metrics";

export interface PaintOptions {
  /** Only what touches this part of the scene is painted. */
  readonly visible: Rect;
  /** Only what is in one of these is painted; undefined for all that is visible. */
  readonly area?: readonly Rect[];
  /** Device pixels per scene unit: very small text is left out. */
  readonly scale: number;
  /** All lines are this much wider; absent: as they are. */
  readonly strokes?: number;
  /** A picture of an animation: painted only once, not worth preparing. */
  readonly passing?: boolean;
}

const LEAST_TEXT_PIXELS = 3.5;
/** Shorter dashes look like a thin line and cost much. */
const LEAST_DASH_PIXELS = 1.2;
const CLOSE_LOOK = 0.6;
/** On the screen, or in a worker. */
export type PaintingContext = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

const paths = new WeakMap<Primitive, Path2D>();

export function paintScene(
  context: PaintingContext,
  scene: Pick<Scene, "parts">,
  options: PaintOptions,
): void {
  // A part of the canvas, or a close look, touches so little that joined paths would be too long.
  const isWhole = options.area === undefined && options.scale < CLOSE_LOOK;
  const steps = isWhole ? paintSteps(scene.parts, options.passing === true) : undefined;
  if (steps === undefined) for (const part of scene.parts) paintPart(context, part, options);
  else
    for (const step of steps) {
      if (step.kind === "part") paintPart(context, step.part, options);
      else if (isNear(step, options.visible)) paintChunk(context, step, options);
    }
  context.globalAlpha = 1;
}

function paintPart(context: PaintingContext, part: ScenePart, options: PaintOptions): void {
  if (part.opacity <= 0 || !overlaps(part.bounds, options.visible)) return;
  if (options.area !== undefined && !touches(part, options.area)) return;
  const { shift } = part;
  if (shift !== undefined) context.translate(shift.x, shift.y);
  for (const primitive of part.primitives) {
    context.globalAlpha = part.opacity * (primitive.opacity ?? 1);
    if (primitive.kind === "text") paintText(context, primitive, options);
    else paintShape(context, primitive, part.opacity, options);
  }
  if (shift !== undefined) context.translate(-shift.x, -shift.y);
}

/** Lines go below arrow heads and the faces of pills below their borders. */
function paintChunk(
  context: PaintingContext,
  { strokes, fills, texts }: Chunk,
  options: PaintOptions,
): void {
  for (const { fill, opacity, path } of fills) {
    context.globalAlpha = opacity;
    context.fillStyle = fill;
    context.fill(path);
  }
  for (const { stroke, opacity, path } of strokes) {
    context.globalAlpha = opacity;
    paintStroke(context, path, stroke, options);
  }
  for (const { text, opacity } of texts) {
    context.globalAlpha = opacity;
    paintText(context, text, options);
  }
}

// oxlint-disable-next-line max-params -- a shape, how strongly and how large
function paintShape(
  context: PaintingContext,
  shape: RectPrimitive | PathPrimitive,
  opacity: number,
  options: PaintOptions,
): void {
  const path = pathOf(shape);
  const alpha = context.globalAlpha;
  if (shape.fill !== undefined) {
    context.globalAlpha = alpha * (shape.fillOpacity ?? 1);
    context.fillStyle = shape.fill;
    context.fill(path);
  }
  if (shape.hatch !== undefined) paintHatch(context, path, shape, shape.hatch, opacity);
  context.globalAlpha = alpha;
  if (shape.stroke !== undefined) paintStroke(context, path, shape.stroke, options);
}

// oxlint-disable-next-line max-params -- a path, its line and how large
function paintStroke(
  context: PaintingContext,
  path: Path2D,
  stroke: Stroke,
  { scale, strokes = 1 }: PaintOptions,
): void {
  const longest = Math.max(0, ...(stroke.dash ?? []));
  context.strokeStyle = stroke.color;
  context.lineWidth = stroke.width * strokes;
  context.lineCap = stroke.cap ?? "butt";
  context.lineJoin = "round";
  context.setLineDash(longest * scale < LEAST_DASH_PIXELS ? [] : [...(stroke.dash ?? [])]);
  context.stroke(path);
}

// oxlint-disable-next-line max-params -- a path, its shape and how strongly
function paintHatch(
  context: PaintingContext,
  path: Path2D,
  shape: RectPrimitive | PathPrimitive,
  hatch: Hatch,
  opacity: number,
): void {
  const box = shape.kind === "rect" ? shape : (shape.hatchBox ?? EVERYWHERE);
  context.save();
  context.clip(path);
  context.globalAlpha = opacity * hatch.opacity;
  context.strokeStyle = hatch.color;
  context.lineWidth = HATCH_WIDTH;
  context.setLineDash([]);
  context.beginPath();
  for (const [from, to] of hatchLines(box)) {
    context.moveTo(from.x, from.y);
    context.lineTo(to.x, to.y);
  }
  context.stroke();
  context.restore();
}

function paintText(context: PaintingContext, text: TextPrimitive, options: PaintOptions): void {
  if (text.font.size * options.scale < LEAST_TEXT_PIXELS) return;
  const { x, y } = text;
  const { visible } = options;
  // No text is wider than this.
  if (x < visible.x - TEXT_REACH || x > visible.x + visible.width + TEXT_REACH) return;
  if (y < visible.y - TEXT_REACH || y > visible.y + visible.height + TEXT_REACH) return;
  context.font = cssFont(text.font);
  context.textAlign = text.align === "middle" ? "center" : text.align;
  context.textBaseline = "alphabetic";
  context.fillStyle = text.fill;
  context.fillText(text.text, x, y);
}

function cssFont(font: Font): string {
  return `${font.weight} ${font.size}px ${familyList(font)}`;
}

function pathOf(shape: RectPrimitive | PathPrimitive): Path2D {
  const known = paths.get(shape);
  if (known !== undefined) return known;
  const path = shape.kind === "path" ? new Path2D(shape.d) : new Path2D();
  if (shape.kind === "rect")
    path.roundRect(shape.x, shape.y, shape.width, shape.height, shape.radius);
  paths.set(shape, path);
  return path;
}

const TEXT_REACH = 700;
const EVERYWHERE: Rect = { x: -5000, y: -5000, width: 10_000, height: 10_000 };
