/** Draws a plain value on its own: an ellipse with the value in it. */
import type { ViewNode } from "../../electron/contract/subgraph-view";
import { badgeParts } from "./card-badge";
import { badgeCorner, borderStroke, type CardFrame } from "./card-face";
import { cardOutline } from "./card-outline";
import { centreOf } from "./geometry";
import { ringPrimitives, RINGS_REACH, roundedOutline } from "./node-rings";
import { cutName, LONGEST_SCALAR, SCALAR_FONT } from "./node-size";
import { around, label, part } from "./part";
import type { Primitive, ScenePart } from "./scene";

export function scalarParts(node: ViewNode, frame: CardFrame): ScenePart[] {
  const { rect, theme } = frame;
  const freed = node.state === "freed";
  const middle = centreOf(rect);
  const value = label(cutName(node.title, LONGEST_SCALAR), middle.x, middle.y + 0.5, {
    font: SCALAR_FONT,
    fill: freed ? theme.muted : theme.text,
    align: "middle",
  });
  const shape = cardOutline("scalar", rect);
  const make = (slot: string, primitives: readonly Primitive[], margin: number): ScenePart[] =>
    primitives.length === 0
      ? []
      : [
          part({
            key: `${node.id}/${slot}`,
            owner: node.id,
            layer: "card",
            primitives,
            bounds: around([rect], margin),
          }),
        ];
  return [
    ...make("fill", freed ? [] : [{ ...shape, fill: theme.kinds.scalar.fill }], 2),
    ...make("title", [value], 2),
    ...make("border", [{ ...shape, stroke: borderStroke(node, theme) }], 3),
    ...make("ring", ringPrimitives(frame, roundedOutline(12)), RINGS_REACH),
    ...badgeParts({ node, corner: { ...badgeCorner(rect), y: rect.y - 4 }, theme }),
  ];
}
