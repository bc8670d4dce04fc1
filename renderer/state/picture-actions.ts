/** What a person can ask about the picture: a path to a name, an expression to copy, a hit of the search, how the collector found its garbage. */
import { entryIndex, type EntryIndex } from "../../electron/contract/ids";
import type { SearchResult } from "../../electron/contract/object-search";
import type { NameId, NodeId } from "../../electron/contract/subgraph-view";
import type { PathHop, PathRoot } from "../../electron/contract/why-alive";
import type { HeapApi } from "../../electron/preload/heap-api";
import type { AppState } from "./app-state";
import { objectOf } from "./graph-selection";
import { focusOn, viewOptions } from "./shape-wishes";
import { entryBack } from "./step-travel";
import type { Store } from "./store";

export interface PictureActions {
  /** Lights the shortest way from a name to the object; asked again, the next one. */
  showPath(node: NodeId): Promise<void>;
  copy(text: string): void;
  copyExpression(node: NodeId): Promise<void>;
  /** Undefined for an empty query, and where there is no recording. */
  find(query: string): Promise<SearchResult | undefined>;
  /** Selects an object, or what a name is bound to, and brings it into the picture; answers the object. */
  showObject(id: NodeId | NameId): NodeId | undefined;
  /** Selects a hit of the search and brings it into the picture; answers its object. */
  chooseHit(at: number): NodeId | undefined;
  /** "How it found them", from its first sub-step. */
  openLongForm(): Promise<void>;
}

export function createPictureActions(
  heap: Pick<HeapApi, "whyAlive" | "view" | "search">,
  store: Store,
): PictureActions {
  const { dispatch } = store;
  const say = (text: string): void => dispatch({ kind: "announced", text });
  const toast = (text: string): void => dispatch({ kind: "toast-shown", text });
  let path: { readonly key: string; readonly shown: number } | undefined;

  const copy = (text: string): void => {
    void navigator.clipboard.writeText(text);
    toast(`Copied ${text.split("\n")[0] ?? ""}`);
  };

  const showObject = (id: NodeId | NameId): NodeId | undefined => {
    const { picture, shape } = store.get();
    const node = objectOf(picture?.view, id);
    if (node === undefined) return undefined;
    const isDrawn = picture?.view.nodes.some((one) => one.id === node) === true;
    // Search, show context: among thousands it is drawn with its neighbours only.
    if (!isDrawn)
      dispatch({ kind: "shape-changed", text: "show what was found", shape: focusOn(shape, node) });
    dispatch({ kind: "selected", node });
    return node;
  };

  return {
    copy,
    showPath: async (node) => {
      const state = store.get();
      const { entry } = state.travel;
      const key = `${state.session}|${entry}|${node}`;
      const skip = path?.key === key ? path.shown : 0;
      if (state.selection !== node) dispatch({ kind: "selected", node });
      // The inspector shows the same way.
      dispatch({ kind: "way-wished", way: { node, skip, ignored: [] } });
      const why = await heap.whyAlive(entry, node, { ignored: [], skip });
      if (why?.kind === "path") {
        path = { key, shown: why.hasNext ? skip + 1 : 0 };
        dispatch({ kind: "looked-at", ids: wayIds(store.get(), why) });
      } else path = undefined;
      if (why !== undefined) say(why.sentence);
    },
    copyExpression: async (node) => {
      const { entry } = store.get().travel;
      const why = await heap.whyAlive(entry, node, { ignored: [], skip: 0 });
      const text = why?.kind === "path" ? expression(store.get(), why) : undefined;
      if (text === undefined) toast("No name leads to it, so there is no expression for it");
      else copy(text);
    },
    find: async (query) => {
      const { travel, steps } = store.get();
      if (query === "" || steps.length === 0) return undefined;
      // A session may end under the question.
      return heap.search(travel.entry, query).catch(() => undefined);
    },
    showObject,
    chooseHit: (at) => {
      const hit = store.get().search?.result?.hits[at];
      if (hit === undefined) return undefined;
      dispatch({ kind: "hit-chosen", at });
      return showObject(hit.id);
    },
    openLongForm: async () => {
      const state = store.get();
      const { entry } = state.travel;
      const before = await heap.view(entryBefore(state), viewOptions(state));
      if (store.get().travel.entry !== entry) return;
      dispatch({ kind: "picture-before-arrived", before });
      dispatch({ kind: "substep-changed", substep: 1 });
    },
  };
}

/** The one a picture is compared with: the step before for a step, the entry before for an inner step. */
function entryBefore({ steps, travel }: AppState): EntryIndex {
  const { entry } = travel;
  const isInner = (steps[entry]?.inner ?? 0) > 0;
  const before = isInner ? undefined : entryBack(steps, entry);
  return before ?? entryIndex(Math.max(0, entry - 1));
}

interface Way {
  readonly root: PathRoot;
  readonly hops: readonly PathHop[];
}

/** Everything drawn that the way leads over. */
function wayIds({ picture }: AppState, { root, hops }: Way): ReadonlySet<string> {
  const ids = new Set<string>([root.holds, ...hops.flatMap(({ edge, to }) => [edge, to])]);
  if (root.id === undefined) return ids;
  ids.add(root.id);
  const edges = picture?.view.edges ?? [];
  for (const edge of edges) if (edge.from === root.id && edge.to === root.holds) ids.add(edge.id);
  return ids;
}

/** `hub.listeners[0]`; undefined where no name of the script begins it. */
function expression({ picture }: AppState, { root, hops }: Way): string | undefined {
  const name = picture?.view.names.find(({ id }) => id === root.id)?.name;
  const labels = hops.map(({ label }) => label);
  const isPlain = labels.every((label) => label.startsWith(".") || label.startsWith("["));
  return name === undefined || !isPlain ? undefined : name + labels.join("");
}
