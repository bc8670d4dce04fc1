/** The Objects tab: a DOM tree that mirrors the canvas. Folding is kept by identity over all steps. */
import { ChevronRight, Search } from "lucide-react";
import { useMemo, useState, type KeyboardEvent, type ReactElement } from "react";
import type { NodeId, SubgraphView } from "../../electron/contract/subgraph-view";
import { filteredOutline, outlineTree, type OutlineItem } from "./outline-tree";
import "./outline.css";

interface OutlineProps {
  readonly view: SubgraphView | undefined;
  readonly selection: NodeId | undefined;
  readonly folded: ReadonlySet<string>;
  onFold(id: string, folded: boolean): void;
  onSelect(node: NodeId): void;
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
          {search === "" ? "Nothing from your script is in memory at this step" : "Nothing here has this name"}
        </p>
      ) : (
        <ul role="tree" aria-label="Objects" className="tree">
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
  const reachedByTab = active === undefined ? props.isFirst && level === 1 : active === item.id;
  const press = (event: KeyboardEvent<HTMLLIElement>): void => {
    if (event.target !== event.currentTarget) return;
    const { currentTarget } = event;
    if (event.key === "ArrowLeft") {
      if (open) onFold(item.id, true);
      else currentTarget.parentElement?.closest<HTMLElement>("[role=treeitem]")?.focus();
    } else if (event.key === "ArrowRight") {
      if (hasItems && !open) onFold(item.id, false);
      else if (open) currentTarget.querySelector<HTMLElement>("[role=treeitem]")?.focus();
    } else if (event.key === "ArrowDown") neighbour(currentTarget, 1)?.focus();
    else if (event.key === "ArrowUp") neighbour(currentTarget, -1)?.focus();
    else if (event.key === "Enter" || event.key === " ") {
      if (item.node !== undefined) onSelect(item.node);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <li
      role="treeitem"
      aria-level={level}
      aria-label={labelOf(item)}
      aria-expanded={hasItems ? open : undefined}
      aria-selected={item.node !== undefined && item.node === selection && level === 2}
      tabIndex={reachedByTab ? 0 : -1}
      className={`tree-item ${item.tone}`}
      onKeyDown={press}
      onFocus={(event) => (event.target === event.currentTarget ? onActive(item.id) : undefined)}
    >
      <div
        className="tree-row"
        style={{ paddingLeft: 6 + (level - 1) * 15 }}
        onClick={() => (item.node === undefined ? onFold(item.id, open) : onSelect(item.node))}
      >
        <span
          className={open ? "twist open" : "twist"}
          onClick={(event) => {
            event.stopPropagation();
            if (hasItems) onFold(item.id, open);
          }}
        >
          {hasItems ? <ChevronRight size={13} /> : null}
        </span>
        <span className="tree-text">{item.text}</span>
        <span className="tree-remark">{item.remark}</span>
        {item.refcount === "" ? null : <span className="tree-count">{item.refcount}</span>}
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

function labelOf(item: OutlineItem): string {
  const count = item.refcount === "" ? "" : `, refcount ${item.refcount}`;
  const state = item.tone === "alarm" ? ", unreachable" : "";
  return `${item.text}${item.remark === "" ? "" : `, ${item.remark}`}${count}${state}`;
}

/** The next or previous tree item as shown. */
function neighbour(item: HTMLElement, by: 1 | -1): HTMLElement | undefined {
  const all = [...(item.closest("[role=tree]")?.querySelectorAll<HTMLElement>("[role=treeitem]") ?? [])];
  return all[all.indexOf(item) + by];
}
