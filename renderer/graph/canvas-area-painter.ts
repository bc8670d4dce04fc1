/** Paints the screen's canvas, or only those of its pixels that have changed. */
import { paintScene } from "./canvas-painter";
import type { Viewport } from "./fit-viewport";
import type { Rect, Size } from "./geometry";
import type { Scene } from "./scene";

export interface CanvasArea {
  /** In pixels of the canvas, as is the viewport. */
  readonly size: Size;
  readonly viewport: Viewport;
  /** Undefined: everything. */
  readonly area: readonly Rect[] | undefined;
  readonly strokes: number;
}

export function paintArea(
  context: CanvasRenderingContext2D,
  scene: Pick<Scene, "parts">,
  { size, viewport, area, strokes }: CanvasArea,
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
    ...(area === undefined ? {} : { area: area.map(inScene) }),
  });
  context.restore();
}
