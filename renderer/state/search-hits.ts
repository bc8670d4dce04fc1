/** What the graph keeps bright: what a panel points at, else what a search found. */
import type { SearchResult } from "../../electron/contract/object-search";
import type { AppState } from "./app-state";

export function hitsToLight({ lookedAt, search }: AppState): ReadonlySet<string> | undefined {
  if (lookedAt !== undefined) return lookedAt;
  const result = search?.result;
  if (result === undefined || result.hits.length === 0) return undefined;
  const known = lit.get(result) ?? new Set(result.hits.map(({ id }) => id));
  lit.set(result, known);
  return known;
}

const lit = new WeakMap<SearchResult, ReadonlySet<string>>();
