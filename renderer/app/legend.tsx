/** Says what the marks in the picture mean; a click on one lights everything it stands for. */
import { useState, type ReactElement } from "react";
import { legendEntries } from "../graph/legend";
import { useActions, useAppState } from "../state/store";
import { legendMarks } from "./legend-marks";

export function Legend(): ReactElement | null {
  const view = useAppState((state) => state.picture?.view);
  const open = useAppState((state) => state.legendOpen);
  const lit = useAppState((state) => state.legendSymbol);
  const actions = useActions();
  const [all, setAll] = useState(false);
  if (view === undefined) return null;
  const everything = legendEntries(view, true);
  const entries = all ? everything : legendEntries(view);
  if (entries.length === 0) return null;
  const light = (symbol: string): void =>
    actions.change({ kind: "legend-lit", symbol: symbol === lit ? undefined : symbol });
  return (
    <>
      <button
        type="button"
        className={open ? "btn icon legend-switch small-only" : "btn icon legend-switch"}
        aria-label="Legend"
        aria-expanded={open}
        onClick={() => actions.change({ kind: "panel-toggled", panel: "legend" })}
      >
        ?
      </button>
      {open ? (
        <div className="legend" data-testid="legend" role="group" aria-label="Legend">
          {entries.map(({ symbol, label }) => (
            <button
              key={symbol}
              type="button"
              aria-pressed={symbol === lit}
              title={`Show only: ${label}`}
              onClick={() => light(symbol)}
            >
              <svg width="26" height="14" aria-hidden="true">
                {legendMarks[symbol]}
              </svg>
              {label}
            </button>
          ))}
          {everything.length > legendEntries(view).length ? (
            <button
              type="button"
              className="legend-all"
              aria-expanded={all}
              onClick={() => setAll(!all)}
            >
              {all ? "fewer" : `all ${everything.length}`}
            </button>
          ) : null}
        </div>
      ) : null}
    </>
  );
}
