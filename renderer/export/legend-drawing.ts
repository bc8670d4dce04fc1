/** Draws the legend of an exported picture: the kinds and states that are in it, in up to three columns. */
import { cardOutline, hexagon } from "../graph/card-outline";
import type { Point, Rect, Size } from "../graph/geometry";
import type { LegendEntry } from "../graph/legend";
import { label, part } from "../graph/part";
import type { Font, Primitive, ScenePart } from "../graph/scene";
import { tagOutline } from "../graph/tag-face";
import { textWidth } from "../graph/text-metrics";
import type { ThemeTokens } from "../graph/theme-tokens";

const FONT: Font = { family: "sans", size: 11.5, weight: 450 };
const PADDING = { x: 13, y: 10 };
const ROW = 22;
const SYMBOL: Size = { width: 26, height: 12 };
const SYMBOL_GAP = 8;
const COLUMN_GAP = 18;
const COLUMNS = 3;

interface Columns {
  readonly columns: readonly (readonly LegendEntry[])[];
  readonly widths: readonly number[];
}

export function legendSize(entries: readonly LegendEntry[]): Size {
  if (entries.length === 0) return { width: 0, height: 0 };
  const { columns, widths } = inColumns(entries);
  const width = widths.reduce((sum, one) => sum + one + COLUMN_GAP, -COLUMN_GAP) + 2 * PADDING.x;
  return { width: Math.ceil(width), height: (columns[0]?.length ?? 0) * ROW + 2 * PADDING.y - 4 };
}

export function legendPart(
  entries: readonly LegendEntry[],
  corner: Point,
  theme: ThemeTokens,
): ScenePart {
  const size = legendSize(entries);
  const { columns, widths } = inColumns(entries);
  const primitives: Primitive[] = [
    {
      kind: "rect",
      ...corner,
      ...size,
      radius: 10,
      fill: theme.canvas,
      stroke: { color: theme.line, width: 1 },
    },
  ];
  let x = corner.x + PADDING.x;
  columns.forEach((column, index) => {
    column.forEach((entry, row) => {
      const middle = corner.y + PADDING.y + ROW * (row + 0.5) - 2;
      const box = { x, y: middle - SYMBOL.height / 2, ...SYMBOL };
      primitives.push(...symbol(entry, box, theme));
      primitives.push(
        label(entry.label, x + SYMBOL.width + SYMBOL_GAP, middle, {
          font: FONT,
          fill: theme.muted,
        }),
      );
    });
    x += (widths[index] ?? 0) + COLUMN_GAP;
  });
  return part({
    key: "legend",
    owner: "legend",
    layer: "motion",
    bounds: { ...corner, ...size },
    primitives,
  });
}

/** Filled row by row, as one reads. */
function inColumns(entries: readonly LegendEntry[]): Columns {
  const count = Math.min(COLUMNS, entries.length);
  const columns = Array.from({ length: count }, (_, column) =>
    entries.filter((_entry, index) => index % count === column),
  );
  const widths = columns.map(
    (column) =>
      SYMBOL.width + SYMBOL_GAP + Math.max(...column.map((entry) => textWidth(entry.label, FONT))),
  );
  return { columns, widths };
}

function symbol(entry: LegendEntry, box: Rect, theme: ThemeTokens): Primitive[] {
  const rect = { kind: "rect", ...box, radius: 3 } as const;
  const dots = { color: theme.faint, width: 1.6, dash: [0.1, 4], cap: "round" } as const;
  switch (entry.symbol) {
    case "name":
      return [{ kind: "path", d: tagOutline(box), fill: theme.nameTag.fill }];
    case "refcount":
      return refcount(box, theme);
    case "deleted":
      return [{ ...rect, stroke: { color: theme.faint, width: 1.6, dash: [2, 3], cap: "round" } }];
    case "freed":
      return [{ ...rect, stroke: dots }];
    case "unreachable":
      return [
        { ...rect, fill: theme.alarmFill, hatch: { ...theme.hatch, opacity: 0.35 } },
        { ...rect, stroke: { color: theme.alarm, width: 1.8, dash: [4, 3] } },
      ];
    case "size": {
      const { fill, border } = theme.kinds.instance;
      const bar = { x: box.x + 3, y: box.y + box.height / 2 - 1.2, width: 13, height: 2.4 };
      return [
        { ...rect, fill, stroke: { color: border, width: 1.6 } },
        { kind: "rect", ...bar, radius: 1.2, fill: border },
      ];
    }
    case "cycle":
      return [
        { ...rect, radius: 5, fill: theme.panel, stroke: { color: theme.faint, width: 1.6 } },
      ];
    case "weak": {
      const y = box.y + box.height / 2;
      const end = box.x + box.width;
      return [
        {
          kind: "path",
          d: `M${box.x} ${y} H${end}`,
          stroke: { color: theme.edge, width: 1.6, dash: [2, 4] },
        },
        {
          kind: "path",
          d: `M${end - 4.5} ${y - 3.5} L${end} ${y} L${end - 4.5} ${y + 3.5}`,
          stroke: { color: theme.edge, width: 1.6 },
        },
      ];
    }
    case "class":
      return [
        {
          kind: "path",
          d: hexagon(box),
          fill: theme.kinds.class.fill,
          stroke: { color: theme.kinds.class.border, width: 1.6 },
        },
      ];
    case "function":
    case "generator":
    case "instance":
    case "dict":
    case "list":
    case "tuple":
    case "set":
    case "module":
    case "scalar":
    case "other": {
      const colors = theme.kinds[entry.symbol];
      const outline =
        entry.symbol === "function" || entry.symbol === "generator"
          ? rect
          : cardOutline(entry.symbol, box);
      const shape =
        outline.kind === "rect" ? { ...outline, radius: Math.min(outline.radius, 3) } : outline;
      return [{ ...shape, fill: colors.fill, stroke: { color: colors.border, width: 1.6 } }];
    }
  }
}

function refcount(box: Rect, theme: ThemeTokens): Primitive[] {
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const font: Font = { family: "sans", size: 9.5, weight: 660 };
  return [
    {
      kind: "rect",
      x: x - 9,
      y: y - 7.5,
      width: 18,
      height: 15,
      radius: 7.5,
      fill: theme.canvas,
      stroke: { color: theme.text, width: 1.4 },
    },
    label("1", x, y + 0.3, { font, fill: theme.text, align: "middle" }),
  ];
}
