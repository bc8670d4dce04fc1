/** Draws the collector's own copy of a refcount, at the lower right corner of the card, while "How it found them" is shown. */
import type { ViewNode } from "../../electron/contract/subgraph-view";
import type { CardFrame } from "./card-face";
import { around, part, pill, pillWidth } from "./part";
import type { Font, ScenePart } from "./scene";

const FONT: Font = { family: "mono", size: 11.5, weight: 600 };

export function scratchParts(node: ViewNode, { rect, theme, scratch }: CardFrame): ScenePart[] {
  if (scratch === undefined) return [];
  const width = pillWidth(scratch, FONT, 8);
  const box = {
    x: rect.x + rect.width - width + 8,
    y: rect.y + rect.height - 10,
    width,
    height: 20,
  };
  const style = {
    font: FONT,
    text: theme.text,
    fill: theme.scratch,
    stroke: { color: theme.muted, width: 1.2 },
  };
  return [
    part({
      key: `${node.id}/scratch`,
      owner: node.id,
      layer: "card",
      bounds: around([box], 2),
      primitives: pill(scratch, box, style),
    }),
  ];
}
