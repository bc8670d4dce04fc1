/** The Objects tab: a DOM tree that mirrors the canvas. Folding is kept by identity over all steps. */
import { ChevronRight, Search } from "lucide-react";
import { useMemo, useState, type KeyboardEvent, type MouseEvent, type ReactElement } from "react";
import type { NodeId, SubgraphView } from "../../electron/contract/subgraph-view";
import { filteredOutline, outlineTree, type OutlineItem } from "./outline-tree";
import "./outline.css";

interface OutlineProps {
  readonly view: SubgraphView | undefined;
  readonly selection: NodeId | undefined;
  readonly alsoSelected: readonly NodeId[];
  readonly folded: ReadonlySet<string>;
  onFold(id: string, folded: boolean): void;
  onSelect(node: NodeId): void;
  /** Of what the pointer is on; undefined: nothing any more. */
  onLook(ids: readonly string[] | undefined): void;
}

export function Outline(props: OutlineProps): ReactElement {
  const { view, onSelect } = props;
  const [search, setSearch] = useState("");
  const [active, setActive] = useState<string>();
  const whole = useMemo(() => (view === undefined ? [] : outlineTree(view)), [view]);
  const items = useMemo(() => filteredOutline(whole, search), [whole, search]);
  const firstHit = items[0]?.items[0];
  return (
    <div className="outline" data-testid="panel-objects">
      <label className="outline-search">
        <Search size={13} aria-hidden="true" />
        <input
          type="search"
          placeholder="Find an object or name"
          aria-label="Find an object or name"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter" && firstHit?.node !== undefined) onSelect(firstHit.node);
          }}
        />
      </label>
      {items.length === 0 ? (
        <p className="empty">
          {search === ""
            ? "Nothing from your script is in memory at this step"
            : "Nothing here has this name"}
        </p>
      ) : (
        <>
          <div className="tree-head" aria-hidden="true">
            <span>name</span>
            <span className="tree-size">size</span>
            <span>refs</span>
          </div>
          <ul role="tree" aria-label="Objects" aria-multiselectable="true" className="tree">
            {items.map((item, index) => (
              <Branch
                key={item.id}
                {...props}
                item={item}
                level={1}
                active={active}
                isFirst={index === 0}
                onActive={setActive}
              />
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

interface BranchProps extends OutlineProps {
  readonly item: OutlineItem;
  readonly level: number;
  readonly active: string | undefined;
  readonly isFirst: boolean;
  onActive(id: string): void;
}

function Branch(props: BranchProps): ReactElement {
  const { item, level, folded, selection, active, onFold, onSelect, onActive } = props;
  const hasItems = item.items.length > 0;
  const open = hasItems && !folded.has(item.id);
  const isSelected =
    item.node !== undefined && (item.node === selection || props.alsoSelected.includes(item.node));
  const reachedByTab = active === undefined ? props.isFirst && level === 1 : active === item.id;
  const press = (event: KeyboardEvent<HTMLLIElement>): void => {
    if (event.target !== event.currentTarget) return;
    const wish = wishOfKey(event.key, open, hasItems);
    if (wish === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (wish === "fold" || wish === "unfold") onFold(item.id, wish === "fold");
    else if (wish === "choose") {
      if (item.node !== undefined) onSelect(item.node);
    } else place(event.currentTarget, wish)?.focus();
  };
  const click = (event: MouseEvent<HTMLLIElement>): void => {
    event.stopPropagation();
    const twisted = event.target instanceof Element && event.target.closest(".twist") !== null;
    if (item.node !== undefined && !twisted) onSelect(item.node);
    else if (hasItems) onFold(item.id, open);
  };
  return (
    <li
      role="treeitem"
      aria-level={level}
      aria-expanded={hasItems ? open : undefined}
      aria-selected={isSelected && level === 2}
      data-node={item.node}
      tabIndex={reachedByTab ? 0 : -1}
      className={`tree-item ${item.tone}`}
      onKeyDown={press}
      onClick={click}
      onFocus={(event) => (event.target === event.currentTarget ? onActive(item.id) : undefined)}
    >
      <div
        className="tree-row"
        style={{ paddingLeft: 6 + (level - 1) * 15 }}
        onPointerEnter={() => props.onLook(item.node === undefined ? undefined : [item.node])}
        onPointerLeave={() => props.onLook(undefined)}
      >
        <span className={open ? "twist open" : "twist"}>
          {hasItems ? <ChevronRight size={13} /> : null}
        </span>
        <span className="tree-text">{item.text}</span>
        <span className="tree-remark">{item.remark}</span>
        {item.size === "" ? null : <span className="tree-size">{item.size}</span>}
        {item.refcount === "" ? null : (
          <span className="tree-count">
            <span className="visually-hidden">refcount </span>
            {item.refcount}
          </span>
        )}
      </div>
      {open ? (
        <ul role="group">
          {item.items.map((inner) => (
            <Branch key={inner.id} {...props} item={inner} level={level + 1} isFirst={false} />
          ))}
        </ul>
      ) : null}
    </li>
  );
}

type Move = "outer" | "inner" | "next" | "previous" | "first" | "last";

function wishOfKey(
  key: string,
  open: boolean,
  hasItems: boolean,
): Move | "fold" | "unfold" | "choose" | undefined {
  switch (key) {
    case "ArrowLeft":
      return open ? "fold" : "outer";
    case "ArrowRight":
      return open ? "inner" : hasItems ? "unfold" : undefined;
    case "ArrowDown":
      return "next";
    case "ArrowUp":
      return "previous";
    case "Home":
      return "first";
    case "End":
      return "last";
    case "Enter":
    case " ":
      return "choose";
    default:
      return undefined;
  }
}

/** Where a move leads from a tree item, among the items as shown. */
function place(item: HTMLElement, move: Move): HTMLElement | null | undefined {
  if (move === "outer") return item.parentElement?.closest<HTMLElement>("[role=treeitem]");
  if (move === "inner") return item.querySelector<HTMLElement>("[role=treeitem]");
  const all = [
    ...(item.closest("[role=tree]")?.querySelectorAll<HTMLElement>("[role=treeitem]") ?? []),
  ];
  if (move === "first") return all[0];
  return move === "last" ? all.at(-1) : all[all.indexOf(item) + (move === "next" ? 1 : -1)];
}
