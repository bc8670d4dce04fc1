/** Looks for what the find bar says, in every step that is shown while it is open. */
import type { AppState } from "./app-state";
import type { PictureSource } from "./picture-source";
import type { Store } from "./store";

/** Answers what to call after every change of the state. */
export function createSearchLoader(
  source: Pick<PictureSource, "search">,
  store: Store,
): (state: AppState) => void {
  let asked = "";
  return ({ search, travel, session, steps, picture }) => {
    if (search === undefined) asked = "";
    if (search === undefined || picture?.view.entry !== travel.entry) return;
    const { query } = search;
    const key = `${session}|${travel.entry}|${steps.length}|${query}`;
    if (key === asked) return;
    asked = key;
    // A session may end under a question; the next picture asks anew.
    source.search(travel.entry, query).then(
      (result) => {
        if (store.get().travel.entry === travel.entry)
          store.dispatch({ kind: "search-answered", query, result });
      },
      () => undefined,
    );
  };
}
