/** Makes the primitives and parts the faces are built from, so that each face reads as what it draws. */
import { grow, type Rect, unionOf } from "./geometry";
import type { Font, Layer, Primitive, RectPrimitive, ScenePart, TextPrimitive } from "./scene";
import { baseline, textWidth } from "./text-metrics";

export interface PartSpec {
  readonly key: string;
  readonly owner: string;
  readonly layer: Layer;
  readonly primitives: readonly Primitive[];
  readonly bounds: Rect;
}

export function part(spec: PartSpec): ScenePart {
  return { ...spec, opacity: 1 };
}

/** Text with its middle at `y`. */
export function label(
  text: string,
  x: number,
  y: number,
  style: { font: Font; fill: string; align?: TextPrimitive["align"] },
): TextPrimitive {
  const { font, fill, align = "start" } = style;
  return { kind: "text", x, y: baseline(y, font), text, font, fill, align };
}

export interface PillStyle {
  readonly font: Font;
  readonly text: string;
  readonly fill: string;
  readonly stroke?: { readonly color: string; readonly width: number };
}

/** A pill with text in its middle; `rect` decides its size. */
export function pill(text: string, rect: Rect, style: PillStyle): Primitive[] {
  const box: RectPrimitive = {
    kind: "rect",
    ...rect,
    radius: rect.height / 2,
    fill: style.fill,
    ...(style.stroke === undefined ? {} : { stroke: style.stroke }),
  };
  const words = label(text, rect.x + rect.width / 2, rect.y + rect.height / 2 + 0.5, {
    font: style.font,
    fill: style.text,
    align: "middle",
  });
  return [box, words];
}

export function pillWidth(text: string, font: Font, padding: number): number {
  return Math.round(textWidth(text, font) + 2 * padding);
}

export function around(rects: readonly Rect[], margin: number): Rect {
  return grow(unionOf(rects) ?? { x: 0, y: 0, width: 0, height: 0 }, margin);
}
