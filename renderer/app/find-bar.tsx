/** Ctrl+F: looks for objects and names in the step on the screen; Enter and Shift+Enter go from one to the next, the graph draws the rest faint. */
import { ChevronDown, ChevronUp, Search, X } from "lucide-react";
import { useEffect, useRef, type KeyboardEvent, type ReactElement } from "react";
import { useCommand, type RunCommand } from "../commands/use-commands";
import type { GraphSearch } from "../state/graph-state";
import { useActions, useAppState } from "../state/store";

export function FindBar({ run }: { readonly run: RunCommand }): ReactElement | null {
  const search = useAppState((state) => state.search);
  return search === undefined ? null : <OpenFindBar search={search} run={run} />;
}

interface OpenFindBarProps {
  readonly search: GraphSearch;
  readonly run: RunCommand;
}

function OpenFindBar({ search, run }: OpenFindBarProps): ReactElement {
  const actions = useActions();
  const field = useRef<HTMLInputElement>(null);
  const [next, previous] = [useCommand("next-hit", run), useCommand("previous-hit", run)];
  useEffect(() => field.current?.select(), []);
  const close = (): void => {
    actions.change({ kind: "search-changed", query: undefined });
    document.querySelector<HTMLElement>("[data-testid=graph]")?.focus();
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key === "Enter") (event.shiftKey ? previous : next).run();
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const [problem] = search.result?.problems ?? [];
  return (
    <div className="over-canvas find-bar" role="search" data-testid="find-bar">
      <Search size={14} aria-hidden="true" />
      <input
        ref={field}
        // Whoever pressed Ctrl+F types into it at once.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        aria-label="Find in the graph"
        placeholder="Name, type:Session, refs>10, size>1mb, is:unreachable, from:step3"
        title="type:Session  refs>10  size>1mb  is:unreachable|freed|new|cycle  from:step3  #id"
        value={search.query}
        onChange={(event) => actions.change({ kind: "search-changed", query: event.target.value })}
        onKeyDown={press}
      />
      <span className="find-count" role="status" data-testid="find-count">
        {countWords(search)}
      </span>
      <button
        type="button"
        className="btn icon quiet"
        aria-label="Previous (Shift+Enter)"
        disabled={!previous.enabled}
        onClick={previous.run}
      >
        <ChevronUp size={14} />
      </button>
      <button
        type="button"
        className="btn icon quiet"
        aria-label="Next (Enter)"
        disabled={!next.enabled}
        onClick={next.run}
      >
        <ChevronDown size={14} />
      </button>
      <button type="button" className="btn icon quiet" aria-label="Close (Esc)" onClick={close}>
        <X size={14} />
      </button>
      {problem === undefined ? null : <span className="find-problem">{problem}</span>}
    </div>
  );
}

/** `2 of 14`; only the best 200 are listed. */
function countWords({ query, result, at }: GraphSearch): string {
  if (query.trim() === "" || result === undefined) return "";
  if (result.total === 0) return "Nothing found";
  return at < 0 ? `${result.total} found` : `${at + 1} of ${result.total}`;
}
