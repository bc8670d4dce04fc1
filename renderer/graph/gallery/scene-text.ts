/** Prints a scene as text, one line for every primitive: the form in which tests compare pictures. */
import type { Primitive, Scene, Stroke } from "../scene";

export function sceneText(scene: Pick<Scene, "parts">): string {
  return scene.parts
    .flatMap((part) => [
      `${part.layer} ${part.key}`,
      ...part.primitives.map((primitive) => `  ${describe(primitive)}`),
    ])
    .join("\n");
}

function describe(primitive: Primitive): string {
  switch (primitive.kind) {
    case "text":
      return `"${primitive.text}" at ${place(primitive)} ${primitive.font.family} ${primitive.font.size}/${primitive.font.weight} ${primitive.fill} ${primitive.align}`;
    case "rect":
      return `rect ${place(primitive)} ${round(primitive.width)}x${round(primitive.height)} r${round(primitive.radius)}${paint(primitive)}`;
    case "path":
      return `path ${primitive.d}${paint(primitive)}`;
  }
}

function paint(shape: {
  readonly fill?: string;
  readonly hatch?: unknown;
  readonly stroke?: Stroke;
}): string {
  const stroke = shape.stroke;
  const line =
    stroke === undefined
      ? ""
      : ` stroke ${stroke.color} ${stroke.width}${stroke.dash === undefined ? "" : ` dash ${stroke.dash.join(",")}`}`;
  return `${shape.fill === undefined ? "" : ` fill ${shape.fill}`}${shape.hatch === undefined ? "" : " hatched"}${line}`;
}

function place({ x, y }: { readonly x: number; readonly y: number }): string {
  return `${round(x)},${round(y)}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
