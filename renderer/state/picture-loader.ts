/** Fetches the view of the current entry when the state has none. Stale answers are dropped; neighbours are fetched ahead, so that a key press finds its picture ready. */
import type { EntryIndex } from "../../electron/contract/ids";
import type { SubgraphView } from "../../electron/contract/subgraph-view";
import type { AppState } from "./app-state";
import { createFactsLoader } from "./facts-loader";
import type { PictureSource } from "./picture-source";
import { createRecentAnswers } from "./recent-answers";
import { createSearchLoader } from "./search-loader";
import { isLive } from "./session-reducer";
import { optionsKey, viewOptions } from "./shape-wishes";
import { entryBack, entryInto, entryOver } from "./step-travel";
import type { Store } from "./store";
import { createUnionLoader } from "./union-loader";
import { hasPlaceForAll } from "./union-places";
import { createViewSharing } from "./view-sharing";

const keptViews = 64;

export function startPictureLoader(source: PictureSource, store: Store): () => void {
  const views = createRecentAnswers<SubgraphView>(keptViews);
  const share = createViewSharing();
  const asked = new Set<string>();
  const loadUnion = createUnionLoader(source, store);
  const loadFacts = createFactsLoader(source, store);
  const loadSearch = createSearchLoader(source, store);
  let shown = "";
  let cacheOf = "";

  const sync = (): void => {
    const state = store.get();
    if (state.session === undefined || state.steps.length === 0) return;
    // Keys of objects may still change while the script runs, so live views are not kept.
    const recording = `${state.session}|${state.unionVersion}|${state.steps.length}|${isLive(state.phase)}`;
    if (recording !== cacheOf) {
      cacheOf = recording;
      views.clear();
      if (!isLive(state.phase)) shown = "";
    }
    loadUnion(state, state.answers.whatIf?.value.view.unionVersion);
    loadView(state);
    loadFacts(store.get());
    loadSearch(store.get());
  };

  const loadView = (state: AppState): void => {
    const { entry } = state.travel;
    const key = viewKey(state, entry);
    if (state.union === undefined) return;
    if (state.picture?.view.entry === entry && shown === key) return;
    const ready = views.get(key);
    if (ready !== undefined) show(key, ready, state);
    // One question at a time while following a running script; a person's own steps never wait.
    else if (!isFollowing(state) || asked.size === 0) ask(state, entry);
  };

  const ask = (state: AppState, entry: EntryIndex): void => {
    const key = viewKey(state, entry);
    if (asked.has(key) || views.has(key) || state.steps[entry] === undefined) return;
    asked.add(key);
    source.view(entry, viewOptions(state)).then(
      (view) => {
        asked.delete(key);
        const now = store.get();
        if (now.session !== state.session || optionsKey(now) !== optionsKey(state)) return;
        views.put(key, share(view));
        sync();
      },
      // The session ended under the question; the next one asks anew.
      () => asked.delete(key),
    );
  };

  const show = (key: string, view: SubgraphView, state: AppState): void => {
    // A live view may be ahead of the union; when that arrives, the store's change brings us back here.
    if (!hasPlaceForAll(state.union, view)) {
      loadUnion(state, view.unionVersion);
      return;
    }
    shown = key;
    store.dispatch({ kind: "view-arrived", view, direction: state.travel.direction });
    if (!isLive(state.phase)) prefetchAround(state);
  };

  const prefetchAround = (state: AppState): void => {
    const { steps, travel } = state;
    const next = entryOver(steps, travel.entry);
    const near = [next, entryBack(steps, travel.entry), entryInto(steps, travel.entry)];
    if (next !== undefined) near.push(entryOver(steps, next));
    for (const entry of near) if (entry !== undefined) ask(state, entry);
  };

  return store.subscribe(sync);
}

const isFollowing = ({ travel }: AppState): boolean =>
  travel.follows === "newest" || travel.follows === "live-step";

const viewKey = (state: AppState, entry: EntryIndex): string =>
  `${state.session}|${optionsKey(state)}|${entry}`;
