/** One row per pass of the garbage collector: what it found and what became of it. A row opens to say how the number it returned adds up, and leads to its step. */
import { ChevronRight } from "lucide-react";
import { Fragment, useEffect, useRef, useState, type ReactElement } from "react";
import type { EntryIndex } from "../../electron/contract/ids";
import type { CollectionSummary } from "../../electron/contract/object-detail";
import "./tables.css";

interface CollectionListProps {
  readonly collections: readonly CollectionSummary[];
  readonly entry: EntryIndex;
  onTravel(entry: EntryIndex): void;
}

const askedBy: Readonly<Record<CollectionSummary["trigger"], string>> = {
  explicit: "script",
  automatic: "Python",
  person: "you",
};

export function CollectionList(props: CollectionListProps): ReactElement {
  const { collections, entry, onTravel } = props;
  const [open, setOpen] = useState<number | undefined>();
  if (collections.length === 0)
    return (
      <div className="table-panel" data-testid="panel-collections">
        <p className="empty">No collection so far.</p>
      </div>
    );
  return (
    <div className="table-panel" data-testid="panel-collections">
      <table className="plain-table narrow">
        <thead>
          <tr>
            <th>step</th>
            <th className="number" title="Generation">
              gen
            </th>
            <th className="number" title="Unreachable objects it found">
              found
            </th>
            <th className="number">freed</th>
            <th className="number" title="Reachable again after finalizers ran">
              kept
            </th>
            <th className="number" title="The number gc.collect() answers">
              returned
            </th>
            <th title="Who asked for it">by</th>
          </tr>
        </thead>
        <tbody>
          {collections.map((collection, index) => (
            <Fragment key={`${collection.entry}-${index}`}>
              <CollectionRow
                collection={collection}
                here={rowClass(collection, entry)}
                open={open === index}
                onOpen={() => setOpen(open === index ? undefined : index)}
                onTravel={onTravel}
              />
              {open === index ? <Account collection={collection} /> : null}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface CollectionRowProps extends Pick<CollectionListProps, "onTravel"> {
  readonly collection: CollectionSummary;
  readonly here: string;
  readonly open: boolean;
  onOpen(): void;
}

function CollectionRow(props: CollectionRowProps): ReactElement {
  const { collection, open } = props;
  return (
    <tr className={props.here}>
      <td>
        <span className="opening-cell">
          <button
            type="button"
            className={open ? "opener open" : "opener"}
            aria-expanded={open}
            aria-label={`What the collection in step ${collection.step} found`}
            onClick={props.onOpen}
          >
            <ChevronRight size={13} />
          </button>
          <button type="button" className="link" onClick={() => props.onTravel(collection.entry)}>
            {collection.step}
          </button>
        </span>
      </td>
      <td className="number">{collection.generation}</td>
      <td className="number">
        {collection.isPrediction ? "≈ " : ""}
        {number(collection.found)}
      </td>
      <td className="number">{number(collection.freed)}</td>
      <td className="number">{number(collection.survived)}</td>
      <td className="number">{number(collection.collected + collection.uncollectable)}</td>
      <td>{askedBy[collection.trigger]}</td>
    </tr>
  );
}

function Account({ collection }: { readonly collection: CollectionSummary }): ReactElement {
  const { account, owners, types, isPrediction } = collection;
  const row = useRef<HTMLTableRowElement>(null);
  useEffect(() => row.current?.scrollIntoView({ block: "nearest" }), []);
  return (
    <tr className="account" data-testid="collection-account" ref={row}>
      <td colSpan={7}>
        {account === "" ? null : <p>{account}</p>}
        {isPrediction ? (
          <p>
            What it found is a prediction: this interpreter&apos;s collector cannot be followed
            exactly.
          </p>
        ) : null}
        {owners.filter((row) => row.found > 0).length < 2 ? null : (
          <p>
            {owners
              .filter((row) => row.found > 0)
              .map(
                (row) =>
                  `${ownerWords[row.owner]}: ${number(row.found)} found, ${number(row.freed)} freed`,
              )
              .join(". ")}
            .
          </p>
        )}
        {types.length === 0 ? null : (
          <ul>
            {types.slice(0, mostTypes).map((row) => (
              <li key={`${row.owner}-${row.typeName}`}>
                <span className="mono">{row.typeName}</span>
                {row.owner === "script" ? "" : ` (${ownerWords[row.owner].toLowerCase()})`}:{" "}
                {number(row.found)} found, {number(row.freed)} freed
              </li>
            ))}
            {types.length <= mostTypes ? null : <li>{types.length - mostTypes} more types</li>}
          </ul>
        )}
      </td>
    </tr>
  );
}

const ownerWords: Readonly<Record<CollectionSummary["owners"][number]["owner"], string>> = {
  script: "The script",
  library: "Libraries",
  interpreter: "The interpreter",
};

const mostTypes = 12;

const number = (count: number): string => count.toLocaleString("en-US");

function rowClass(collection: CollectionSummary, entry: EntryIndex): string {
  if (collection.entry === entry) return "here";
  return collection.entry > entry ? "later" : "";
}
