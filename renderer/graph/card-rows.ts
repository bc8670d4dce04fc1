/** Draws the rows of a card: attributes as a list, the elements of a sequence as a strip of cells, a dict as two columns. */
import type { ViewNode, ViewRow } from "../../electron/contract/subgraph-view";
import type { Rect } from "./geometry";
import { CARD_HEAD, MOST_ROWS, ROW_HEIGHT, ROWS_PADDING } from "./node-size";
import { label } from "./part";
import type { Font, Primitive } from "./scene";
import { fitText, textWidth } from "./text-metrics";
import type { ThemeTokens } from "./theme-tokens";

export const INSET = 13;
export const REMARK_FONT: Font = { family: "sans", size: 12, weight: 450 };
const ROW_FONT: Font = { family: "mono", size: 12, weight: 450 };
/** The column of values starts here unless a label is longer. */
const VALUES_AT = 60;
const LONGEST_LABEL = 62;

interface RowsFrame {
  readonly rect: Rect;
  readonly theme: ThemeTokens;
}

export function rowPrimitives(node: ViewNode, { rect, theme }: RowsFrame): Primitive[] {
  const shown = shownRows(node);
  const valuesAt = valuesColumn(shown);
  const words = shown.flatMap((row, index) => {
    const y = rowMiddle(rect, index);
    if (row.label === "") {
      const text = fitText(row.text, REMARK_FONT, rect.width - 2 * INSET);
      return [label(text, rect.x + INSET, y, { font: REMARK_FONT, fill: theme.muted })];
    }
    const name = fitText(row.label, ROW_FONT, valuesAt - INSET - 6);
    const value = row.value === "reference" ? `→ ${row.text}` : row.text;
    return [
      label(name, rect.x + INSET, y, { font: ROW_FONT, fill: theme.muted }),
      label(fitText(value, ROW_FONT, rect.width - valuesAt - 8), rect.x + valuesAt, y, {
        font: ROW_FONT,
        fill: valueColor(row, node, theme),
      }),
    ];
  });
  return [...lines(node, shown, { rect, theme, valuesAt }), ...words];
}

/** Middle of a row; a reference leaves its card there. */
export function rowMiddle(rect: Rect, index: number): number {
  return rect.y + CARD_HEAD + ROWS_PADDING / 2 + ROW_HEIGHT * (index + 0.5);
}

/** Where in its card the row stands that shows a reference to `target`; -1 when none does. */
export function rowOf(node: ViewNode, target: string): number {
  return shownRows(node).findIndex((row) => row.target === target);
}

function shownRows(node: ViewNode): readonly ViewRow[] {
  const rows = node.rows.slice(0, MOST_ROWS);
  if (node.kind !== "generator") return rows;
  const remark = (text: string): ViewRow => ({ label: "", text, value: "remark" });
  return [remark(node.subtitle), ...rows, remark("1 value at a time")].slice(0, MOST_ROWS);
}

function valuesColumn(rows: readonly ViewRow[]): number {
  const widest = Math.max(0, ...rows.map((row) => textWidth(row.label, ROW_FONT)));
  return Math.max(VALUES_AT, Math.min(LONGEST_LABEL, widest) + INSET + 12);
}

/** Cells have a line between them and one beside the index; the two columns of a dict have the one in the middle. */
function lines(
  node: ViewNode,
  rows: readonly ViewRow[],
  { rect, theme, valuesAt }: RowsFrame & { readonly valuesAt: number },
): Primitive[] {
  const isStrip = node.kind === "list" || node.kind === "tuple";
  const labelled = rows.filter((row) => row.label !== "");
  if ((!isStrip && node.kind !== "dict") || labelled.length === 0) return [];
  const top = rect.y + CARD_HEAD;
  const bottom = rect.y + rect.height;
  const stroke = { color: theme.kinds[node.kind].border, width: 1 };
  const x = rect.x + valuesAt - 8;
  const primitives: Primitive[] = [];
  rows.forEach((row, index) => {
    const y = top + ROWS_PADDING / 2 + ROW_HEIGHT * index;
    const last = index === rows.length - 1;
    const [from, to] = [index === 0 ? top : y, last ? bottom : y + ROW_HEIGHT];
    if (row.label !== "")
      primitives.push({ kind: "path", d: `M${x} ${from} V${to}`, stroke, opacity: 0.35 });
    if (isStrip && index > 0)
      primitives.push({
        kind: "path",
        d: `M${rect.x + 1} ${y} H${rect.x + rect.width - 1}`,
        stroke,
        opacity: 0.22,
      });
  });
  return primitives;
}

function valueColor(row: ViewRow, node: ViewNode, theme: ThemeTokens): string {
  switch (row.value) {
    case "text":
      return theme.string;
    case "number":
      return theme.text;
    case "constant":
      return theme.constant;
    case "reference":
      return node.state === "unreachable" ? theme.alarmText : theme.text;
    case "remark":
      return theme.muted;
  }
}
