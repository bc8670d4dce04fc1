/** A row of tabs: arrow keys move and choose, as the ARIA practice says. Shows no panel itself. */
import type { KeyboardEvent, ReactElement, ReactNode } from "react";

export interface Tab<Id extends string> {
  readonly id: Id;
  readonly title: string;
  readonly tooltip?: string;
  readonly count?: number;
  readonly alarm?: boolean;
}

interface TabsProps<Id extends string> {
  readonly label: string;
  readonly tabs: readonly Tab<Id>[];
  readonly chosen: Id;
  readonly onChoose: (id: Id) => void;
  readonly end?: ReactNode;
}

export function Tabs<Id extends string>(props: TabsProps<Id>): ReactElement {
  const { tabs, chosen, onChoose } = props;
  const move = (event: KeyboardEvent<HTMLDivElement>): void => {
    const by = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (by === 0) return;
    const at = tabs.findIndex((tab) => tab.id === chosen);
    const next = tabs[(at + by + tabs.length) % tabs.length];
    if (next === undefined) return;
    event.preventDefault();
    onChoose(next.id);
    event.currentTarget.querySelector<HTMLElement>(`[data-tab="${next.id}"]`)?.focus();
  };
  return (
    <div className="tabs">
      <div
        className="tab-list"
        role="tablist"
        tabIndex={-1}
        aria-label={props.label}
        onKeyDown={move}
      >
        {tabs.map((tab) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            data-tab={tab.id}
            title={tab.tooltip}
            aria-selected={tab.id === chosen}
            tabIndex={tab.id === chosen ? 0 : -1}
            onClick={() => onChoose(tab.id)}
          >
            <span className="tab-title">{tab.title}</span>
            {tab.count === undefined ? null : (
              <span className={tab.alarm === true ? "n alarm" : "n"}>{tab.count}</span>
            )}
          </button>
        ))}
      </div>
      {props.end}
    </div>
  );
}
