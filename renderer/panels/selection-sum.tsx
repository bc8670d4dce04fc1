/** Several selected objects together: how many of which type, how much memory, how many references. */
import type { ReactElement } from "react";
import type { NodeId, ViewNode } from "../../electron/contract/subgraph-view";
import { bytesInWords } from "../widgets/bytes-in-words";

interface SelectionSumProps {
  readonly nodes: readonly ViewNode[];
  onSelect(node: NodeId): void;
}

const MOST_ROWS = 40;

export function SelectionSum({ nodes, onSelect }: SelectionSumProps): ReactElement {
  const alive = nodes.filter((node) => node.state !== "freed");
  const unreachable = nodes.filter((node) => node.state === "unreachable").length;
  const size = alive.reduce((sum, node) => sum + (node.group?.bytes ?? node.size), 0);
  return (
    <div className="insp" data-testid="insp-selection">
      <div className="hd">
        <div className="hd-words">
          <h2>{nodes.length} selected</h2>
          <div className="hd-marks">
            <span className="id">
              {bytesInWords(size)} together
              {unreachable === 0 ? "" : `, ${unreachable} unreachable`}
            </span>
          </div>
        </div>
      </div>
      <section className="sec">
        <h3>By type</h3>
        <table className="card eq sums">
          <thead>
            <tr>
              <th>type</th>
              <th>count</th>
              <th>size</th>
              <th>references</th>
            </tr>
          </thead>
          <tbody>
            {sumsByType(nodes).map((row) => (
              <tr key={row.typeName}>
                <td className="mono">{row.typeName}</td>
                <td>{row.count}</td>
                <td>{bytesInWords(row.size)}</td>
                <td>{row.references}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <section className="sec">
        <h3>Objects</h3>
        <div className="card">
          {nodes.slice(0, MOST_ROWS).map((node) => (
            <div key={node.id} className="ref" data-node={node.id}>
              <span className="dot" />
              <button type="button" className="ref-link mono" onClick={() => onSelect(node.id)}>
                {node.key}
              </button>
              <span className="m">
                {node.typeName}, {node.state === "freed" ? "freed" : bytesInWords(node.size)}
              </span>
            </div>
          ))}
          {nodes.length > MOST_ROWS ? <p className="why">{nodes.length - MOST_ROWS} more</p> : null}
        </div>
      </section>
    </div>
  );
}

interface TypeSum {
  readonly typeName: string;
  readonly count: number;
  readonly size: number;
  /** All that own a count of them; those of immortal objects are not counted. */
  readonly references: number;
}

export function sumsByType(nodes: readonly ViewNode[]): readonly TypeSum[] {
  const sums = new Map<string, TypeSum>();
  for (const { typeName, group, size, refcount, state } of nodes) {
    if (state === "freed") continue;
    const known = sums.get(typeName) ?? { typeName, count: 0, size: 0, references: 0 };
    const counted = refcount === "immortal" || group !== undefined ? 0 : refcount;
    sums.set(typeName, {
      typeName,
      count: known.count + (group?.count ?? 1),
      size: known.size + (group?.bytes ?? size),
      references: known.references + counted,
    });
  }
  return [...sums.values()].toSorted((a, b) => b.size - a.size);
}
