/** Joins what is drawn alike and near to each other into few large paths: a picture of thousands is painted again and again while it is zoomed. */
import { centreOf, overlaps, type Rect, unionOf } from "./geometry";
import type { Primitive, ScenePart, Stroke, TextPrimitive } from "./scene";

/** Lines and faces of one neighbourhood: all lines, then all fills, then all borders, then all words. */
export interface Chunk {
  readonly kind: "chunk";
  readonly bounds: Rect;
  readonly strokes: readonly StrokedPaths[];
  readonly fills: readonly FilledPaths[];
  readonly texts: readonly { readonly text: TextPrimitive; readonly opacity: number }[];
}

export interface StrokedPaths {
  readonly stroke: Stroke;
  readonly opacity: number;
  readonly path: Path2D;
}

export interface FilledPaths {
  readonly fill: string;
  readonly opacity: number;
  readonly path: Path2D;
}

export type PaintStep = Chunk | { readonly kind: "part"; readonly part: ScenePart };

/** Below this many parts one by one is as quick. */
const WORTH_IT = 600;
/** Scene units; about what a window shows at full size. */
const CELL = 700;

interface Run {
  readonly parts: readonly ScenePart[];
  readonly chunks: readonly Chunk[];
}

/** By the first part of the run. */
const known = new WeakMap<ScenePart, Run>();

/** Undefined for small pictures. `passing`: what is not known yet is not worth joining. */
export function paintSteps(
  parts: readonly ScenePart[],
  passing: boolean,
): readonly PaintStep[] | undefined {
  if (parts.length < WORTH_IT) return undefined;
  const steps: PaintStep[] = [];
  let run: ScenePart[] = [];
  let layer: string | undefined;
  const flush = (): void => {
    for (const step of stepsOf(run, passing)) steps.push(step);
    run = [];
  };
  for (const part of parts) {
    const joins = mayJoin(part);
    if (!joins || part.layer !== layer) flush();
    layer = part.layer;
    if (joins) run.push(part);
    else steps.push({ kind: "part", part });
  }
  flush();
  return steps;
}

function stepsOf(parts: readonly ScenePart[], passing: boolean): readonly PaintStep[] {
  const [first] = parts;
  if (first === undefined) return [];
  const last = known.get(first);
  if (last !== undefined && sameParts(last.parts, parts)) return last.chunks;
  if (passing) return parts.map((part) => ({ kind: "part", part }));
  const chunks = chunksOf(parts);
  known.set(first, { parts, chunks });
  return chunks;
}

function sameParts(one: readonly ScenePart[], other: readonly ScenePart[]): boolean {
  return one.length === other.length && one.every((part, index) => part === other[index]);
}

export function isNear(step: PaintStep, visible: Rect): boolean {
  return overlaps(step.kind === "chunk" ? step.bounds : step.part.bounds, visible);
}

/** Lines lie on each other in any order; faces of pills and dots do not overlap. */
function mayJoin(part: ScenePart): boolean {
  if (part.shift !== undefined || part.opacity <= 0) return false;
  const isLine = part.layer === "edge";
  const isFace = part.layer === "card" && part.key.endsWith("/face");
  return (
    (isLine || isFace) &&
    part.primitives.every((one) => one.kind === "text" || one.hatch === undefined)
  );
}

function chunksOf(parts: readonly ScenePart[]): Chunk[] {
  const cells = new Map<string, ScenePart[]>();
  for (const part of parts) {
    const { x, y } = centreOf(part.bounds);
    // A long line in a cell would have all of its cell painted wherever it passes.
    const size = part.bounds.width + part.bounds.height > CELL ? CELL * 8 : CELL;
    const key = `${size} ${Math.floor(x / size)} ${Math.floor(y / size)}`;
    const cell = cells.get(key);
    if (cell === undefined) cells.set(key, [part]);
    else cell.push(part);
  }
  return [...cells.values()].map(knownChunk);
}

/** By the first part of the cell. */
const knownCells = new WeakMap<
  ScenePart,
  { readonly parts: readonly ScenePart[]; readonly chunk: Chunk }
>();

/** Whoever points at one thing changes one neighbourhood only. */
function knownChunk(parts: readonly ScenePart[]): Chunk {
  const [first] = parts;
  const last = first === undefined ? undefined : knownCells.get(first);
  if (last !== undefined && sameParts(last.parts, parts)) return last.chunk;
  const chunk = chunkOf(parts);
  if (first !== undefined) knownCells.set(first, { parts, chunk });
  return chunk;
}

function chunkOf(parts: readonly ScenePart[]): Chunk {
  const strokes = new Map<string, StrokedPaths>();
  const fills = new Map<string, FilledPaths>();
  const texts: { text: TextPrimitive; opacity: number }[] = [];
  for (const part of parts) {
    for (const primitive of part.primitives) {
      const opacity = part.opacity * (primitive.opacity ?? 1);
      if (primitive.kind === "text") {
        texts.push({ text: primitive, opacity });
        continue;
      }
      if (primitive.fill !== undefined) {
        const strength = opacity * (primitive.fillOpacity ?? 1);
        const key = `${primitive.fill} ${strength}`;
        const group = fills.get(key) ?? {
          fill: primitive.fill,
          opacity: strength,
          path: new Path2D(),
        };
        fills.set(key, group);
        addShape(group.path, primitive);
      }
      if (primitive.stroke !== undefined) {
        const { color, width, dash, cap } = primitive.stroke;
        const key = `${color} ${width} ${dash?.join(",") ?? ""} ${cap ?? ""} ${opacity}`;
        const group = strokes.get(key) ?? { stroke: primitive.stroke, opacity, path: new Path2D() };
        strokes.set(key, group);
        addShape(group.path, primitive);
      }
    }
  }
  const bounds = unionOf(parts.map((part) => part.bounds)) ?? { x: 0, y: 0, width: 0, height: 0 };
  return {
    kind: "chunk",
    bounds,
    strokes: [...strokes.values()],
    fills: [...fills.values()],
    texts,
  };
}

function addShape(path: Path2D, shape: Exclude<Primitive, TextPrimitive>): void {
  if (shape.kind === "path") path.addPath(new Path2D(shape.d));
  else path.roundRect(shape.x, shape.y, shape.width, shape.height, shape.radius);
}
