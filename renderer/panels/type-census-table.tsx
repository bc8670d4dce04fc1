/** Types by how many objects the picture has, with the change since the picture before. */
import type { ReactElement } from "react";
import type { TypeCount } from "../state/selectors";
import { bytesInWords } from "../widgets/bytes-in-words";
import "./tables.css";

export function TypeCensusTable({ rows }: { readonly rows: readonly TypeCount[] }): ReactElement {
  return (
    <div className="table-panel" data-testid="panel-types">
      {rows.length === 0 ? (
        <p className="empty">Nothing from your script is in memory at this step</p>
      ) : (
        <table className="plain-table">
          <thead>
            <tr>
              <th>type</th>
              <th className="number">count</th>
              <th className="number">change</th>
              <th className="number">size</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.typeName}>
                <td className="mono">{row.typeName}</td>
                <td className="number">{row.count}</td>
                <td className="number muted">{row.change === 0 ? "" : signed(row.change)}</td>
                <td className="number">{bytesInWords(row.size)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

const signed = (change: number): string => (change > 0 ? `+ ${change}` : `− ${-change}`);
