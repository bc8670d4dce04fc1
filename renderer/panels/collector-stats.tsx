/** What `gc.get_stats()` would have counted since the script began, and what `gc.garbage` got. */
import { type ReactElement, useState } from "react";
import type { CollectionSummary } from "../../electron/contract/object-detail";
import type { NodeId } from "../../electron/contract/subgraph-view";

interface CollectorStatsProps {
  /** Those up to the step on the screen. */
  readonly collections: readonly CollectionSummary[];
  onSelect(node: NodeId): void;
}

const generations = [0, 1, 2] as const;

export function CollectorStats({ collections, onSelect }: CollectorStatsProps): ReactElement {
  return (
    <div className="collector-stats" data-testid="collector-stats">
      <table className="plain-table narrow">
        <caption>
          <span className="mono">gc.get_stats()</span>, since the script began
        </caption>
        <thead>
          <tr>
            <th>generation</th>
            <th className="number">collections</th>
            <th className="number">collected</th>
            <th className="number">uncollectable</th>
          </tr>
        </thead>
        <tbody>
          {generations.map((generation) => {
            const passes = collections.filter((one) => one.generation === generation);
            return (
              <tr key={generation}>
                <td>{generation}</td>
                <td className="number">{passes.length}</td>
                <td className="number">
                  {sum(passes, (one) => one.collected - one.uncollectable)}
                </td>
                <td className="number">{sum(passes, (one) => one.uncollectable)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <GarbageList collections={collections} onSelect={onSelect} />
    </div>
  );
}

/** More open on demand. */
const OBJECTS_SHOWN = 20;

function GarbageList({ collections, onSelect }: CollectorStatsProps): ReactElement {
  const [all, setAll] = useState(false);
  const byId = new Map(collections.flatMap((one) => one.inGarbage).map((one) => [one.id, one]));
  const objects = [...byId.values()];
  const shown = all ? objects : objects.slice(0, OBJECTS_SHOWN);
  return (
    <>
      <p>
        <span className="mono">gc.garbage</span> {garbageWords(collections)}
      </p>
      {objects.length === 0 ? null : (
        <ul className="garbage-list" data-testid="garbage-list" aria-label="Objects in gc.garbage">
          {shown.map(({ id, key, typeName }) => (
            <li key={id} data-node={id}>
              <button type="button" className="link mono" onClick={() => onSelect(id)}>
                {key}
              </button>
              <span className="mono">{typeName}</span>
            </li>
          ))}
        </ul>
      )}
      {shown.length < objects.length ? (
        <button type="button" className="more-rows" onClick={() => setAll(true)}>
          {objects.length - shown.length} more
        </button>
      ) : null}
    </>
  );
}

function garbageWords(collections: readonly CollectionSummary[]): string {
  const uncollectable = sum(collections, (one) => one.uncollectable);
  const saved = sum(collections, (one) => one.garbage) - uncollectable;
  if (uncollectable > 0) return `got ${counted(uncollectable)} the collector could not free.`;
  if (saved > 0)
    return `got ${counted(saved)} the collector could have freed: gc.DEBUG_SAVEALL was set.`;
  return "got nothing. Empty is good.";
}

const counted = (count: number): string => (count === 1 ? "1 object" : `${count} objects`);

function sum(
  collections: readonly CollectionSummary[],
  valueOf: (collection: CollectionSummary) => number,
): number {
  return collections.reduce((total, one) => total + valueOf(one), 0);
}
