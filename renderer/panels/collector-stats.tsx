/** What `gc.get_stats()` would have counted since the script began, and how much `gc.garbage` holds. */
import type { ReactElement } from "react";
import type { CollectionSummary } from "../../electron/contract/object-detail";

interface CollectorStatsProps {
  /** Those up to the step on the screen. */
  readonly collections: readonly CollectionSummary[];
}

const generations = [0, 1, 2] as const;

export function CollectorStats({ collections }: CollectorStatsProps): ReactElement {
  const uncollectable = sum(collections, (one) => one.uncollectable);
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
      <p>
        <span className="mono">gc.garbage</span>{" "}
        {uncollectable === 0
          ? "got nothing. Empty is good."
          : `got ${uncollectable} ${uncollectable === 1 ? "object" : "objects"} the collector could not free.`}
      </p>
    </div>
  );
}

function sum(
  collections: readonly CollectionSummary[],
  valueOf: (collection: CollectionSummary) => number,
): number {
  return collections.reduce((total, one) => total + valueOf(one), 0);
}
