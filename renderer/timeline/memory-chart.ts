/** The chart's shapes as SVG path data: objects in memory, objects a name reaches, and the garbage between. Works by pixel column, so ten thousand steps cost no more than the width. */
import type { StepSummary } from "../../electron/contract/session-events";
import { slotX, type TimelineScale } from "./timeline-scale";

export interface MemoryChart {
  readonly inMemory: string;
  readonly reachable: string;
  /** Closed areas to hatch. */
  readonly garbage: string;
  /** Where the word "garbage" fits, if anywhere. */
  readonly label: { readonly x: number; readonly y: number } | undefined;
}

interface Column {
  readonly from: number;
  readonly to: number;
  readonly inMemory: number;
  readonly reachable: number;
}

/** Wide and high enough for the word. */
const labelWidth = 62;
const labelHeight = 22;

export function memoryChart(scale: TimelineScale, y: (count: number) => number): MemoryChart {
  const columns = chartColumns(scale);
  return {
    inMemory: stepPath(columns, (column) => y(column.inMemory)),
    reachable: stepPath(columns, (column) => y(column.reachable)),
    garbage: columns
      .filter(hasGarbage)
      .map((column) => rectangle(column, y))
      .join(""),
    label: labelPlace(columns, y),
  };
}

/** One column a slot; where several slots share a pixel, one column with the most memory and the least reach. */
function chartColumns(scale: TimelineScale): readonly Column[] {
  const columns: Column[] = [];
  scale.slots.forEach((step, slot) => {
    const from = slotX(scale, slot) - scale.lead;
    const to = slot === scale.slots.length - 1 ? scale.right + 18 : from + scale.gap;
    const last = columns.at(-1);
    if (last !== undefined && scale.gap < 1 && Math.floor(last.from) === Math.floor(from))
      columns[columns.length - 1] = merged(last, to, step);
    else columns.push({ from, to, inMemory: step.inMemory, reachable: step.reachable });
  });
  return columns;
}

function merged(column: Column, to: number, step: StepSummary): Column {
  const moreGarbage = step.inMemory - step.reachable > column.inMemory - column.reachable;
  return {
    from: column.from,
    to,
    inMemory: Math.max(column.inMemory, step.inMemory),
    reachable: moreGarbage ? step.reachable : column.reachable,
  };
}

function stepPath(columns: readonly Column[], y: (column: Column) => number): string {
  return columns
    .map((column, index) => {
      const height = round(y(column));
      const start = index === 0 ? `M${round(column.from)} ${height}` : `V${height}`;
      return `${start}H${round(column.to)}`;
    })
    .join("");
}

const hasGarbage = (column: Column): boolean => column.inMemory > column.reachable;

function rectangle(column: Column, y: (count: number) => number): string {
  const [top, bottom] = [round(y(column.inMemory)), round(y(column.reachable))];
  return `M${round(column.from)} ${top}H${round(column.to)}V${bottom}H${round(column.from)}Z`;
}

function labelPlace(
  columns: readonly Column[],
  y: (count: number) => number,
): MemoryChart["label"] {
  let run: Column | undefined;
  let best: Column | undefined;
  for (const column of columns) {
    const continues =
      run !== undefined && run.inMemory === column.inMemory && run.reachable === column.reachable;
    run = continues && run !== undefined ? { ...run, to: column.to } : column;
    if (hasGarbage(run) && run.to - run.from > (best === undefined ? 0 : best.to - best.from))
      best = run;
  }
  if (best === undefined || best.to - best.from < labelWidth) return undefined;
  const [top, bottom] = [y(best.inMemory), y(best.reachable)];
  if (bottom - top < labelHeight) return undefined;
  return { x: (best.from + best.to) / 2, y: (top + bottom) / 2 + 4 };
}

const round = (value: number): number => Math.round(value * 10) / 10;
