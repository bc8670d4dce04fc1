/** Draws the chips at a card's top left corner (finalizer, weak references, generation, new, what became of it) and the pin. */
import type { ViewNode } from "../../electron/contract/subgraph-view";
import type { CardFrame } from "./card-face";
import type { Point } from "./geometry";
import { label } from "./part";
import type { Font, PathPrimitive, Primitive } from "./scene";
import { textWidth } from "./text-metrics";

export const CHIP_FONT: Font = { family: "sans", size: 11.5, weight: 600 };
const HEIGHT = 18;
const GAP = 4;
/** The refcount badge stands at the other corner. */
const LEFT_FOR_BADGE = 24;

export function chipPrimitives(node: ViewNode, frame: CardFrame): Primitive[] {
  const { rect, theme, pinned } = frame;
  const primitives: Primitive[] = [];
  let x = rect.x + 10;
  for (const { text, heavy } of chipsOf(node, frame)) {
    const width = Math.round(textWidth(text, CHIP_FONT) + 12);
    if (x + width > rect.x + rect.width - LEFT_FOR_BADGE && x > rect.x + 10) break;
    const border = heavy ? theme.text : theme.kinds[node.kind].border;
    primitives.push(
      {
        kind: "rect",
        x,
        y: rect.y - HEIGHT / 2,
        width,
        height: HEIGHT,
        radius: HEIGHT / 2,
        fill: heavy ? theme.text : theme.canvas,
        stroke: { color: border, width: 1.2 },
      },
      label(text, x + width / 2, rect.y + 0.5, {
        font: CHIP_FONT,
        fill: heavy ? theme.canvas : theme.text,
        align: "middle",
      }),
    );
    x += width + GAP;
  }
  if (pinned === true) primitives.push(...pin({ x: rect.x - 2, y: rect.y - 2 }, theme.text));
  return primitives;
}

interface Chip {
  readonly text: string;
  readonly heavy: boolean;
}

/** What happened to it first, then what it is: there is not always room for all. */
function chipsOf(
  node: ViewNode,
  { hovered, focused }: Pick<CardFrame, "hovered" | "focused">,
): readonly Chip[] {
  if (node.state === "freed") return [];
  const plain = (text: string | undefined): Chip[] =>
    text === undefined ? [] : [{ text, heavy: false }];
  // Where cycles are, arcs end: what is only to come is said when asked for, and when it happens.
  const pending = hovered === true || focused ? "__del__" : undefined;
  const finalizers = { none: undefined, pending, ran: "__del__ ran" } as const;
  return [
    ...(node.fate === "uncollectable" ? [{ text: "uncollectable", heavy: true }] : []),
    ...plain(node.fate === "resurrected" ? "resurrected" : undefined),
    ...plain(node.isNew ? "new" : undefined),
    ...plain(finalizers[node.finalizer]),
    ...plain(node.weak === undefined ? undefined : `weak ${node.weak}`),
    ...plain(node.generation === undefined ? undefined : `gen ${node.generation}`),
  ];
}

/** A drawing pin, slanted into the corner. */
function pin({ x, y }: Point, color: string): PathPrimitive[] {
  return [
    {
      kind: "path",
      d: `M${x - 9} ${y - 11} L${x - 3} ${y - 5} M${x - 11} ${y - 5} L${x - 5} ${y - 11}`,
      stroke: { color, width: 3, cap: "round" },
    },
    {
      kind: "path",
      d: `M${x - 6} ${y - 6} L${x} ${y}`,
      stroke: { color, width: 1.6, cap: "round" },
    },
  ];
}
