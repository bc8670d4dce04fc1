/** Draws a class: one hexagon that has absorbed its functions and descriptors. */
import type { ViewNode } from "../../electron/contract/subgraph-view";
import { borderStroke, type CardFrame } from "./card-face";
import { hexagon } from "./card-outline";
import { CHIP_FONT } from "./card-chips";
import { centreOf } from "./geometry";
import { type Outline, ringPrimitives, RINGS_REACH } from "./node-rings";
import { CLASS_FONT, className } from "./node-size";
import { around, label, part } from "./part";
import type { Primitive, ScenePart } from "./scene";

const LINE = 14.4;

export function classParts(node: ViewNode, frame: CardFrame): ScenePart[] {
  const { rect, theme } = frame;
  const freed = node.state === "freed";
  const d = hexagon(rect);
  const middle = centreOf(rect);
  const style = {
    font: CLASS_FONT,
    fill: freed ? theme.muted : theme.text,
    align: "middle",
  } as const;
  const stroke = {
    ...borderStroke(node, theme),
    ...(node.state === "reachable" ? { width: Math.min(theme.border, 1.8) } : {}),
  };
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
    ...make("fill", freed ? [] : [{ kind: "path", d, fill: theme.kinds.class.fill }], 2),
    ...make(
      "title",
      [
        label("class", middle.x, middle.y - LINE / 2, style),
        label(className(node.title), middle.x, middle.y + LINE / 2, style),
      ],
      2,
    ),
    ...make("border", [{ kind: "path", d, stroke }], 3),
    ...make("ring", ringPrimitives(frame, hexagonOutline), RINGS_REACH),
    ...make("chips", node.isNew && !freed ? newChip(frame) : [], 12),
  ];
}

const hexagonOutline: Outline = (rect) => ({ kind: "path", d: hexagon(rect) });

function newChip({ rect, theme }: CardFrame): Primitive[] {
  const x = rect.x + rect.width / 2;
  return [
    {
      kind: "rect",
      x: x - 18,
      y: rect.y - 9,
      width: 36,
      height: 18,
      radius: 9,
      fill: theme.canvas,
      stroke: { color: theme.kinds.class.border, width: 1.2 },
    },
    label("new", x, rect.y + 0.5, { font: CHIP_FONT, fill: theme.text, align: "middle" }),
  ];
}
