/** The Objects tab: joins the outline to the store; it mirrors the canvas, a what-if included. */
import type { ReactElement } from "react";
import { Outline } from "../outline/outline";
import { useActions, useAppState } from "../state/store";
import { drawnView } from "../state/what-if";

export function ObjectPanel(): ReactElement {
  const view = useAppState(drawnView);
  const selection = useAppState((state) => state.selection);
  const alsoSelected = useAppState((state) => state.alsoSelected);
  const folded = useAppState((state) => state.foldedItems);
  const actions = useActions();
  return (
    <div className="tab-panel" role="tabpanel" aria-label="Objects">
      <Outline
        view={view}
        selection={selection}
        alsoSelected={alsoSelected}
        folded={folded}
        onFold={(id, fold) => actions.change({ kind: "item-folded", id, folded: fold })}
        onSelect={actions.select}
        onLook={(ids) =>
          actions.change({ kind: "looked-at", ids: ids === undefined ? undefined : new Set(ids) })
        }
      />
    </div>
  );
}
