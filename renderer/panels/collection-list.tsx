/** One row per pass of the garbage collector: what it found and what became of it. A row opens to say how the number it returned adds up, and leads to its step. */
import { ChevronRight } from "lucide-react";
import { useEffect, useRef, useState, type ReactElement } from "react";
import type { EntryIndex } from "../../electron/contract/ids";
import type { CollectionSummary } from "../../electron/contract/object-detail";
import type { NodeId } from "../../electron/contract/subgraph-view";
import { DataTable, type DataColumn } from "../widgets/data-table";
import { CollectorStats } from "./collector-stats";
import "./tables.css";

interface CollectionListProps {
  readonly collections: readonly CollectionSummary[];
  readonly entry: EntryIndex;
  /** `automatic`, `off (line 3)`. */
  readonly collector: string;
  onTravel(entry: EntryIndex): void;
  onSelect(node: NodeId): void;
}

const askedBy: Readonly<Record<CollectionSummary["trigger"], string>> = {
  explicit: "script",
  automatic: "Python",
  person: "you",
};

interface NumberedCollection {
  readonly place: number;
  readonly collection: CollectionSummary;
}

export function CollectionList(props: CollectionListProps): ReactElement {
  const { collections, entry, onTravel } = props;
  const [open, setOpen] = useState<number | undefined>();
  if (collections.length === 0)
    return (
      <div className="table-panel" data-testid="panel-collections">
        <p className="empty">No collection so far. The collector is {props.collector}.</p>
      </div>
    );
  const toggle = ({ place }: NumberedCollection): void =>
    setOpen(open === place ? undefined : place);
  const past = collections.filter((collection) => collection.entry <= entry);
  return (
    <div className="table-panel" data-testid="panel-collections">
      <DataTable
        label="Collections"
        columns={columns({ open, toggle, onTravel })}
        rows={collections.map((collection, place) => ({ collection, place }))}
        keyOf={({ place }) => String(place)}
        classOf={({ collection }) => rowClass(collection, entry)}
        onOpen={({ collection }) => onTravel(collection.entry)}
        renderBelow={({ collection, place }) =>
          open === place ? <Account collection={collection} /> : undefined
        }
      />
      <CollectorStats collections={past} onSelect={props.onSelect} />
    </div>
  );
}

interface OpeningCell extends Pick<CollectionListProps, "onTravel"> {
  readonly open: number | undefined;
  toggle(row: NumberedCollection): void;
}

function columns(opening: OpeningCell): readonly DataColumn<NumberedCollection>[] {
  return [
    {
      id: "step",
      title: "step",
      sortBy: ({ collection }) => collection.entry,
      copy: ({ collection }) => String(collection.step),
      cell: (row) => <StepCell {...opening} row={row} />,
    },
    numbers("gen", "Generation", ({ generation }) => generation),
    {
      ...numbers("found", "Unreachable objects it found", ({ found }) => found),
      cell: ({ collection }) => `${collection.isPrediction ? "≈ " : ""}${number(collection.found)}`,
    },
    numbers("freed", "Of those, freed", ({ freed }) => freed),
    numbers("kept", "Reachable again after finalizers ran", ({ survived }) => survived),
    numbers("returned", "The number gc.collect() answers", ({ collected }) => collected),
    {
      id: "by",
      title: "by",
      tooltip: "Who asked for it",
      sortBy: ({ collection }) => askedBy[collection.trigger],
      copy: ({ collection }) => askedBy[collection.trigger],
      cell: ({ collection }) => askedBy[collection.trigger],
    },
  ];
}

function numbers(
  title: string,
  tooltip: string,
  valueOf: (collection: CollectionSummary) => number,
): DataColumn<NumberedCollection> {
  return {
    id: title,
    title,
    tooltip,
    align: "end",
    sortBy: ({ collection }) => valueOf(collection),
    copy: ({ collection }) => String(valueOf(collection)),
    cell: ({ collection }) => number(valueOf(collection)),
  };
}

function StepCell({
  row,
  open,
  toggle,
  onTravel,
}: OpeningCell & { readonly row: NumberedCollection }): ReactElement {
  const { collection, place } = row;
  const isOpen = open === place;
  return (
    <span className="opening-cell">
      <button
        type="button"
        className={isOpen ? "opener open" : "opener"}
        aria-expanded={isOpen}
        aria-label={`What the collection in step ${collection.step} found`}
        onClick={() => toggle(row)}
      >
        <ChevronRight size={13} />
      </button>
      <button type="button" className="link" onClick={() => onTravel(collection.entry)}>
        {collection.step}
      </button>
    </span>
  );
}

function Account({ collection }: { readonly collection: CollectionSummary }): ReactElement {
  const { account, owners, types, isPrediction } = collection;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.scrollIntoView({ block: "nearest" }), []);
  return (
    <div className="account" data-testid="collection-account" ref={place}>
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
    </div>
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
