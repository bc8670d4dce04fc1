/** The timeline's chart as a drawing for exports: the same shapes as on the screen, over the whole recording and without a playhead. */
import type { StepSummary } from "../../electron/contract/session-events";
import type { Rect } from "../graph/geometry";
import { around, label, part } from "../graph/part";
import type { Font, Primitive, SceneOwner, ScenePart, Stroke } from "../graph/scene";
import { textWidth } from "../graph/text-metrics";
import type { ThemeTokens } from "../graph/theme-tokens";
import { type CollectionPlace, collectionMarks, markWords } from "../timeline/collection-places";
import { memoryChart } from "../timeline/memory-chart";
import { tickLabel } from "../timeline/tick-label";
import {
  axisTicks,
  axisTop,
  greatestCount,
  shownSlots,
  slotX,
  thinnedSlots,
  type TimelineScale,
  timelineScale,
} from "../timeline/timeline-scale";
import type { Drawing } from "./picture-frame";

export interface TimelineContent {
  readonly steps: readonly StepSummary[];
  readonly collections: readonly CollectionPlace[];
}

const WORDS: Font = { family: "sans", size: 11, weight: 450 };
const STRONG: Font = { family: "sans", size: 11, weight: 600 };
const CODE: Font = { family: "mono", size: 11, weight: 400 };
/** Room for the code of each step, as long as the chart does not get too wide for a page. */
const STEP_ROOM = 108;
const NARROWEST = 560;
const WIDEST = 1400;
const TOP = 24;
const BASE = 170;
const TRACK = BASE + 24;
const LABELS = TRACK + 22;
const KEY = LABELS + 30;
const LABEL_SPACING = 86;
const CHARACTER = 6.6;
/** Closer ticks would touch. */
const TICK_SPACING = 11;
/** So that both lines are seen where they run together. */
const BESIDE = 2.2;

/** `key`: with a line that says what the lines mean. */
export function timelineDrawing(
  { steps, collections }: TimelineContent,
  theme: ThemeTokens,
  { key }: { readonly key: boolean },
): Drawing {
  const slots = shownSlots(steps, undefined);
  const width = Math.min(WIDEST, Math.max(NARROWEST, 80 + (slots.length - 1) * STEP_ROOM));
  const scale = timelineScale(slots, width);
  const groups: readonly (readonly [SceneOwner, readonly Primitive[]])[] = [
    [owner("axis", "Number of objects"), axis(scale, theme)],
    [owner("garbage", "Garbage: in memory, but no name leads to it"), garbage(scale, theme)],
    [owner("in-memory", "Objects in memory"), [memoryLine(scale, theme)]],
    [owner("reachable", "Objects reachable from a name"), [reachableLine(scale, theme)]],
    [owner("collections", "Collections"), marks(collections, scale, theme)],
    [owner("steps", "Steps"), [...track(scale, theme), ...labels({ scale, theme, width })]],
    ...(key ? [[owner("key", "Key"), keyOf(scale, theme)] as const] : []),
  ];
  const bounds = { x: 0, y: 0, width, height: (key ? KEY : LABELS) + 8 };
  return {
    parts: groups.map(([{ id }, primitives]) => chartPart(id, primitives, bounds)),
    owners: new Map(groups.map(([one]) => [one.id, one])),
    bounds,
    legend: [],
    theme,
  };
}

function owner(id: string, title: string): SceneOwner {
  return { id: `timeline-${id}`, title, description: "" };
}

function chartPart(id: string, primitives: readonly Primitive[], bounds: Rect): ScenePart {
  return part({ key: id, owner: id, layer: "scope", bounds: around([bounds], 20), primitives });
}

function height(scale: TimelineScale): (count: number) => number {
  const highest = axisTop(greatestCount(scale.slots));
  return (count) => BASE - (count / highest) * (BASE - TOP);
}

function axis(scale: TimelineScale, theme: ThemeTokens): Primitive[] {
  const y = height(scale);
  const [from, to] = [scale.seen.from - 14, scale.seen.to + 18];
  return axisTicks(axisTop(greatestCount(scale.slots)), 4).flatMap((count): Primitive[] => [
    { kind: "path", d: `M${from} ${y(count)}H${to}`, stroke: { color: theme.dots, width: 1 } },
    label(count.toLocaleString("en-US"), from - 6, y(count), {
      font: WORDS,
      fill: theme.muted,
      align: "end",
    }),
  ]);
}

function garbage(scale: TimelineScale, theme: ThemeTokens): Primitive[] {
  const chart = memoryChart(scale, height(scale));
  if (chart.garbage === "") return [];
  const opacity = Math.max(theme.hatch.opacity, 0.4);
  const hatchBox = { x: 0, y: TOP - 2, width: scale.seen.to + 30, height: BASE - TOP + 6 };
  const area: Primitive = {
    kind: "path",
    d: chart.garbage,
    fill: theme.alarmFill,
    hatch: { color: theme.hatch.color, opacity },
    hatchBox,
  };
  if (chart.label === undefined) return [area];
  const { x, y } = chart.label;
  const half = textWidth("garbage", STRONG) / 2 + 4;
  return [
    area,
    {
      kind: "rect",
      x: x - half,
      y: y - 12,
      width: 2 * half,
      height: 16,
      radius: 4,
      fill: theme.alarmFill,
    },
    label("garbage", x, y - 4, { font: STRONG, fill: theme.alarmText, align: "middle" }),
  ];
}

function memoryLine(scale: TimelineScale, theme: ThemeTokens): Primitive {
  return { kind: "path", d: memoryChart(scale, height(scale)).inMemory, stroke: memory(theme) };
}

function reachableLine(scale: TimelineScale, theme: ThemeTokens): Primitive {
  const y = height(scale);
  const { reachable } = memoryChart(scale, (count) => y(count) + BESIDE);
  return { kind: "path", d: reachable, stroke: reach(theme) };
}

function memory(theme: ThemeTokens): Stroke {
  return { color: theme.kinds.instance.border, width: 2.4 };
}

function reach(theme: ThemeTokens): Stroke {
  return { color: theme.kinds.list.border, width: 2.2, dash: [5, 3] };
}

function marks(
  collections: readonly CollectionPlace[],
  scale: TimelineScale,
  theme: ThemeTokens,
): Primitive[] {
  return collectionMarks(collections, scale).flatMap((mark): Primitive[] => {
    const { x } = mark;
    const isLast = x > scale.seen.to - 10;
    return [
      { kind: "path", d: `M${x - 3.5} 6h7l-3.5 5z`, fill: theme.muted },
      label(markWords(mark), isLast ? x - 7 : x + 7, 9, {
        font: WORDS,
        fill: theme.muted,
        align: isLast ? "end" : "start",
      }),
    ];
  });
}

function track(scale: TimelineScale, theme: ThemeTokens): Primitive[] {
  const { from } = scale.seen;
  const to = slotX(scale, scale.slots.length - 1);
  const stride = Math.ceil(TICK_SPACING / Math.max(scale.gap, 0.001));
  const line: Primitive = {
    kind: "path",
    d: `M${from} ${TRACK}H${Math.max(from, to)}`,
    stroke: { color: theme.accent, width: 3, cap: "round" },
  };
  const ticks = scale.slots.flatMap((step, slot): Primitive[] => {
    if (stride > 4 || slot % stride !== 0) return [];
    const radius = step.inner === 0 ? 4.5 : 3;
    return [
      {
        kind: "rect",
        x: slotX(scale, slot) - radius,
        y: TRACK - radius,
        width: 2 * radius,
        height: 2 * radius,
        radius,
        fill: theme.canvas,
        stroke: { color: theme.accent, width: 2 },
      },
    ];
  });
  return [line, ...ticks];
}

function labels(chart: {
  readonly scale: TimelineScale;
  readonly theme: ThemeTokens;
  readonly width: number;
}): Primitive[] {
  const { scale, theme, width } = chart;
  const room = Math.max(LABEL_SPACING, scale.gap) - 4;
  return thinnedSlots(scale, LABEL_SPACING, scale.slots.length - 1).flatMap((slot) => {
    const step = scale.slots[slot];
    if (step === undefined) return [];
    const text = tickLabel(step, Math.floor(room / CHARACTER));
    const half = (text.length * CHARACTER) / 2;
    const x = Math.min(width - half, Math.max(half, slotX(scale, slot)));
    return [label(text, x, LABELS - 4, { font: CODE, fill: theme.muted, align: "middle" })];
  });
}

/** `In memory`, `Reachable from a name`, `Garbage waiting`: as beside the chart on the screen. */
function keyOf(scale: TimelineScale, theme: ThemeTokens): Primitive[] {
  const [width, gap, after] = [26, 8, 22];
  const hasGarbage = scale.slots.some((step) => step.inMemory > step.reachable);
  let x = scale.seen.from - 14;
  const entry = (words: string, symbol: (from: number) => Primitive): Primitive[] => {
    const from = x;
    x += width + gap + textWidth(words, WORDS) + after;
    return [
      symbol(from),
      label(words, from + width + gap, KEY, { font: WORDS, fill: theme.muted }),
    ];
  };
  const line =
    (stroke: Stroke) =>
    (from: number): Primitive => ({
      kind: "path",
      d: `M${from} ${KEY}H${from + width}`,
      stroke,
    });
  return [
    ...entry("In memory", line(memory(theme))),
    ...entry("Reachable from a name", line(reach(theme))),
    ...(hasGarbage
      ? entry("Garbage waiting", (from) => ({
          kind: "rect",
          x: from,
          y: KEY - 6,
          width,
          height: 12,
          radius: 3,
          fill: theme.alarmFill,
          hatch: { color: theme.hatch.color, opacity: Math.max(theme.hatch.opacity, 0.4) },
          stroke: { color: theme.alarm, width: 1.2 },
        }))
      : []),
  ];
}
