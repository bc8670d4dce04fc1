/** Which steps the timeline shows and where: slot <-> pixel, thinned for thousands of steps. Pure. */
import type { EntryIndex } from "../../electron/contract/ids";
import type { StepSummary } from "../../electron/contract/session-events";

export interface TimelineScale {
  /** The entries that have a place, in order: module-level ones, and the inner ones of opened steps. */
  readonly slots: readonly StepSummary[];
  /** Of the first and last slot, which lie outside what is seen when the timeline is zoomed. */
  readonly left: number;
  readonly right: number;
  /** What is seen, in pixels. */
  readonly seen: { readonly from: number; readonly to: number };
  /** Pixels from one slot to the next. */
  readonly gap: number;
  /** The chart's value of a slot starts this much left of its tick. */
  readonly lead: number;
}

const leftEdge = 34;
/** Left of the first tick: the numbers of the axis, and what stands beside them. */
const axisRoom = 26;
const digitWidth = 6.8;
const rightEdge = 46;
/** A program with so few module-level steps that do so much inside is shown opened by itself. */
const fewSteps = 12;
const muchInside = 4;

export function shownSlots(
  steps: readonly StepSummary[],
  openedStep: number | undefined,
): readonly StepSummary[] {
  const outer = steps.filter((step) => step.inner === 0);
  const inside = steps.length - outer.length;
  if (inside === 0) return outer;
  if (outer.length <= fewSteps && inside >= muchInside * outer.length) return steps;
  // A step that still runs has inner entries but no entry of its own yet.
  const running = steps.at(-1)?.inner === 0 ? undefined : steps.at(-1)?.step;
  return steps.filter(
    (step) => step.inner === 0 || step.step === openedStep || step.step === running,
  );
}

export function timelineScale(
  slots: readonly StepSummary[],
  width: number,
  zoom: TimelineZoom = wholeRecording,
): TimelineScale {
  const top = axisTop(greatestCount(slots)).toLocaleString("en-US");
  const from = Math.max(leftEdge, axisRoom + top.length * digitWidth);
  const to = Math.max(from + 1, width - rightEdge);
  const most = Math.max(1, slots.length - 1);
  const gap = ((to - from) / most) * zoom.factor;
  const left = from - zoom.first * gap;
  const right = slots.length < 2 ? to : left + most * gap;
  return { slots, left, right, seen: { from, to }, gap, lead: Math.min(14, gap / 2) };
}

/** Which part of the recording the timeline shows. */
export interface TimelineZoom {
  /** 1: all of it. */
  readonly factor: number;
  /** Slot at the left edge; may lie between two. */
  readonly first: number;
}

export const wholeRecording: TimelineZoom = { factor: 1, first: 0 };
/** No more slots than this are drawn apart. */
const fewestSeen = 6;

/** Enlarged or reduced round a slot, which stays where it is. */
export function zoomed(zoom: TimelineZoom, by: number, round: number, count: number): TimelineZoom {
  const greatest = Math.max(1, (count - 1) / fewestSeen);
  const factor = Math.min(greatest, Math.max(1, zoom.factor * by));
  const first = round - (round - zoom.first) * (zoom.factor / factor);
  return within({ factor, first }, count);
}

/** Moved by a part of what is seen. */
export function panned(zoom: TimelineZoom, part: number, count: number): TimelineZoom {
  return within({ ...zoom, first: zoom.first + (part * (count - 1)) / zoom.factor }, count);
}

/** The same, or moved so far that the slot is seen. */
export function showing(zoom: TimelineZoom, slot: number, count: number): TimelineZoom {
  const span = (count - 1) / zoom.factor;
  if (slot >= zoom.first && slot <= zoom.first + span) return within(zoom, count);
  return within({ ...zoom, first: slot - span / 2 }, count);
}

function within({ factor, first }: TimelineZoom, count: number): TimelineZoom {
  const last = Math.max(0, (count - 1) * (1 - 1 / factor));
  return { factor, first: Math.min(last, Math.max(0, first)) };
}

export function isSeen({ seen }: TimelineScale, x: number): boolean {
  return x >= seen.from - 8 && x <= seen.to + 8;
}

export function slotX(scale: TimelineScale, slot: number): number {
  return scale.left + slot * (scale.slots.length < 2 ? 0 : scale.gap);
}

/** The slot of an entry, or of the shown step it belongs to. */
export function slotOfEntry(slots: readonly StepSummary[], entry: EntryIndex): number {
  let [low, high] = [0, slots.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((slots[middle]?.entry ?? 0) < entry) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low);
}

export function slotAtX(scale: TimelineScale, x: number): number {
  if (scale.slots.length < 2) return 0;
  const slot = Math.round((x - scale.left) / scale.gap);
  return Math.min(scale.slots.length - 1, Math.max(0, slot));
}

/** At most one slot per `spacing` pixels; the wanted slot always, and whoever would touch it never. */
export function thinnedSlots(
  scale: TimelineScale,
  spacing: number,
  wanted: number,
): readonly number[] {
  const count = scale.slots.length;
  const stride = Math.max(1, Math.ceil(spacing / Math.max(scale.gap, 0.001)));
  const kept: number[] = [];
  for (let slot = 0; slot < count; slot += stride) {
    if (slot === wanted || Math.abs(slot - wanted) * scale.gap >= spacing) kept.push(slot);
  }
  if (wanted < count && !kept.includes(wanted)) kept.push(wanted);
  return kept;
}

/** Of the chart, over all slots; at least 1. */
export function greatestCount(slots: readonly StepSummary[]): number {
  return slots.reduce((greatest, step) => Math.max(greatest, step.inMemory, step.reachable), 1);
}

/** Rounds the axis up to a number that splits well: 1, 2, 3, 4, 5, 6, 8, 10, 15, 20 ... */
export function axisTop(greatest: number): number {
  const nice = [1, 2, 3, 4, 5, 6, 8, 10, 15, 20, 30, 40, 50, 60, 80, 100];
  let scale = 1;
  while (greatest > 100 * scale) scale *= 10;
  return (nice.find((value) => value * scale >= greatest) ?? 100) * scale;
}

export function axisTicks(top: number, most: number): readonly number[] {
  if (top <= most) return Array.from({ length: top + 1 }, (_, index) => index);
  const half = top / 2;
  return Number.isInteger(half) && most >= 2 ? [0, half, top] : [0, top];
}
