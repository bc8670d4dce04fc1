/** Draws an object's card: shape by kind, border by life state, title, size bar, rows, refcount badge and chips. */
import type { ViewNode } from "../../electron/contract/subgraph-view";
import { type Badge, badgeParts } from "./card-badge";
import { chipPrimitives } from "./card-chips";
import { cardOutline } from "./card-outline";
import { INSET, REMARK_FONT, rowPrimitives } from "./card-rows";
import { grow, type Rect } from "./geometry";
import { ringPrimitives, type Ringed, RINGS_REACH, roundedOutline } from "./node-rings";
import { CARD_HEAD, ROWS_PADDING } from "./node-size";
import { around, label, part } from "./part";
import { scratchParts } from "./scratch-face";
import type { Font, Primitive, ScenePart, Stroke } from "./scene";
import { fitText, textWidth } from "./text-metrics";
import type { ThemeTokens } from "./theme-tokens";
import { freedText } from "./freed-text";

export interface CardFrame extends Ringed {
  readonly hovered?: boolean;
  readonly pinned?: boolean;
  /** The collector's copy of the count while it is at work. */
  readonly scratch?: string;
  /** Retained size as a share of the largest in the picture, on a logarithmic scale. */
  readonly sizeShare?: number;
}

export const TITLE_FONT: Font = { family: "sans", size: 13, weight: 620 };
const SUBTITLE_FONT: Font = { family: "sans", size: 11.5, weight: 450 };
const BAR_HEIGHT = 3;

export function cardParts(node: ViewNode, frame: CardFrame): ScenePart[] {
  const { rect } = frame;
  const bounds = around([rect], 4);
  const make = (slot: string, primitives: readonly Primitive[], box: Rect = bounds): ScenePart[] =>
    primitives.length === 0
      ? []
      : [
          part({
            key: `${node.id}/${slot}`,
            owner: node.id,
            layer: "card",
            primitives,
            bounds: box,
          }),
        ];
  const badge: Badge = { node, corner: badgeCorner(rect), theme: frame.theme };
  const rings = ringPrimitives(frame, roundedOutline(10));
  return [
    ...make("fill", fill(node, frame)),
    ...make("title", title(node, frame)),
    ...make("rows", node.state === "freed" ? freedWords(node, frame) : rowPrimitives(node, frame)),
    ...make("border", border(node, frame)),
    ...make("ring", rings, grow(rect, RINGS_REACH)),
    ...badgeParts(badge),
    ...make("chips", chipPrimitives(node, frame), grow(rect, 20)),
    ...scratchParts(node, frame),
  ];
}

/** The middle of the refcount badge. */
export function badgeCorner(rect: Rect): { readonly x: number; readonly y: number } {
  return { x: rect.x + rect.width - 4, y: rect.y + 1 };
}

function fill(node: ViewNode, { rect, theme, sizeShare }: CardFrame): Primitive[] {
  if (node.state === "freed") return [];
  const colors = theme.kinds[node.kind];
  const separator: Primitive = {
    kind: "path",
    d: `M${rect.x + 2} ${rect.y + CARD_HEAD} H${rect.x + rect.width - 2}`,
    stroke: { color: colors.border, width: 1 },
    opacity: 0.35,
  };
  const bar: Primitive = {
    kind: "rect",
    x: rect.x + INSET,
    y: rect.y + CARD_HEAD - BAR_HEIGHT - 2,
    width: Math.max(2, (sizeShare ?? 0) * (rect.width - 2 * INSET)),
    height: BAR_HEIGHT,
    radius: BAR_HEIGHT / 2,
    fill: colors.border,
  };
  return [
    { ...cardOutline(node.kind, rect), fill: colors.fill },
    ...(rect.height > CARD_HEAD + ROWS_PADDING ? [separator] : []),
    ...(sizeShare === undefined ? [] : [bar]),
  ];
}

function border(node: ViewNode, { rect, theme }: CardFrame): Primitive[] {
  const stroke = borderStroke(node, theme);
  const outline = { ...cardOutline(node.kind, rect), stroke };
  if (node.state === "freed") return [outline];
  if (node.fate === "uncollectable")
    return [outline, { ...cardOutline(node.kind, grow(rect, -4)), stroke }];
  if (!node.isNew) return [outline];
  const color = theme.kinds[node.kind].border;
  const inner = { ...cardOutline(node.kind, grow(rect, -4.5)), stroke: { color, width: 2 } };
  return [outline, { ...inner, opacity: 0.5 }];
}

export function borderStroke(node: ViewNode, theme: ThemeTokens): Stroke {
  if (node.state !== "freed" && node.fate === "uncollectable")
    return { color: theme.text, width: 1.6 };
  switch (node.state) {
    case "reachable":
      return { color: theme.kinds[node.kind].border, width: theme.border };
    case "unreachable":
      return { color: theme.alarm, ...theme.alarmLine };
    case "freed":
      return { color: theme.faint, width: 2.2, dash: [0.1, 6], cap: "round" };
  }
}

function title(node: ViewNode, { rect, theme }: CardFrame): Primitive[] {
  const freed = node.state === "freed";
  const room = rect.width - 2 * INSET - 8;
  const words = fitText(titleWords(node), TITLE_FONT, room);
  const y = rect.y + 19;
  const main = label(words, rect.x + INSET, y, {
    font: TITLE_FONT,
    fill: freed ? theme.muted : theme.text,
  });
  const used = textWidth(words, TITLE_FONT) + 8;
  const beside = fitText(node.subtitle, SUBTITLE_FONT, room - used);
  // A generator's has a row of its own.
  const elsewhere = freed || node.kind === "generator" || node.subtitle === "";
  if (elsewhere || room - used < 30) return [main];
  return [
    main,
    label(beside, rect.x + INSET + used, y + 0.5, { font: SUBTITLE_FONT, fill: theme.muted }),
  ];
}

/** Brackets tell the sequences apart, as they do in Python. */
function titleWords(node: ViewNode): string {
  if (node.kind === "tuple") return `(${node.title})`;
  return node.kind === "set" ? `{${node.title}}` : node.title;
}

function freedWords(node: ViewNode, { rect, theme }: CardFrame): Primitive[] {
  if (rect.height < CARD_HEAD + ROWS_PADDING) return [];
  const words = freedText(node.freed);
  return [label(words, rect.x + INSET, rect.y + 52, { font: REMARK_FONT, fill: theme.muted })];
}
