/** The refcount badge at a card's corner and the neutral chip beside it that says what the number was. */
import { isOutsideObject } from "../../electron/contract/outside-object";
import type { ViewNode } from "../../electron/contract/subgraph-view";
import type { Point } from "./geometry";
import { around, label, part, pill, pillWidth } from "./part";
import type { Font, Primitive, ScenePart } from "./scene";
import { textWidth } from "./text-metrics";
import type { ThemeTokens } from "./theme-tokens";

export interface Badge {
  readonly node: Pick<ViewNode, "id" | "state" | "refcount" | "was" | "unseen" | "tracked">;
  readonly corner: Point;
  readonly theme: ThemeTokens;
}

export const BADGE_FONT: Font = { family: "sans", size: 12.5, weight: 660 };
const CHIP_FONT: Font = { family: "sans", size: 11.5, weight: 600 };
const BADGE_HEIGHT = 24;
const BADGE_LEAST = 26;

export function badgeParts(badge: Badge): ScenePart[] {
  if (badge.node.state === "freed" || isOutsideObject(badge.node.id)) return [];
  const { id, was, unseen } = badge.node;
  const words = [
    ...(was === undefined ? [] : [`was ${countText(was)}`]),
    ...(unseen > 0 ? [`(${unseen} unseen)`] : []),
  ];
  const number = countText(badge.node.refcount);
  const width = badgeWidth(number);
  const parts = words.length === 0 ? [] : [chipPart(badge, words.join(" "), "was", width)];
  const bounds = around([badgeRect(badge.corner, width)], 2);
  parts.push(
    part({
      key: `${id}/badge`,
      owner: id,
      layer: "card",
      bounds,
      primitives: badgeFace(badge, number),
    }),
  );
  return parts;
}

/** A chip that grows out of the badge to the right. */
export function chipPart(
  badge: Badge,
  text: string,
  slot: string,
  width: number = BADGE_LEAST,
): ScenePart {
  const { corner, theme, node } = badge;
  const chip = pillWidth(text, CHIP_FONT, 8);
  const rect = { x: corner.x + 2, y: corner.y - 10, width: chip + width / 2 - 2, height: 20 };
  const primitives: Primitive[] = [
    {
      kind: "rect",
      ...rect,
      radius: 10,
      fill: theme.panel,
      stroke: { color: theme.faint, width: 1 },
    },
    label(text, corner.x + width / 2 + chip / 2 - 3, corner.y + 0.5, {
      font: CHIP_FONT,
      fill: theme.muted,
      align: "middle",
    }),
  ];
  return part({
    key: `${node.id}/${slot}`,
    owner: node.id,
    layer: "card",
    bounds: around([rect], 2),
    primitives,
  });
}

/** The badge without its number, for numbers in motion. */
export function badgeFace({ corner, theme, node }: Badge, number: string): Primitive[] {
  const rect = badgeRect(corner, badgeWidth(number));
  const style = { font: BADGE_FONT, text: theme.text, fill: theme.canvas };
  return pill(
    number,
    rect,
    node.tracked ? { ...style, stroke: { color: theme.text, width: 1.8 } } : style,
  );
}

export function badgeRect(
  corner: Point,
  width: number,
): { x: number; y: number; width: number; height: number } {
  return { x: corner.x - width / 2, y: corner.y - BADGE_HEIGHT / 2, width, height: BADGE_HEIGHT };
}

export function badgeWidth(number: string): number {
  return Math.max(BADGE_LEAST, Math.round(textWidth(number, BADGE_FONT) + 16));
}

export function countText(count: number | "immortal"): string {
  return count === "immortal" ? "∞" : count.toLocaleString("en-US");
}
