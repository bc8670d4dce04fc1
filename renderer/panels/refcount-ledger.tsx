/** Who owns each count of an object: items that add up to its refcount. */
import type { ReactElement } from "react";
import type { LedgerItem, ObjectDetail } from "../../electron/contract/object-detail";
import type { NodeId } from "../../electron/contract/subgraph-view";

interface RefcountLedgerProps {
  readonly detail: Pick<ObjectDetail, "refcount" | "ledger">;
  onSelect(node: NodeId): void;
}

export function RefcountLedger({ detail, onSelect }: RefcountLedgerProps): ReactElement | null {
  const { refcount, ledger } = detail;
  if (refcount === "immortal")
    return (
      <section className="sec" data-testid="ledger">
        <h3>Why is its refcount ∞?</h3>
        <p className="card why">
          <b>It is immortal.</b> Python never frees it and no longer counts its references.
        </p>
      </section>
    );
  if (ledger.length === 0) return null;
  return (
    <section className="sec" data-testid="ledger">
      <h3>Why is its refcount {refcount}?</h3>
      <ul className="card ledger">
        {ledger.map((item, index) => (
          <li key={`${item.kind}-${item.text}-${index}`} className={item.kind}>
            <Item item={item} onSelect={onSelect} />{" "}
            <span className="m">{kindWords[item.kind]}</span>{" "}
            <span className="number">{item.count}</span>
          </li>
        ))}
        <li className="sum">
          refcount{" "}
          <span className="number">{ledger.reduce((sum, item) => sum + item.count, 0)}</span>
        </li>
      </ul>
    </section>
  );
}

const kindWords: Readonly<Record<LedgerItem["kind"], string>> = {
  name: "name",
  reference: "reference",
  frame: "running function",
  temporary: "temporary",
  unseen: "out of sight",
};

function Item({
  item,
  onSelect,
}: Pick<RefcountLedgerProps, "onSelect"> & { readonly item: LedgerItem }): ReactElement {
  const { from, text } = item;
  if (from === undefined || from.startsWith("n:")) return <span className="mono">{text}</span>;
  return (
    <button type="button" className="ref-link mono" onClick={() => onSelect(from)}>
      {text}
    </button>
  );
}
