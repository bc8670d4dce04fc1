/** Draws what lies around a thing on the canvas: selection, keyboard focus, the lecturer's ring, and what changed while nothing may move. */
import { grow, type Rect } from "./geometry";
import type { PathPrimitive, Primitive, RectPrimitive, Stroke } from "./scene";

/** Rings have the shape of what they lie around. */
export type Outline = (rect: Rect, by: number) => RectPrimitive | PathPrimitive;
import type { ThemeTokens } from "./theme-tokens";

export interface Ringed {
  readonly rect: Rect;
  readonly theme: ThemeTokens;
  readonly selected: boolean;
  readonly focused: boolean;
  /** Which of the theme's ring colours a person marked it with. */
  readonly ring?: number;
  /** It differs from the picture before and nothing was allowed to move. */
  readonly changed?: boolean;
}

/** Space all of them need together. */
export const RINGS_REACH = 18;

export function ringPrimitives(
  { rect, theme, selected, focused, ring, changed }: Ringed,
  outline: Outline,
): Primitive[] {
  const around = (by: number, stroke: Stroke): Primitive => ({
    ...outline(grow(rect, by), by),
    stroke,
  });
  const color = ring === undefined ? undefined : theme.rings[ring % theme.rings.length];
  return [
    ...(changed === true ? [around(3.5, { color: theme.accent, width: 2 })] : []),
    ...(selected ? [around(5.5, { color: theme.accent, width: 2.4 })] : []),
    ...(focused ? [around(10, { color: theme.accent, width: 2 })] : []),
    ...(color === undefined ? [] : [around(13.5, { color, width: 4 })]),
  ];
}

export function roundedOutline(radius: number): Outline {
  return (rect, by) => ({ kind: "rect", ...rect, radius: radius + by });
}
