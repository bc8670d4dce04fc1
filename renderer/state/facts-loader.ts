/** Fetches what the inspector says, cycles and the selected object, whenever another picture or selection is shown. */
import { keepSame } from "../../electron/contract/same-value";
import type { AppState } from "./app-state";
import type { PictureSource } from "./picture-source";
import type { Store } from "./store";

/** Answers what to call after every change of the state. */
export function createFactsLoader(
  source: Pick<PictureSource, "cycles" | "inspect">,
  store: Store,
): (state: AppState) => void {
  let asked = "";
  return (state) => {
    const { travel, selection, session, steps } = state;
    const { entry } = travel;
    const key = `${session}|${entry}|${selection ?? ""}|${steps.length}`;
    if (key === asked || state.picture?.view.entry !== entry) return;
    asked = key;
    // A session may end under a question; the next picture asks anew.
    source.cycles(entry).then(
      (cycles) =>
        store.dispatch({
          kind: "cycles-arrived",
          entry,
          cycles: keepSame(store.get().cycles, cycles),
        }),
      () => undefined,
    );
    if (selection === undefined) return;
    source.inspect(entry, selection).then(
      (detail) => store.dispatch({ kind: "detail-arrived", entry, node: selection, detail }),
      () => undefined,
    );
  };
}
