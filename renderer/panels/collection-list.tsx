/** One row per pass of the garbage collector; a row leads to its step. */
import type { ReactElement } from "react";
import type { EntryIndex } from "../../electron/contract/ids";
import type { CollectionSummary } from "../../electron/contract/object-detail";
import "./tables.css";

interface CollectionListProps {
  readonly collections: readonly CollectionSummary[];
  readonly entry: EntryIndex;
  onTravel(entry: EntryIndex): void;
}

const askedBy: Readonly<Record<CollectionSummary["trigger"], string>> = {
  explicit: "the script",
  automatic: "Python",
  person: "you",
};

export function CollectionList({
  collections,
  entry,
  onTravel,
}: CollectionListProps): ReactElement {
  return (
    <div className="table-panel" data-testid="panel-collections">
      {collections.length === 0 ? (
        <p className="empty">No collection so far.</p>
      ) : (
        <table className="plain-table">
          <thead>
            <tr>
              <th>step</th>
              <th className="number">generation</th>
              <th className="number">freed</th>
              <th className="number">kept</th>
              <th>asked by</th>
            </tr>
          </thead>
          <tbody>
            {collections.map((collection, index) => (
              <tr key={`${collection.entry}-${index}`} className={rowClass(collection, entry)}>
                <td>
                  <button type="button" className="link" onClick={() => onTravel(collection.entry)}>
                    {collection.step}
                  </button>
                </td>
                <td className="number">{collection.generation}</td>
                <td className="number">{collection.collected}</td>
                <td className="number" title="Uncollectable objects">
                  {collection.uncollectable}
                </td>
                <td>{askedBy[collection.trigger]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

function rowClass(collection: CollectionSummary, entry: EntryIndex): string {
  if (collection.entry === entry) return "here";
  return collection.entry > entry ? "later" : "";
}
