/** A table one can walk through: arrows move, Enter opens, Space selects, a click on a header sorts, Ctrl+C copies the row as tab-separated text. */
import { ChevronDown, ChevronUp } from "lucide-react";
import { useRef, useState, type KeyboardEvent, type ReactElement, type ReactNode } from "react";
import "./data-table.css";

export interface DataColumn<Row> {
  readonly id: string;
  readonly title: ReactNode;
  readonly tooltip?: string;
  /** Numbers; they sort downwards first. */
  readonly align?: "end";
  /** What it is sorted by; absent: it is not. */
  sortBy?(row: Row): number | string;
  /** What is copied of it; absent: nothing. */
  copy?(row: Row): string;
  cell(row: Row): ReactNode;
}

export interface DataTableProps<Row> {
  readonly label: string;
  readonly columns: readonly DataColumn<Row>[];
  /** In the order they have before a person sorts. */
  readonly rows: readonly Row[];
  readonly className?: string;
  keyOf(row: Row): string;
  isSelected?(row: Row): boolean;
  classOf?(row: Row): string;
  /** Click and Space. */
  onSelect?(row: Row): void;
  /** Double click and Enter. */
  onOpen?(row: Row): void;
  /** A line of its own below the row. */
  renderBelow?(row: Row): ReactNode;
}

interface Sorting {
  readonly column: string;
  readonly down: boolean;
}

export function DataTable<Row>(props: DataTableProps<Row>): ReactElement {
  const { columns, rows, keyOf } = props;
  const [sorting, setSorting] = useState<Sorting>();
  const [active, setActive] = useState<string>();
  const body = useRef<HTMLTableSectionElement>(null);
  const sorted = sortedRows(rows, columns, sorting);
  const tabStop = sorted.some((row) => keyOf(row) === active)
    ? active
    : sorted[0] === undefined
      ? undefined
      : keyOf(sorted[0]);

  const press = (event: KeyboardEvent, row: Row): void => {
    if (event.target !== event.currentTarget) return;
    if (!answerKey(event, row, props)) {
      const next = rowAt(body.current, event);
      if (next === undefined) return;
      next.focus();
    }
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    // Rows take the keyboard one at a time, which is what a grid is.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role
    <table className={`data-table ${props.className ?? ""}`} role="grid" aria-label={props.label}>
      <thead>
        <tr>
          {columns.map((column) => (
            <Header
              key={column.id}
              column={column}
              sorting={sorting?.column === column.id ? sorting : undefined}
              onSort={(down) => setSorting({ column: column.id, down })}
            />
          ))}
        </tr>
      </thead>
      <tbody ref={body}>
        {sorted.map((row) => (
          <DataRow
            key={keyOf(row)}
            {...props}
            row={row}
            isTabStop={keyOf(row) === tabStop}
            onPress={press}
            onActive={() => setActive(keyOf(row))}
          />
        ))}
      </tbody>
    </table>
  );
}

interface DataRowProps<Row> extends DataTableProps<Row> {
  readonly row: Row;
  readonly isTabStop: boolean;
  onPress(event: KeyboardEvent, row: Row): void;
  onActive(): void;
}

function DataRow<Row>(props: DataRowProps<Row>): ReactElement {
  const { row, columns, isSelected, classOf, onSelect, onOpen } = props;
  const below = props.renderBelow?.(row);
  return (
    <>
      <tr
        tabIndex={props.isTabStop ? 0 : -1}
        data-row=""
        className={classOf?.(row)}
        aria-selected={isSelected?.(row)}
        onKeyDown={(event) => props.onPress(event, row)}
        onFocus={props.onActive}
        onClick={() => onSelect?.(row)}
        onDoubleClick={() => onOpen?.(row)}
      >
        {columns.map((column) => (
          <td key={column.id} className={column.align}>
            {column.cell(row)}
          </td>
        ))}
      </tr>
      {below === undefined || below === null ? null : (
        <tr className="below">
          <td colSpan={columns.length}>{below}</td>
        </tr>
      )}
    </>
  );
}

interface HeaderProps<Row> {
  readonly column: DataColumn<Row>;
  readonly sorting: Sorting | undefined;
  onSort(down: boolean): void;
}

function Header<Row>({ column, sorting, onSort }: HeaderProps<Row>): ReactElement {
  const { title, tooltip, align, sortBy } = column;
  if (sortBy === undefined)
    return (
      <th scope="col" className={align} title={tooltip}>
        {title}
      </th>
    );
  const arrow = sorting?.down === true ? <ChevronDown size={11} /> : <ChevronUp size={11} />;
  return (
    <th
      scope="col"
      className={align}
      title={tooltip}
      aria-sort={sorting === undefined ? "none" : sorting.down ? "descending" : "ascending"}
    >
      <button
        type="button"
        onClick={() => onSort(sorting === undefined ? align === "end" : !sorting.down)}
      >
        {title}
        {sorting === undefined ? null : arrow}
      </button>
    </th>
  );
}

function sortedRows<Row>(
  rows: readonly Row[],
  columns: readonly DataColumn<Row>[],
  sorting: Sorting | undefined,
): readonly Row[] {
  const sortBy = columns.find(({ id }) => id === sorting?.column)?.sortBy;
  if (sortBy === undefined || sorting === undefined) return rows;
  const ascending = rows.toSorted((one, other) => compared(sortBy(one), sortBy(other)));
  return sorting.down ? ascending.toReversed() : ascending;
}

function compared(one: number | string, other: number | string): number {
  return typeof one === "number" && typeof other === "number"
    ? one - other
    : String(one).localeCompare(String(other), "en", { numeric: true });
}

/** False: the key is about moving, or not about the table. */
function answerKey<Row>(event: KeyboardEvent, row: Row, props: DataTableProps<Row>): boolean {
  if (event.key === "Enter") props.onOpen?.(row);
  else if (event.key === " ") props.onSelect?.(row);
  else if (event.key === "c" && (event.ctrlKey || event.metaKey)) void copyRow(row, props.columns);
  else return false;
  return true;
}

async function copyRow<Row>(row: Row, columns: readonly DataColumn<Row>[]): Promise<void> {
  const words = columns.flatMap((column) =>
    column.copy === undefined ? [] : [column.copy(row).replaceAll(/[\t\n]/g, " ")],
  );
  await navigator.clipboard.writeText(words.join("\t"));
}

function rowAt(
  body: HTMLElement | null,
  { key, currentTarget }: KeyboardEvent,
): HTMLElement | undefined {
  const all = [...(body?.querySelectorAll<HTMLElement>("[data-row]") ?? [])];
  const now = all.findIndex((row) => row === currentTarget);
  switch (key) {
    case "ArrowDown":
      return all[now + 1];
    case "ArrowUp":
      return all[now - 1];
    case "Home":
      return all[0];
    case "End":
      return all.at(-1);
    default:
      return undefined;
  }
}
