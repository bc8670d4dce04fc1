/** What the graph keeps bright: what a panel points at, else what a search found. */
import type { SearchResult } from "../../electron/contract/object-search";
import type { SubgraphView } from "../../electron/contract/subgraph-view";
import type { AppState } from "./app-state";

export function hitsToLight({
  lookedAt,
  search,
  picture,
}: AppState): ReadonlySet<string> | undefined {
  if (lookedAt !== undefined) return lookedAt;
  const result = search?.result;
  if (result === undefined || result.hits.length === 0) return undefined;
  const known = lit.get(result);
  if (known !== undefined && known.view === picture?.view) return known.ids;
  const ids = new Set(result.hits.map(({ id }) => id));
  // A name that was found lights what it is bound to.
  for (const name of picture?.view.names ?? [])
    if (ids.has(name.id) && name.target !== undefined) ids.add(name.target);
  lit.set(result, { view: picture?.view, ids });
  return ids;
}

const lit = new WeakMap<
  SearchResult,
  { readonly view: SubgraphView | undefined; readonly ids: ReadonlySet<string> }
>();
