/** Finds which part of the canvas has to be painted again when one display list follows another. */
import type { Viewport } from "./fit-viewport";
import { overlaps, type Rect, type Size } from "./geometry";
import type { ScenePart } from "./scene";

/** In pixels of the canvas. */
const TILE = 48;
/** Shadows of rounding and of line joins. */
const MARGIN = 3;
/** Above this share of the canvas, painting everything is as quick. */
const MOST_SHARE = 0.6;

/** Rectangles in whole pixels that do not overlap; undefined when everything has to be painted. */
export function changedArea(
  before: readonly ScenePart[],
  after: readonly ScenePart[],
  canvas: { readonly size: Size; readonly viewport: Viewport },
): readonly Rect[] | undefined {
  const changed = changedParts(before, after);
  if (changed === undefined) return undefined;
  const tiles = new Tiles(canvas.size);
  for (const part of changed) {
    for (const rect of part.reach ?? [part.bounds]) tiles.mark(onCanvas(rect, canvas.viewport));
  }
  return tiles.share() > MOST_SHARE ? undefined : tiles.rectangles();
}

export function touches(part: ScenePart, area: readonly Rect[]): boolean {
  if (!area.some((rect) => overlaps(rect, part.bounds))) return false;
  const { reach } = part;
  return reach === undefined || reach.some((one) => area.some((rect) => overlaps(rect, one)));
}

/** Undefined when the same parts lie on top of each other in another order. */
function changedParts(
  before: readonly ScenePart[],
  after: readonly ScenePart[],
): readonly ScenePart[] | undefined {
  const [old, fresh] = [new Set(before), new Set(after)];
  const kept = before.filter((part) => fresh.has(part));
  const stayed = after.filter((part) => old.has(part));
  if (kept.some((part, index) => part !== stayed[index])) return undefined;
  return [...before.filter((part) => !fresh.has(part)), ...after.filter((part) => !old.has(part))];
}

function onCanvas({ x, y, width, height }: Rect, { zoom, pan }: Viewport): Rect {
  return {
    x: pan.x + x * zoom - MARGIN,
    y: pan.y + y * zoom - MARGIN,
    width: width * zoom + 2 * MARGIN,
    height: height * zoom + 2 * MARGIN,
  };
}

class Tiles {
  private readonly columns: number;
  private readonly rows: number;
  private readonly marked: Uint8Array;

  constructor({ width, height }: Size) {
    this.columns = Math.ceil(width / TILE);
    this.rows = Math.ceil(height / TILE);
    this.marked = new Uint8Array(this.columns * this.rows);
  }

  mark(rect: Rect): void {
    const lastColumn = Math.min(this.columns - 1, Math.floor((rect.x + rect.width) / TILE));
    const lastRow = Math.min(this.rows - 1, Math.floor((rect.y + rect.height) / TILE));
    for (let row = Math.max(0, Math.floor(rect.y / TILE)); row <= lastRow; row += 1) {
      const first = Math.max(0, Math.floor(rect.x / TILE));
      if (first <= lastColumn)
        this.marked.fill(1, row * this.columns + first, row * this.columns + lastColumn + 1);
    }
  }

  share(): number {
    return this.marked.reduce((sum, tile) => sum + tile, 0) / Math.max(1, this.marked.length);
  }

  /** One for every run of marked tiles in a row. */
  rectangles(): readonly Rect[] {
    const found: Rect[] = [];
    for (let row = 0; row < this.rows; row += 1) {
      let start = -1;
      for (let column = 0; column <= this.columns; column += 1) {
        const isMarked = column < this.columns && this.marked[row * this.columns + column] === 1;
        if (isMarked && start < 0) start = column;
        if (isMarked || start < 0) continue;
        const width = (column - start) * TILE;
        found.push({ x: start * TILE, y: row * TILE, width, height: TILE });
        start = -1;
      }
    }
    return found;
  }
}
