/** Draws an object in a crowd: a pill with its type and a short label, or a dot that says only its kind and its life state. */
import type { ViewNode } from "../../electron/contract/subgraph-view";
import { type CardFrame, borderStroke } from "./card-face";
import { badgeParts } from "./card-badge";
import { centreOf } from "./geometry";
import { MARK } from "./node-size";
import { ringPrimitives, RINGS_REACH, roundedOutline } from "./node-rings";
import { around, label, part } from "./part";
import type { Font, Primitive, ScenePart, Stroke } from "./scene";
import { fitText, textWidth } from "./text-metrics";

const TYPE_FONT: Font = { family: "sans", size: 11, weight: 600 };
const LABEL_FONT: Font = { family: "mono", size: 11, weight: 450 };
const INSET = 6;
const MOST_FOR_LABEL = 42;

/** Badge and full words only while it is pointed at or selected. */
export function compactParts(node: ViewNode, frame: CardFrame): ScenePart[] {
  const { rect, theme } = frame;
  const freed = node.state === "freed";
  const box = {
    kind: "rect",
    ...rect,
    radius: node.kind === "dict" ? 3 : rect.height / 2,
  } as const;
  const face: Primitive[] = [
    {
      ...box,
      ...(freed ? {} : { fill: theme.kinds[node.kind].fill }),
      stroke: thin(borderStroke(node, theme)),
    },
    ...words(node, frame),
  ];
  const rings = ringPrimitives(frame, roundedOutline(rect.height / 2));
  const corner = { x: rect.x + rect.width - 4, y: rect.y - 3 };
  const open = frame.hovered === true || frame.selected || frame.focused;
  return [
    make(node, "face", face, frame, 3),
    ...(rings.length === 0 ? [] : [make(node, "ring", rings, frame, RINGS_REACH)]),
    ...(open ? badgeParts({ node, corner, theme }) : []),
  ];
}

function thin(stroke: Stroke): Stroke {
  return { ...stroke, width: stroke.width * 0.75 };
}

function words(node: ViewNode, { rect, theme }: CardFrame): Primitive[] {
  const y = rect.y + rect.height / 2 + 0.5;
  const room = rect.width - 2 * INSET;
  const short = shortLabel(node);
  const beside = fitText(short, LABEL_FONT, short === "" ? 0 : MOST_FOR_LABEL);
  const used = short === "" ? 0 : textWidth(beside, LABEL_FONT) + 3;
  const type = fitText(node.typeName, TYPE_FONT, room - used);
  const left = rect.x + INSET;
  const fill = node.state === "freed" ? theme.muted : theme.text;
  if (short === "") return [label(type, left, y, { font: TYPE_FONT, fill })];
  return [
    label(type, left, y, { font: TYPE_FONT, fill }),
    label(beside, rect.x + rect.width - INSET, y, {
      font: LABEL_FONT,
      fill: theme.muted,
      align: "end",
    }),
  ];
}

/** `obj1`, or `#12` of `Session#12`: the type is said already. */
function shortLabel(node: ViewNode): string {
  const hash = node.key.lastIndexOf("#");
  return hash < 0 ? node.key : node.key.slice(hash);
}

export function markParts(node: ViewNode, frame: CardFrame): ScenePart[] {
  const { rect, theme } = frame;
  const colors = theme.kinds[node.kind];
  const square = node.kind === "dict" || node.kind === "class" || node.kind === "module";
  const box = { kind: "rect", ...rect, radius: square ? 1 : MARK / 2 } as const;
  const dots: Primitive[] =
    node.state === "reachable"
      ? [{ ...box, fill: colors.border }]
      : node.state === "unreachable"
        ? [{ ...box, fill: theme.alarmFill, stroke: { color: theme.alarm, width: 2 } }]
        : [{ ...box, stroke: { color: theme.faint, width: 1, dash: [1, 2] } }];
  const rings = ringPrimitives(frame, roundedOutline(MARK / 2));
  const open = frame.hovered === true || frame.selected || frame.focused;
  return [
    make(node, "face", dots, frame, 2),
    ...(rings.length === 0 ? [] : [make(node, "ring", rings, frame, RINGS_REACH)]),
    ...(open ? [flag(node, frame)] : []),
  ];
}

/** What the dot is, beside it. */
function flag(node: ViewNode, { rect, theme }: CardFrame): ScenePart {
  const text = `${node.title} ${shortLabel(node)}`;
  const middle = centreOf(rect);
  const width = textWidth(text, TYPE_FONT) + 14;
  const box = { x: middle.x + 10, y: middle.y - 11, width, height: 22 };
  return part({
    key: `${node.id}/flag`,
    owner: node.id,
    layer: "hull-label",
    bounds: around([box], 2),
    primitives: [
      {
        kind: "rect",
        ...box,
        radius: 5,
        fill: theme.canvas,
        stroke: { color: theme.muted, width: 1 },
      },
      label(text, box.x + 7, middle.y + 0.5, { font: TYPE_FONT, fill: theme.text }),
    ],
  });
}

// oxlint-disable-next-line max-params -- a part is a thing's, has a name, a drawing, a place and a margin
function make(
  node: ViewNode,
  slot: string,
  primitives: readonly Primitive[],
  { rect }: CardFrame,
  margin: number,
): ScenePart {
  return part({
    key: `${node.id}/${slot}`,
    owner: node.id,
    layer: "card",
    primitives,
    bounds: around([rect], margin),
  });
}
