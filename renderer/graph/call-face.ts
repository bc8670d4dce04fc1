/** Draws a running call: a box below the names it was made from, and the dashed line to what its argument holds. Only ever in motion. */
import { linePrimitives, type EdgeLook } from "./edge-face";
import { cubic, polyline, startOf } from "./curves";
import { centreOf, type Point, type Rect, unionOf } from "./geometry";
import { around, label, part } from "./part";
import type { Font, Primitive, ScenePart } from "./scene";
import type { BuiltScene } from "./scene-builder";
import { easeInOut, share, type TimedChange } from "./storyboard";
import { fitText, textWidth } from "./text-metrics";

type Call = Extract<TimedChange, { kind: "call" }>;

const FONT: Font = { family: "mono", size: 12.5, weight: 600 };
const WORDS_FONT: Font = { family: "mono", size: 12.5, weight: 500 };
const HEIGHT = 30;
const BELOW = 12;
const LONGEST = 230;
const ARROW = 8.7;

export function callParts(change: Call, time: number, scene: BuiltScene): ScenePart[] {
  const target = scene.rects.get(change.argument);
  const gone = easeInOut(share(change.leaves, time));
  const shown = easeInOut(share(change.appears, time)) * (1 - gone);
  if (target === undefined || shown <= 0) return [];
  const box = boxOf(change, scene);
  const reached = easeInOut(share(change.reaches, time));
  return [
    ...(reached <= 0.02 ? [] : line(change, { box, target, reached, shown }, scene)),
    { ...face(change, box, scene), opacity: shown },
  ];
}

/** Below the lowest box of names. */
function boxOf(change: Call, scene: BuiltScene): Rect {
  const boxes = scene.parts.filter((one) => one.layer === "scope").map((one) => one.bounds);
  const names = unionOf(boxes) ?? { x: 0, y: 0, width: 148, height: 0 };
  const width = Math.min(textWidth(change.text, FONT), LONGEST) + 26;
  const x = names.x + Math.max(0, (names.width - width) / 2);
  return { x, y: names.y + names.height + BELOW, width, height: HEIGHT };
}

function face(change: Call, box: Rect, { theme }: BuiltScene): ScenePart {
  const middle = centreOf(box);
  const colors = theme.kinds.function;
  const primitives: Primitive[] = [
    { kind: "rect", ...box, radius: 6, fill: colors.fill },
    { kind: "rect", ...box, radius: 6, stroke: { color: colors.border, width: 1.8, dash: [6, 4] } },
    label(fitText(change.text, FONT, LONGEST), middle.x, middle.y, {
      font: FONT,
      fill: theme.text,
      align: "middle",
    }),
  ];
  return part({
    key: `motion/${change.call}`,
    owner: change.call,
    layer: "motion",
    bounds: around([box], 3),
    primitives,
  });
}

interface Reach {
  readonly box: Rect;
  readonly target: Rect;
  readonly reached: number;
  readonly shown: number;
}

function line(
  change: Call,
  { box, target, reached, shown }: Reach,
  scene: BuiltScene,
): ScenePart[] {
  const { theme } = scene;
  const from = { x: box.x + box.width, y: centreOf(box).y };
  const to = { x: target.x + target.width * 0.3, y: target.y + target.height + ARROW };
  const way = cubic(from, { x: to.x, y: from.y }, { x: to.x, y: to.y + 40 }, to);
  const track = startOf(way.track, reached);
  const [a, b] = [track.at(-2), track.at(-1)];
  const angle = a === undefined || b === undefined ? way.angle : Math.atan2(b.y - a.y, b.x - a.x);
  const look: EdgeLook = {
    stroke: { color: theme.text, width: 1.9, dash: [6, 4] },
    arrow: "triangle",
    arrowSize: ARROW,
    label: change.label,
    labelFont: WORDS_FONT,
    labelColor: theme.text,
    dotAtSource: false,
  };
  const drawn = { d: polyline(track), track, angle };
  const words = reached < 1 ? [] : plate(change.label, way.track[9] ?? from, scene);
  const primitives = [...linePrimitives(drawn, look, theme), ...words];
  const key = `motion/${change.call}-line`;
  const bounds = around([box, target], 30);
  const made = part({ key, owner: change.call, layer: "motion", bounds, primitives });
  return [{ ...made, opacity: shown }];
}

function plate(text: string, at: Point, { theme }: BuiltScene): Primitive[] {
  const width = textWidth(text, WORDS_FONT) + 8;
  return [
    {
      kind: "rect",
      x: at.x - width / 2,
      y: at.y - 10,
      width,
      height: 20,
      radius: 4,
      fill: theme.canvas,
    },
    label(text, at.x, at.y, { font: WORDS_FONT, fill: theme.text, align: "middle" }),
  ];
}
