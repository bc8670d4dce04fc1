/** Draws the box the names of one scope live in; its size comes from every name the scope ever had, so it never changes. */
import type { UnionGraph, ViewScope } from "../../electron/contract/subgraph-view";
import { type Point, type Rect, rectAround, type Size, unionOf } from "./geometry";
import { BOX_BOTTOM, BOX_SIDE } from "./layout-names";
import { TAG_HEIGHT } from "./node-size";
import { around, label, part } from "./part";
import type { Font, ScenePart } from "./scene";
import { fitText } from "./text-metrics";
import type { ThemeTokens } from "./theme-tokens";

const TITLE_FONT: Font = { family: "sans", size: 11.5, weight: 600 };
const LEAST: Size = { width: 148, height: 62 };
const TITLE_ROOM = 38;

export function scopeRect(
  scope: string,
  union: UnionGraph,
  positions: ReadonlyMap<string, Point>,
  sizes: ReadonlyMap<string, Size>,
): Rect | undefined {
  const corner = positions.get(scope);
  if (corner === undefined) return undefined;
  const widest = Math.max(0, ...union.names.map((name) => sizes.get(name.id)?.width ?? 0));
  const rects: Rect[] = [
    { ...corner, ...LEAST, width: Math.max(LEAST.width, Math.ceil(widest + 2 * BOX_SIDE)) },
  ];
  for (const name of union.names) {
    const place = name.scope === scope ? positions.get(name.id) : undefined;
    const size = sizes.get(name.id);
    if (place === undefined || size === undefined) continue;
    const tag = rectAround(place, size);
    const below = BOX_BOTTOM - TAG_HEIGHT / 2;
    rects.push({
      x: tag.x - BOX_SIDE,
      y: tag.y - TITLE_ROOM,
      width: tag.width + 2 * BOX_SIDE,
      height: tag.height + TITLE_ROOM + below,
    });
  }
  return unionOf(rects);
}

export function scopePart(scope: ViewScope, rect: Rect, theme: ThemeTokens): ScenePart {
  const title = fitText(scope.title, TITLE_FONT, rect.width - 22);
  return part({
    key: `${scope.id}/box`,
    owner: scope.id,
    layer: "scope",
    bounds: around([rect], 2),
    primitives: [
      {
        kind: "rect",
        ...rect,
        radius: 14,
        fill: theme.panel,
        stroke: { color: theme.line, width: 1 },
      },
      label(title, rect.x + 14, rect.y + 18, { font: TITLE_FONT, fill: theme.muted }),
    ],
  });
}
