/** The Types tab: joins the table of types to the store and to the graph. */
import type { ReactElement } from "react";
import { TypeTable } from "../panels/type-table";
import { currentStep } from "../state/selectors";
import { useActions, useAppState, useStore } from "../state/store";

export function TypePanel(): ReactElement {
  const types = useAppState((state) => state.answers.types);
  const step = useAppState((state) => currentStep(state)?.step ?? 0);
  const query = useAppState((state) => state.search?.query);
  const store = useStore();
  const actions = useActions();
  return (
    <div className="tab-panel" role="tabpanel" aria-label="Types" data-menu="types">
      <TypeTable
        types={types}
        step={step}
        chosen={types?.rows.find(({ typeName }) => query === queryOf(typeName))?.typeName}
        onFind={(typeName) => {
          const wanted = queryOf(typeName);
          const isOn = store.get().search?.query === wanted;
          actions.change({ kind: "search-changed", query: isOn ? undefined : wanted });
        }}
        onGroup={(typeName) => {
          const { shape } = store.get();
          actions.change({
            kind: "shape-changed",
            text: "group by type",
            shape: { ...shape, alwaysGroup: true, groupBy: "type" },
          });
          actions.change({ kind: "search-changed", query: undefined });
          actions.select(`g:type:${typeName}`);
        }}
      />
    </div>
  );
}

const queryOf = (typeName: string): string => `type:${typeName}`;
