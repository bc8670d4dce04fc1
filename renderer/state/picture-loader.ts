/** Fetches what the state asks for and does not have: the view of the current entry, the union graph, cycles, and the inspector's object. Stale answers are dropped; neighbours are fetched ahead so that a key press finds its picture ready. */
import type { EntryIndex } from "../../electron/contract/ids";
import type { CycleSummary, ObjectDetail } from "../../electron/contract/object-detail";
import type { ViewOptions } from "../../electron/contract/requests";
import type { NodeId, SubgraphView, UnionGraph } from "../../electron/contract/subgraph-view";
import type { AppState } from "./app-state";
import { createRecentAnswers } from "./recent-answers";
import { isLive } from "./session-reducer";
import { entryBack, entryInto, entryOver } from "./step-travel";
import type { Store } from "./store";

export interface PictureSource {
  view(entry: EntryIndex, options: ViewOptions): Promise<SubgraphView>;
  unionGraph(options: ViewOptions): Promise<UnionGraph>;
  inspect(entry: EntryIndex, node: NodeId): Promise<ObjectDetail | undefined>;
  cycles(entry: EntryIndex): Promise<readonly CycleSummary[]>;
}

/** While steps stream in, the union is read at most this often. */
const liveUnionPause = 120;
const keptViews = 64;

export function startPictureLoader(source: PictureSource, store: Store): () => void {
  const views = createRecentAnswers<SubgraphView>(keptViews);
  const asked = new Set<string>();
  let shown = "";
  let unionAsked = false;
  let unionReadAt = -Infinity;
  let factsAsked = "";
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
    loadUnion(state);
    loadView(state);
    loadFacts(state);
  };

  const loadView = (state: AppState): void => {
    const key = viewKey(state, state.travel.entry);
    const current = state.picture?.view.entry === state.travel.entry && shown === key;
    if (current || state.union === undefined) return;
    const ready = views.get(key);
    if (ready !== undefined) return show(key, ready, state);
    // One question at a time while following a running script; a person's own steps never wait.
    if (state.travel.follows === "newest" && asked.size > 0) return;
    ask(state, state.travel.entry);
  };

  const ask = (state: AppState, entry: EntryIndex): void => {
    const key = viewKey(state, entry);
    if (asked.has(key) || views.has(key)) return;
    asked.add(key);
    void source
      .view(entry, { showHidden: state.showHidden })
      .then((view) => {
        asked.delete(key);
        const now = store.get();
        if (now.session !== state.session || now.showHidden !== state.showHidden) return;
        views.put(key, view);
        if (now.travel.entry === entry && shown !== key) show(key, view, now);
        else sync();
      })
      .catch(() => {
        // The session ended under the question; the next one asks anew.
        asked.delete(key);
      });
  };

  const show = (key: string, view: SubgraphView, state: AppState): void => {
    // A live view may be ahead of the union; when that arrives, the store's change brings us back here.
    if (!covers(state.union, view)) return;
    shown = key;
    store.dispatch({ kind: "view-arrived", view, direction: state.travel.direction, union: undefined });
    if (!isLive(state.phase)) prefetchAround(state);
  };

  const prefetchAround = (state: AppState): void => {
    const { steps, travel } = state;
    const next = entryOver(steps, travel.entry);
    const near = [next, entryBack(steps, travel.entry), entryInto(steps, travel.entry)];
    if (next !== undefined) near.push(entryOver(steps, next));
    for (const entry of near) if (entry !== undefined) ask(state, entry);
  };

  const loadUnion = (state: AppState): void => {
    const fresh = state.union !== undefined && state.union.version >= state.unionVersion;
    if (fresh || unionAsked) return;
    const pause = isLive(state.phase) && state.union !== undefined ? unionReadAt + liveUnionPause - performance.now() : 0;
    unionAsked = true;
    setTimeout(() => void readUnion(), Math.max(0, pause));
  };

  const readUnion = async (): Promise<void> => {
    const { session, showHidden } = store.get();
    const union = await source.unionGraph({ showHidden }).catch(() => undefined);
    unionReadAt = performance.now();
    unionAsked = false;
    const now = store.get();
    if (now.session !== session || now.showHidden !== showHidden) sync();
    else if (union !== undefined) store.dispatch({ kind: "union-arrived", union });
  };

  const loadFacts = (state: AppState): void => {
    const { entry } = state.travel;
    const key = `${viewKey(state, entry)}|${state.selection ?? ""}|${state.steps.length}`;
    if (key === factsAsked || state.picture?.view.entry !== entry) return;
    factsAsked = key;
    const { selection } = state;
    void source.cycles(entry).then(
      (cycles) => store.dispatch({ kind: "cycles-arrived", entry, cycles }),
      () => undefined,
    );
    if (selection === undefined) return;
    void source.inspect(entry, selection).then(
      (detail) => store.dispatch({ kind: "detail-arrived", entry, node: selection, detail }),
      () => undefined,
    );
  };

  return store.subscribe(sync);
}

/** Every object of the view has its place in the union. */
function covers(union: UnionGraph | undefined, view: SubgraphView): boolean {
  if (union === undefined) return false;
  const placed = placedNodes.get(union) ?? new Set(union.nodes.map((node) => node.id));
  placedNodes.set(union, placed);
  return view.nodes.every((node) => placed.has(node.id));
}

const placedNodes = new WeakMap<UnionGraph, ReadonlySet<NodeId>>();

const viewKey = (state: AppState, entry: EntryIndex): string => `${state.session}|${state.showHidden}|${entry}`;
