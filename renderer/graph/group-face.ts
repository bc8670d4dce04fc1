/** Draws what stands for many: a group of one type as a stack of cards, a hub as a small counted circle, references out of the picture as a short line. */
import type { ViewNode } from "../../electron/contract/subgraph-view";
import { borderStroke, type CardFrame, TITLE_FONT } from "./card-face";
import { centreOf, grow, type Rect } from "./geometry";
import { type Outline, ringPrimitives, RINGS_REACH, roundedOutline } from "./node-rings";
import { HUB_RADIUS } from "./node-size";
import { around, label, part } from "./part";
import type { Font, Primitive, ScenePart } from "./scene";
import { fitText } from "./text-metrics";
import { bytesInWords } from "../widgets/bytes-in-words";

const SMALL_FONT: Font = { family: "sans", size: 11.5, weight: 500 };
const RADIUS = 10;
const STACK = 5;
const STUB = 20;

export function groupParts(node: ViewNode, frame: CardFrame): ScenePart[] {
  const { rect, theme } = frame;
  const group = node.group ?? { count: 1, typeName: node.typeName, bytes: node.size };
  const colors = theme.kinds[node.kind];
  const stroke = borderStroke(node, theme);
  const behind: Primitive = {
    kind: "rect",
    ...rect,
    x: rect.x + STACK,
    y: rect.y + STACK,
    radius: RADIUS,
    fill: colors.fill,
    stroke: { ...stroke, width: 1.4 },
  };
  const middle = centreOf(rect);
  const title = `${group.typeName} × ${group.count.toLocaleString("en-US")}`;
  const face: Primitive[] = [
    behind,
    { kind: "rect", ...rect, radius: RADIUS, fill: colors.fill, stroke },
    { kind: "rect", ...grow(rect, -4), radius: RADIUS - 3, stroke: { ...stroke, width: 1.2 } },
    label(fitText(title, TITLE_FONT, rect.width - 20), middle.x, middle.y - 8, {
      font: TITLE_FONT,
      fill: theme.text,
      align: "middle",
    }),
    label(bytesInWords(group.bytes), middle.x, middle.y + 10, {
      font: SMALL_FONT,
      fill: theme.muted,
      align: "middle",
    }),
  ];
  return facesAndRings(node, frame, face, roundedOutline(RADIUS));
}

export function hubParts(node: ViewNode, frame: CardFrame): ScenePart[] {
  const { rect, theme } = frame;
  const count = (node.hub?.count ?? 0).toLocaleString("en-US");
  const y = rect.y + rect.height / 2;
  const circle: Rect = {
    x: rect.x,
    y: y - HUB_RADIUS,
    width: 2 * HUB_RADIUS,
    height: 2 * HUB_RADIUS,
  };
  const face: Primitive[] = [
    {
      kind: "rect",
      ...circle,
      radius: HUB_RADIUS,
      fill: theme.panel,
      stroke: { color: theme.kinds[node.kind].border, width: 1.6 },
    },
    label(`${count} refs`, rect.x + 2 * HUB_RADIUS + 6, y + 0.5, {
      font: SMALL_FONT,
      fill: theme.muted,
    }),
  ];
  return facesAndRings(node, frame, face, roundedOutline(HUB_RADIUS));
}

// oxlint-disable-next-line max-params -- a thing, where it is, its face and its outline
function facesAndRings(
  node: ViewNode,
  frame: CardFrame,
  face: readonly Primitive[],
  outline: Outline,
): ScenePart[] {
  const rings = ringPrimitives(frame, outline);
  const make = (slot: string, primitives: readonly Primitive[], margin: number): ScenePart =>
    part({
      key: `${node.id}/${slot}`,
      owner: node.id,
      layer: "card",
      primitives,
      bounds: around([frame.rect], margin),
    });
  return [
    make("face", face, STACK + 3),
    ...(rings.length === 0 ? [] : [make("ring", rings, RINGS_REACH)]),
  ];
}

/** `+12` at its right for what it refers to, at its left for what refers to it, as far as that is not drawn. */
export function stubParts(node: ViewNode, { rect, theme }: CardFrame): ScenePart[] {
  const { referents = 0, referrers = 0 } = node.more ?? {};
  const y = rect.y + rect.height - Math.min(9, rect.height / 2);
  const stroke = { color: theme.edge, width: 1.6 };
  const stub = (count: number, side: 1 | -1): Primitive[] => {
    if (count === 0) return [];
    const from = side === 1 ? rect.x + rect.width : rect.x;
    const to = from + side * STUB;
    return [
      { kind: "path", d: `M${from} ${y} H${to}`, stroke },
      label(`+${count.toLocaleString("en-US")}`, to + side * 4, y, {
        font: SMALL_FONT,
        fill: theme.muted,
        align: side === 1 ? "start" : "end",
      }),
    ];
  };
  const primitives = [...stub(referents, 1), ...stub(referrers, -1)];
  if (primitives.length === 0) return [];
  const bounds = {
    x: rect.x - STUB - 44,
    y: y - 10,
    width: rect.width + 2 * STUB + 88,
    height: 20,
  };
  return [part({ key: `${node.id}/stubs`, owner: node.id, layer: "edge", bounds, primitives })];
}
