/** The outline of a card by the kind of object: the shape is half of what tells kinds apart. */
import type { NodeKind } from "../../electron/contract/subgraph-view";
import { round } from "./curves";
import type { Rect } from "./geometry";
import type { PathPrimitive, RectPrimitive } from "./scene";

const CUT = 11;
const BULGE = 7;

export function cardOutline(kind: NodeKind, rect: Rect): RectPrimitive | PathPrimitive {
  switch (kind) {
    case "instance":
    case "list":
    case "tuple":
    case "set":
    case "other":
      return { kind: "rect", ...rect, radius: 10 };
    case "dict":
      return { kind: "rect", ...rect, radius: 3 };
    case "function":
    case "generator":
      return { kind: "path", d: cutCorners(rect) };
    case "module":
      return { kind: "path", d: barrel(rect) };
    case "class":
      return { kind: "path", d: hexagon(rect) };
    case "scalar":
      return { kind: "path", d: ellipse(rect) };
  }
}

export function hexagon({ x, y, width, height }: Rect): string {
  const [left, right] = [round(x + width / 4), round(x + (width * 3) / 4)];
  return `M${round(x)} ${round(y + height / 2)} L${left} ${round(y)} H${right} L${round(x + width)} ${round(y + height / 2)} L${right} ${round(y + height)} H${left} Z`;
}

function ellipse({ x, y, width, height }: Rect): string {
  const [rx, ry] = [round(width / 2), round(height / 2)];
  const middle = round(y + height / 2);
  return `M${round(x)} ${middle} A${rx} ${ry} 0 0 1 ${round(x + width)} ${middle} A${rx} ${ry} 0 0 1 ${round(x)} ${middle} Z`;
}

function cutCorners({ x, y, width, height }: Rect): string {
  const [right, bottom] = [x + width, y + height];
  const top = `M${round(x + CUT)} ${round(y)} H${round(right - CUT)} L${round(right)} ${round(y + CUT)} V${round(bottom - CUT)}`;
  return `${top} L${round(right - CUT)} ${round(bottom)} H${round(x + CUT)} L${round(x)} ${round(bottom - CUT)} V${round(y + CUT)} Z`;
}

function barrel({ x, y, width, height }: Rect): string {
  const [right, bottom, middle] = [x + width, y + height, y + height / 2];
  const top = `M${round(x + BULGE)} ${round(y)} H${round(right - BULGE)}`;
  const sides = `Q${round(right + BULGE / 2)} ${round(middle)} ${round(right - BULGE)} ${round(bottom)} H${round(x + BULGE)}`;
  return `${top} ${sides} Q${round(x - BULGE / 2)} ${round(middle)} ${round(x + BULGE)} ${round(y)} Z`;
}
