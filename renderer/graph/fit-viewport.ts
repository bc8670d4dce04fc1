/** Finds the zoom and place at which the whole recording's picture fits between the chips above and the legend below. */
import type { UnionGraph } from "../../electron/contract/subgraph-view";
import { type Point, type Rect, rectAround, type Size, unionOf } from "./geometry";
import { HULL_PADDING, unionSizes } from "./node-size";
import { scopeRect } from "./scope-box";

export interface Viewport {
  readonly zoom: number;
  readonly pan: Point;
}

/** In a low window the legend is hidden. */
const LOW = 520;
const INSETS = { top: 126, bottom: 84, side: 16 } as const;
const LOW_INSETS = { top: 112, bottom: 24, side: 12 } as const;
/** Presenting, what lies above is larger, and the legend comes only when asked for. */
const PRESENTING_INSETS = { top: 178, bottom: 24, side: 16 } as const;
export const LEAST_ZOOM = 0.08;
const HULL_LABEL = 12;

/**
 * Everything that is ever drawn, so that no step needs another viewport. The names of function calls come and go:
 * room is made for them only while some are shown.
 */
export function boundsOfUnion(
  union: UnionGraph,
  positions: ReadonlyMap<string, Point>,
  withLocals: boolean,
): Rect | undefined {
  const sizes = unionSizes(union);
  const rectOf = (id: string): Rect[] => {
    const place = positions.get(id);
    const size = sizes.get(id);
    return place === undefined || size === undefined ? [] : [rectAround(place, size)];
  };
  const scopes = union.scopes.filter((scope) => withLocals || scope.depth === 0);
  const boxes = scopes.flatMap((scope) => scopeRect(scope.id, union, positions, sizes) ?? []);
  const cards = union.nodes.flatMap((node) => rectOf(node.id));
  const { top, bottom, side } = HULL_PADDING;
  const hulls = union.cycles.flatMap((members) => {
    const box = unionOf(members.flatMap(rectOf));
    if (box === undefined || members.length < 2) return [];
    const height = box.height + top + bottom + HULL_LABEL;
    return [{ x: box.x - side, y: box.y - top, width: box.width + 2 * side, height }];
  });
  return unionOf([...boxes, ...cards, ...hulls]);
}

/** At most `most`: small graphs are not blown up. What has room to spare stands in the middle, a little towards the top. */
export function fitViewport(
  bounds: Rect,
  size: Size,
  most: number = 1,
  presenting: boolean = false,
): Viewport {
  const insets = presenting ? PRESENTING_INSETS : size.height < LOW ? LOW_INSETS : INSETS;
  const width = Math.max(size.width - 2 * insets.side, 50);
  const height = Math.max(size.height - insets.top - insets.bottom, 50);
  const zoom = Math.max(LEAST_ZOOM, Math.min(most, width / bounds.width, height / bounds.height));
  const spareX = width - bounds.width * zoom;
  const spareY = height - bounds.height * zoom;
  const x = insets.side + spareX / 2 - bounds.x * zoom;
  const y = insets.top + Math.min(spareY / 2, Math.max(40, spareY * 0.3)) - bounds.y * zoom;
  return { zoom, pan: { x: Math.round(x), y: Math.round(y) } };
}
