/** Draws an object's card: shape by kind, border by life state, title, rows, refcount badge and chips. */
import type { ViewNode, ViewRow } from "../../electron/contract/subgraph-view";
import { type Badge, badgeParts } from "./card-badge";
import { cardOutline } from "./card-outline";
import { grow, type Rect } from "./geometry";
import { CARD_HEAD, MOST_ROWS, ROW_HEIGHT, ROWS_PADDING } from "./node-size";
import { around, label, part } from "./part";
import type { Font, Primitive, ScenePart, Stroke } from "./scene";
import { fitText, textWidth } from "./text-metrics";
import type { ThemeTokens } from "./theme-tokens";

export interface CardFrame {
  readonly rect: Rect;
  readonly theme: ThemeTokens;
  readonly selected: boolean;
  readonly focused: boolean;
}

export const TITLE_FONT: Font = { family: "sans", size: 13, weight: 620 };
const SUBTITLE_FONT: Font = { family: "sans", size: 11.5, weight: 450 };
const ROW_FONT: Font = { family: "mono", size: 12, weight: 450 };
const REMARK_FONT: Font = { family: "sans", size: 12, weight: 450 };
const INSET = 13;
/** The column of values starts here unless a label is longer. */
const VALUES_AT = 60;
const LONGEST_LABEL = 62;
const RING = 5.5;

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
  const badge: Badge = {
    node,
    corner: { x: rect.x + rect.width - 4, y: rect.y + 1 },
    theme: frame.theme,
  };
  return [
    ...make("fill", fill(node, frame)),
    ...make("title", title(node, frame)),
    ...make("rows", node.state === "freed" ? freedWords(node, frame) : rows(node, frame)),
    ...make("border", border(node, frame)),
    ...make("ring", ring(frame), grow(rect, 14)),
    ...badgeParts(badge),
    ...make("chips", chips(node, frame), grow(rect, 20)),
  ];
}

function fill(node: ViewNode, { rect, theme }: CardFrame): Primitive[] {
  if (node.state === "freed") return [];
  const colors = theme.kinds[node.kind];
  const separator: Primitive = {
    kind: "path",
    d: `M${rect.x + 2} ${rect.y + CARD_HEAD} H${rect.x + rect.width - 2}`,
    stroke: { color: colors.border, width: 1 },
    opacity: 0.35,
  };
  const body: Primitive = { ...cardOutline(node.kind, rect), fill: colors.fill };
  return rect.height > CARD_HEAD + ROWS_PADDING ? [body, separator] : [body];
}

function border(node: ViewNode, { rect, theme }: CardFrame): Primitive[] {
  const outline = { ...cardOutline(node.kind, rect), stroke: borderStroke(node, theme) };
  if (!node.isNew || node.state === "freed") return [outline];
  const inner = grow(rect, -4.5);
  const line = {
    ...cardOutline(node.kind, inner),
    stroke: { color: theme.kinds[node.kind].border, width: 1.6 },
    opacity: 0.55,
  };
  return [outline, line];
}

export function borderStroke(node: ViewNode, theme: ThemeTokens): Stroke {
  switch (node.state) {
    case "reachable":
      return { color: theme.kinds[node.kind].border, width: 2 };
    case "unreachable":
      return { color: theme.alarm, width: 2.2, dash: [6, 4] };
    case "freed":
      return { color: theme.faint, width: 2.2, dash: [0.1, 6], cap: "round" };
  }
}

function title(node: ViewNode, { rect, theme }: CardFrame): Primitive[] {
  const freed = node.state === "freed";
  const room = rect.width - 2 * INSET - 8;
  const words = fitText(node.title, TITLE_FONT, room);
  const y = rect.y + 19;
  const main = label(words, rect.x + INSET, y, {
    font: TITLE_FONT,
    fill: freed ? theme.muted : theme.text,
  });
  const used = textWidth(words, TITLE_FONT) + 8;
  const beside = fitText(node.subtitle, SUBTITLE_FONT, room - used);
  if (freed || node.subtitle === "" || room - used < 30) return [main];
  return [
    main,
    label(beside, rect.x + INSET + used, y + 0.5, { font: SUBTITLE_FONT, fill: theme.muted }),
  ];
}

function freedWords(node: ViewNode, { rect, theme }: CardFrame): Primitive[] {
  if (rect.height < CARD_HEAD + ROWS_PADDING) return [];
  const words = node.freed === undefined ? "freed" : `freed in step ${node.freed.step}`;
  return [label(words, rect.x + INSET, rect.y + 52, { font: REMARK_FONT, fill: theme.muted })];
}

function rows(node: ViewNode, { rect, theme }: CardFrame): Primitive[] {
  const shown: ViewRow[] = node.rows.slice(0, MOST_ROWS);
  const labels = shown.map((row) => textWidth(row.label, ROW_FONT));
  const valuesAt = Math.max(
    VALUES_AT,
    Math.min(LONGEST_LABEL, Math.max(0, ...labels)) + INSET + 12,
  );
  const primitives: Primitive[] = [];
  shown.forEach((row, index) => {
    const y = rowMiddle(rect, index);
    if (row.label === "") {
      const words = fitText(row.text, REMARK_FONT, rect.width - 2 * INSET);
      primitives.push(label(words, rect.x + INSET, y, { font: REMARK_FONT, fill: theme.muted }));
      return;
    }
    const name = fitText(row.label, ROW_FONT, valuesAt - INSET - 6);
    primitives.push(label(name, rect.x + INSET, y, { font: ROW_FONT, fill: theme.muted }));
    const words = fitText(
      row.value === "reference" ? `→ ${row.text}` : row.text,
      ROW_FONT,
      rect.width - valuesAt - 8,
    );
    primitives.push(
      label(words, rect.x + valuesAt, y, { font: ROW_FONT, fill: valueColor(row, node, theme) }),
    );
  });
  return primitives;
}

/** Middle of a row; a reference leaves its card there. */
export function rowMiddle(rect: Rect, index: number): number {
  return rect.y + CARD_HEAD + ROWS_PADDING / 2 + ROW_HEIGHT * (index + 0.5);
}

function valueColor(row: ViewRow, node: ViewNode, theme: ThemeTokens): string {
  switch (row.value) {
    case "text":
      return theme.string;
    case "number":
      return theme.text;
    case "constant":
      return theme.constant;
    case "reference":
      return node.state === "unreachable" ? theme.alarmText : theme.text;
    case "remark":
      return theme.muted;
  }
}

function ring({ rect, theme, selected, focused }: CardFrame): Primitive[] {
  const outside = (by: number, width: number): Primitive => ({
    kind: "rect",
    ...grow(rect, by),
    radius: 10 + by,
    stroke: { color: theme.accent, width },
  });
  return [...(selected ? [outside(RING, 2.4)] : []), ...(focused ? [outside(RING + 4.5, 2)] : [])];
}

function chips(node: ViewNode, { rect, theme }: CardFrame): Primitive[] {
  const words: string[] = [];
  if (node.isNew && node.state !== "freed") words.push("new");
  if (node.finalizer === "ran" && node.state !== "freed") words.push("__del__ ran");
  const primitives: Primitive[] = [];
  let x = rect.x + 12;
  for (const word of words) {
    const font: Font = { family: "sans", size: 10.5, weight: 600 };
    const width = Math.round(textWidth(word, font) + 14);
    const colors = theme.kinds[node.kind];
    primitives.push(
      {
        kind: "rect",
        x,
        y: rect.y - 9,
        width,
        height: 18,
        radius: 9,
        fill: theme.canvas,
        stroke: { color: colors.border, width: 1.2 },
      },
      label(word, x + width / 2, rect.y + 0.5, { font, fill: theme.text, align: "middle" }),
    );
    x += width + 5;
  }
  return primitives;
}
