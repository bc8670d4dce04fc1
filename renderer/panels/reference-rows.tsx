/** References of one object as rows: who refers to it, and what it refers to. Pointing at a row lights it in the graph, a click goes there, the scissors cut it in a what-if. */
import { Scissors } from "lucide-react";
import { useState, type MouseEvent, type ReactElement } from "react";
import type { Holder } from "../../electron/contract/object-detail";
import type { NodeId, ViewRow } from "../../electron/contract/subgraph-view";
import type { PlannedCut } from "../state/inspection-state";

export interface ReferenceActions {
  onSelect(node: NodeId): void;
  /** Draws it with all its references, were it a stub. */
  onOpenHub(node: NodeId): void;
  /** Ids of what the pointer is on; undefined: nothing any more. */
  onLook(ids: readonly string[] | undefined): void;
  onCut(cut: PlannedCut): void;
  isCut(cut: PlannedCut): boolean;
}

interface HolderRowsProps extends ReferenceActions {
  readonly title: string;
  readonly node: NodeId;
  readonly holders: readonly Holder[];
}

/** More rows open on demand. */
const ROWS_SHOWN = 30;

export function HolderRows({ title, holders, ...rest }: HolderRowsProps): ReactElement | null {
  const [all, setAll] = useState(false);
  if (holders.length === 0) return null;
  const shown = all ? holders : holders.slice(0, ROWS_SHOWN);
  return (
    <section className="sec">
      <h3>{title}</h3>
      <div className="card">
        {shown.map((holder, index) => (
          <HolderRow key={`${holder.expression}-${index}`} {...rest} holder={holder} />
        ))}
        {shown.length < holders.length ? (
          <button type="button" className="more-rows" onClick={() => setAll(true)}>
            {holders.length - shown.length} more
          </button>
        ) : null}
      </div>
    </section>
  );
}

type HolderRowProps = Omit<HolderRowsProps, "title" | "holders"> & { readonly holder: Holder };

function HolderRow({ holder, node, ...actions }: HolderRowProps): ReactElement {
  const { from, edge, expression } = holder;
  const isName =
    holder.remark === "name" ||
    holder.remark.startsWith("name,") ||
    from?.startsWith("n:") === true;
  const words = <span className="mono">{expression}</span>;
  const cut = cutOf(holder);
  return (
    <div
      className={holder.gone ? "ref gone" : "ref"}
      data-node={isName ? undefined : from}
      onPointerEnter={() =>
        actions.onLook([
          node,
          ...(from === undefined ? [] : [from]),
          ...(edge === undefined ? [] : [edge]),
        ])
      }
      onPointerLeave={() => actions.onLook(undefined)}
    >
      <span className={isName ? "dot nm" : "dot"} />
      {from !== undefined && !isName ? (
        <button type="button" className="ref-link" onClick={goingTo(from, actions)}>
          {words}
        </button>
      ) : (
        words
      )}
      <span className="m">{holder.remark}</span>
      {cut === undefined ? null : <CutButton {...actions} cut={cut} />}
    </div>
  );
}

function CutButton({
  cut,
  onCut,
  isCut,
}: ReferenceActions & { readonly cut: PlannedCut }): ReactElement {
  const isOn = isCut(cut);
  return (
    <button
      type="button"
      className={isOn ? "btn icon quiet cut on" : "btn icon quiet cut"}
      aria-pressed={isOn}
      aria-label={`What if ${cut.text} were cut?`}
      title={`What if ${cut.text} were cut?`}
      onClick={() => onCut(cut)}
    >
      <Scissors size={12} />
    </button>
  );
}

function cutOf({ from, edge, label, gone, expression, weak }: Holder): PlannedCut | undefined {
  if (gone || from === undefined || edge === undefined || weak === true) return undefined;
  if (from.startsWith("n:"))
    return { cut: { kind: "name", name: from }, text: `name ${expression}` };
  const one = label === undefined ? {} : { label };
  return { cut: { kind: "reference", edge, ...one }, text: expression };
}

interface AttributeRowsProps extends Pick<ReferenceActions, "onSelect" | "onOpenHub" | "onLook"> {
  readonly node: NodeId;
  readonly rows: readonly ViewRow[];
  /** Type of a drawn object. */
  typeOf(node: NodeId): string | undefined;
}

/** Terms of a description list. */
export function AttributeRows({
  node,
  rows,
  typeOf,
  ...actions
}: AttributeRowsProps): ReactElement {
  const [all, setAll] = useState(false);
  const shown = all ? rows : rows.slice(0, ROWS_SHOWN);
  return (
    <>
      {shown.map((row, index) => {
        const { target } = row;
        const type = target === undefined ? undefined : typeOf(target);
        const value = type === undefined ? row.text : `${type} (${row.text})`;
        const text = row.label === "" ? value : `${row.label} = ${value}`;
        return [
          <dt key={`${index}-term`}>{index === 0 ? "Attributes" : ""}</dt>,
          <dd
            key={`${index}-value`}
            className={row.value === "remark" ? "remark" : "mono"}
            title={text}
            onPointerEnter={() =>
              target === undefined ? undefined : actions.onLook([node, target])
            }
            onPointerLeave={() => actions.onLook(undefined)}
          >
            {target === undefined ? (
              text
            ) : (
              <button type="button" className="ref-link" onClick={goingTo(target, actions)}>
                {text}
              </button>
            )}
          </dd>,
        ];
      })}
      {shown.length < rows.length ? (
        <>
          <dt />
          <dd>
            <button type="button" className="link" onClick={() => setAll(true)}>
              {rows.length - shown.length} more
            </button>
          </dd>
        </>
      ) : null}
    </>
  );
}

/** With Alt, what is folded into a stub is opened as well. */
function goingTo(
  node: NodeId,
  { onSelect, onOpenHub }: Pick<ReferenceActions, "onSelect" | "onOpenHub">,
): (event: MouseEvent) => void {
  return (event) => {
    if (event.altKey) onOpenHub(node);
    onSelect(node);
  };
}
