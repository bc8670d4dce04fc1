/** Paints the screen's canvas, or only those of its pixels that have changed. */
import { paintScene } from "./canvas-painter";
import type { Viewport } from "./fit-viewport";
import type { Point, Rect, Size } from "./geometry";
import type { Scene } from "./scene";

export interface CanvasArea {
  /** In pixels of the canvas, as is the viewport. */
  readonly size: Size;
  readonly viewport: Viewport;
  /** Undefined: everything. */
  readonly area: readonly Rect[] | undefined;
  readonly strokes: number;
  readonly passing: boolean;
}

export function paintArea(
  context: CanvasRenderingContext2D,
  scene: Pick<Scene, "parts">,
  { size, viewport, area, strokes, passing }: CanvasArea,
): void {
  if (area?.length === 0) return;
  const { zoom, pan } = viewport;
  const inScene = ({ x, y, width, height }: Rect): Rect => ({
    x: (x - pan.x) / zoom,
    y: (y - pan.y) / zoom,
    width: width / zoom,
    height: height / zoom,
  });
  context.save();
  context.setTransform(1, 0, 0, 1, 0, 0);
  if (area !== undefined) {
    context.beginPath();
    for (const { x, y, width, height } of area) context.rect(x, y, width, height);
    context.clip();
  }
  context.clearRect(0, 0, size.width, size.height);
  context.setTransform(zoom, 0, 0, zoom, pan.x, pan.y);
  paintScene(context, scene, {
    visible: inScene({ x: 0, y: 0, ...size }),
    scale: zoom,
    strokes,
    passing,
    ...(area === undefined ? {} : { area: area.map(inScene) }),
  });
  context.restore();
}

/** Moves the picture on the canvas by whole pixels; answers what has come into sight and has to be painted. */
export function shiftPainted(
  context: CanvasRenderingContext2D,
  { width, height }: Size,
  by: Point,
): readonly Rect[] {
  context.save();
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.globalCompositeOperation = "copy";
  context.drawImage(context.canvas, by.x, by.y);
  context.restore();
  const column = { x: by.x > 0 ? 0 : width + by.x, y: 0, width: Math.abs(by.x), height };
  const row = { x: 0, y: by.y > 0 ? 0 : height + by.y, width, height: Math.abs(by.y) };
  return [column, row].filter((rect) => rect.width > 0 && rect.height > 0);
}
