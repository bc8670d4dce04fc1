/** The types of the step: how many objects, how that changed and went, how much memory. A click finds them in the graph, opening puts them together there. */
import type { ReactElement } from "react";
import type { TypeRow, TypeTable as Types } from "../../electron/contract/type-table";
import { bytesInWords } from "../widgets/bytes-in-words";
import { DataTable, type DataColumn } from "../widgets/data-table";
import { Sparkline } from "./sparkline";
import "./tables.css";

interface TypeTableProps {
  readonly types: Types | undefined;
  /** The one the graph shows. */
  readonly chosen: string | undefined;
  readonly step: number;
  onFind(typeName: string): void;
  onGroup(typeName: string): void;
}

export function TypeTable({ types, chosen, step, onFind, onGroup }: TypeTableProps): ReactElement {
  const rows = types?.rows ?? [];
  return (
    <div className="table-panel" data-testid="panel-types">
      {rows.length === 0 ? (
        <p className="empty">Nothing from your script is in memory at this step</p>
      ) : (
        <DataTable
          label="Types"
          className="types"
          columns={columnsOf(types, step)}
          rows={rows}
          keyOf={(row) => row.typeName}
          isSelected={(row) => row.typeName === chosen}
          onSelect={(row) => onFind(row.typeName)}
          onOpen={(row) => onGroup(row.typeName)}
        />
      )}
    </div>
  );
}

function columnsOf(types: Types | undefined, step: number): readonly DataColumn<TypeRow>[] {
  const hasRetained = types?.rows.some(({ retained }) => retained !== undefined) ?? false;
  return hasRetained
    ? [typeColumn, countColumn, changeColumn, sizeColumn, retainedColumn, courseColumn(types, step)]
    : [typeColumn, countColumn, changeColumn, sizeColumn, courseColumn(types, step)];
}

const typeColumn: DataColumn<TypeRow> = {
  id: "type",
  title: "type",
  sortBy: (row) => row.typeName,
  copy: (row) => row.typeName,
  cell: (row) => (
    <span className="mono type-name" title={row.typeName}>
      {row.typeName}
      {row.unreachable === 0 ? null : (
        <span className="garbage-count" title={`${row.unreachable} unreachable`}>
          {" "}
          {row.unreachable}
          <span className="visually-hidden"> unreachable</span>
        </span>
      )}
    </span>
  ),
};

const countColumn: DataColumn<TypeRow> = {
  id: "count",
  title: "count",
  align: "end",
  sortBy: (row) => row.count,
  copy: (row) => String(row.count),
  cell: (row) => row.count.toLocaleString("en-US"),
};

const changeColumn: DataColumn<TypeRow> = {
  id: "change",
  title: "±",
  tooltip: "Change since the step before",
  align: "end",
  sortBy: (row) => row.sinceLastStep,
  copy: (row) => String(row.sinceLastStep),
  cell: (row) => (
    <span className="muted">{row.sinceLastStep === 0 ? "" : signed(row.sinceLastStep)}</span>
  ),
};

const sizeColumn: DataColumn<TypeRow> = {
  id: "size",
  title: "own",
  tooltip: "Own size, parts included",
  align: "end",
  sortBy: (row) => row.size,
  copy: (row) => String(row.size),
  cell: (row) => bytesInWords(row.size),
};

const retainedColumn: DataColumn<TypeRow> = {
  id: "retained",
  title: "retained",
  tooltip: "What would be freed with them",
  align: "end",
  sortBy: (row) => row.retained ?? 0,
  copy: (row) => (row.retained === undefined ? "" : String(row.retained)),
  cell: (row) => (row.retained === undefined ? "…" : bytesInWords(row.retained)),
};

function courseColumn(types: Types | undefined, step: number): DataColumn<TypeRow> {
  return {
    id: "course",
    title: <span className="visually-hidden">course</span>,
    cell: (row) => <Sparkline values={row.counts} places={types?.steps ?? []} now={step} />,
  };
}

const signed = (change: number): string =>
  change > 0 ? `+${change.toLocaleString("en-US")}` : `−${(-change).toLocaleString("en-US")}`;
