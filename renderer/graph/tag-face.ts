/** Draws a name: a solid tag that points right, the value beside it when it is a plain one, a dotted ghost once deleted. */
import type { ViewName } from "../../electron/contract/subgraph-view";
import { round } from "./curves";
import { grow, type Rect } from "./geometry";
import {
  cutName,
  LONGEST_TAG_TEXT,
  TAG_FONT,
  TAG_HEIGHT,
  TAG_TEXT_FONT,
  tagWidth,
} from "./node-size";
import { around, label, part } from "./part";
import type { Primitive, ScenePart } from "./scene";
import type { ThemeTokens } from "./theme-tokens";

const LONGEST_NOSE = 32;
const RADIUS = 2.7;

export interface TagFrame {
  /** The tag with the room for its text. */
  readonly rect: Rect;
  readonly theme: ThemeTokens;
  readonly focused: boolean;
}

export function tagRect(name: string, rect: Rect): Rect {
  return { x: rect.x, y: rect.y, width: tagWidth(name), height: TAG_HEIGHT };
}

export function tagParts(name: ViewName, { rect, theme, focused }: TagFrame): ScenePart[] {
  const tag = tagRect(name.name, rect);
  const ghost = name.deleted !== undefined;
  const d = tagOutline(tag);
  const middle = { x: tag.x + tag.width / 2 - 4, y: tag.y + tag.height / 2 };
  const outline: Primitive = ghost
    ? { kind: "path", d, stroke: { color: theme.faint, width: 1.6, dash: [2, 3], cap: "round" } }
    : { kind: "path", d, fill: theme.nameTag.fill };
  const font = ghost ? { ...TAG_FONT, weight: 500 } : TAG_FONT;
  const words = label(cutName(name.name), middle.x, middle.y, {
    font,
    fill: ghost ? theme.muted : theme.nameTag.text,
    align: "middle",
  });
  const text = name.text === undefined ? "" : cutName(name.text, LONGEST_TAG_TEXT);
  const beside = label(text, tag.x + tag.width + 8, middle.y, {
    font: TAG_TEXT_FONT,
    fill: theme.muted,
  });
  const bounds = around([rect, tag], 4);
  const make = (slot: string, primitives: readonly Primitive[]): ScenePart[] =>
    primitives.length === 0
      ? []
      : [part({ key: `${name.id}/${slot}`, owner: name.id, layer: "tag", primitives, bounds })];
  const ring: Primitive[] = focused
    ? [{ kind: "path", d: tagOutline(grow(tag, 4)), stroke: { color: theme.accent, width: 2 } }]
    : [];
  return [
    ...make("tag", [outline, words]),
    ...make("text", text === "" || ghost ? [] : [beside]),
    ...make("ring", ring),
  ];
}

/** Five sides with softened corners, pointing right. */
export function tagOutline({ x, y, width, height }: Rect): string {
  const nose = Math.min(width * 0.375, LONGEST_NOSE);
  const points = [
    { x, y },
    { x: x + width - nose, y },
    { x: x + width, y: y + height / 2 },
    { x: x + width - nose, y: y + height },
    { x, y: y + height },
  ];
  const steps = points.map((point, index) => {
    const before = points.at(index - 1) ?? point;
    const after = points[(index + 1) % points.length] ?? point;
    const [enter, leave] = [towards(point, before), towards(point, after)];
    return `${index === 0 ? "M" : "L"}${round(enter.x)} ${round(enter.y)} Q${round(point.x)} ${round(point.y)} ${round(leave.x)} ${round(leave.y)}`;
  });
  return `${steps.join(" ")} Z`;
}

function towards(
  from: { x: number; y: number },
  to: { x: number; y: number },
): { x: number; y: number } {
  const share = RADIUS / Math.max(Math.hypot(to.x - from.x, to.y - from.y), RADIUS);
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}
