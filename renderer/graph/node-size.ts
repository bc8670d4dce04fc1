/** How large each thing is drawn; shared by the layout (in its worker) and the drawing, so that they cannot disagree. */
import type { NodeKind, NodeTier, UnionGraph } from "../../electron/contract/subgraph-view";
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
export const COMPACT: Size = { width: 84, height: 24 };
export const MARK = 8;
export const HUB_RADIUS = 9;
export const SCALAR_FONT: Font = { family: "mono", size: 12, weight: 450 };
export const LONGEST_SCALAR = 24;
export const CLASS_FONT: Font = { family: "mono", size: 12, weight: 500 };
/** Names longer than this are cut with an ellipsis. */
export const LONGEST_NAME = 22;
export const LONGEST_TAG_TEXT = 18;
export interface HullPadding {
  readonly top: number;
  readonly bottom: number;
  readonly side: number;
}

export const HULL_PADDING: HullPadding = { top: 34, bottom: 36, side: 40 };

/** Between the members of a cycle and its hull. */
export function hullPadding(density: NodeTier): HullPadding {
  switch (density) {
    case "card":
      return HULL_PADDING;
    case "compact":
      return { top: 12, bottom: 18, side: 26 };
    case "mark":
      return { top: 5, bottom: 5, side: 5 };
  }
}

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

/** Which face a thing has, and with it its size. */
export type NodeForm = "card" | "class" | "scalar" | "group" | "hub" | "compact" | "mark";

export interface Sized {
  readonly kind: NodeKind;
  readonly title: string;
  readonly rows: number;
  readonly tier?: NodeTier;
  /** Objects it stands for. */
  readonly group?: number;
  readonly hub?: true;
}

export function formOf(node: Omit<Sized, "title" | "rows">): NodeForm {
  if (node.hub === true) return "hub";
  if (node.tier === "compact" || node.tier === "mark") return node.tier;
  if (node.group !== undefined) return "group";
  return node.kind === "class" || node.kind === "scalar" ? node.kind : "card";
}

export function nodeSize(node: Sized): Size {
  switch (formOf(node)) {
    case "card":
      return { width: CARD_WIDTH, height: cardHeight(node.rows + remarkRows(node.kind)) };
    case "class":
      return {
        width: Math.max(118, textWidth(className(node.title), CLASS_FONT) + 52),
        height: 52,
      };
    case "scalar":
      return {
        width: textWidth(cutName(node.title, LONGEST_SCALAR), SCALAR_FONT) + 30,
        height: 24,
      };
    case "group": {
      // Area grows with the logarithm: ten times as many look a little larger, not ten times as large.
      const magnitude = Math.log10(Math.max(node.group ?? 1, 1));
      return { width: 128 + 20 * magnitude, height: 50 + 8 * magnitude };
    }
    case "hub":
      return { width: HUB_RADIUS * 2 + 62, height: HUB_RADIUS * 2 };
    case "compact":
      return COMPACT;
    case "mark":
      return { width: MARK, height: MARK };
  }
}

/** A generator says where it is paused and that it makes one value at a time. */
export function remarkRows(kind: NodeKind): number {
  return kind === "generator" ? 2 : 0;
}

export function unionSizes(union: UnionGraph): Map<string, Size> {
  const sizes = new Map<string, Size>();
  for (const node of union.nodes) sizes.set(node.id, nodeSize(node));
  for (const name of union.names) sizes.set(name.id, nameSize(name.name, name.textLength));
  return sizes;
}
