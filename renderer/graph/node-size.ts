/** How large each thing is drawn; shared by the layout (in its worker) and the drawing, so that they cannot disagree. */
import type { NodeKind, UnionGraph, UnionNode } from "../../electron/contract/subgraph-view";
import type { Size } from "./geometry";
import type { Font } from "./scene";
import { textWidth } from "./text-metrics";

export const CARD_WIDTH = 168;
export const CARD_HEAD = 34;
export const ROW_HEIGHT = 18;
/** Half above the first row, half below the last. */
export const ROWS_PADDING = 12;
export const MOST_ROWS = 6;
export const TAG_HEIGHT = 27;
export const TAG_SPACING = 36;
export const TAG_FONT: Font = { family: "mono", size: 12.5, weight: 600 };
export const TAG_TEXT_FONT: Font = { family: "mono", size: 12, weight: 450 };
export const CLASS_FONT: Font = { family: "mono", size: 12, weight: 500 };
/** Names longer than this are cut with an ellipsis. */
export const LONGEST_NAME = 22;
export const LONGEST_TAG_TEXT = 18;
export const HULL_PADDING = { top: 34, bottom: 36, side: 40 } as const;

export function cutName(name: string, longest: number = LONGEST_NAME): string {
  return name.length <= longest ? name : `${name.slice(0, longest - 1)}…`;
}

export function tagWidth(name: string): number {
  return Math.max(58, cutName(name).length * 8.2 + 26);
}

/** A tag with the short value it is bound to at its right. */
export function nameSize(name: string, textLength: number): Size {
  const text = Math.min(textLength, LONGEST_TAG_TEXT);
  const beside = text === 0 ? 0 : 8 + textWidth("0".repeat(text), TAG_TEXT_FONT);
  return { width: tagWidth(name) + beside, height: TAG_HEIGHT };
}

/** `class MyObject` without its first word, which is drawn on a line of its own. */
export function className(title: string): string {
  return cutName(title.replace(/^class /, ""), LONGEST_NAME);
}

export function cardHeight(rows: number): number {
  const shown = Math.min(Math.max(rows, 0), MOST_ROWS);
  return shown === 0 ? CARD_HEAD + 4 : CARD_HEAD + ROWS_PADDING + shown * ROW_HEIGHT;
}

export function nodeSize(node: {
  readonly kind: NodeKind;
  readonly title: string;
  readonly rows: number;
}): Size {
  if (node.kind === "class")
    return { width: Math.max(118, textWidth(className(node.title), CLASS_FONT) + 52), height: 52 };
  return { width: CARD_WIDTH, height: cardHeight(node.rows) };
}

export function unionSizes(union: UnionGraph): Map<string, Size> {
  const sizes = new Map<string, Size>();
  for (const node of union.nodes) sizes.set(node.id, nodeSize(node satisfies UnionNode));
  for (const name of union.names) sizes.set(name.id, nameSize(name.name, name.textLength));
  return sizes;
}
