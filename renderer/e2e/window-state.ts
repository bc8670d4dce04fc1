/** What the end-to-end tests read instead of pixels: the picture on the screen in plain values. Only there when the app was started with --e2e. */
import type { RefObject } from "react";
import type { NodeId, SubgraphView } from "../../electron/contract/subgraph-view";
import type { GraphHandle } from "../graph/graph-handle";
import type { AppState } from "../state/app-state";
import { currentInsight, currentNotice, stepCount } from "../state/selectors";
import type { Store } from "../state/store";
import { statusWords } from "../state/status-words";
import { drawnView } from "../state/what-if";

type Place = (id: string) => { readonly x: number; readonly y: number };

export function exposeWindowState(store: Store, graph: RefObject<GraphHandle | null>): void {
  const place: Place = (id) => graph.current?.nodePosition(id) ?? { x: Number.NaN, y: Number.NaN };
  Object.assign(window, { __e2e: { state: () => windowState(store.get(), place) } });
}

function windowState(state: AppState, place: Place): unknown {
  const view = drawnView(state);
  const shown = view === undefined ? undefined : state.steps[view.entry];
  const words = statusWords(state);
  const late = view !== undefined && view.entry !== state.travel.entry;
  return {
    step: shown?.step ?? -1,
    inner: shown?.inner ?? 0,
    entry: view?.entry ?? -1,
    steps: stepCount(state),
    phase: state.phase?.kind ?? "none",
    view: "graph",
    ...(view === undefined ? nothingDrawn : drawn(view, place)),
    transitions: state.transition || late ? 1 : 0,
    selection: selectedKey(state),
    banner: bannerWords(state),
    status: [words.state, words.place].filter((part) => part !== "").join(". "),
  };
}

function selectedKey(state: AppState): string | null {
  const nodes = state.picture?.view.nodes ?? [];
  return nodes.find((node) => node.id === state.selection)?.key ?? null;
}

function bannerWords(state: AppState): string {
  const said = currentNotice(state) ?? currentInsight(state);
  return said === undefined ? "" : `${said.title} ${said.body}`;
}

const nothingDrawn = { nodes: [], names: [], edges: [], hulls: [] };

function drawn(view: SubgraphView, place: Place): typeof nothingDrawn | Record<string, unknown> {
  const keys = new Map<NodeId, string>(view.nodes.map((node) => [node.id, node.key]));
  const nameTexts = new Map(view.names.map((name) => [name.id, name.name]));
  const scopes = new Map(view.scopes.map((scope) => [scope.id, scope.title]));
  const says = (id: string): string => keys.get(id) ?? nameTexts.get(id) ?? id;
  return {
    nodes: view.nodes.map((node) => ({
      key: node.key,
      kind: node.kind,
      state: node.state,
      refcount: node.refcount,
      ...place(node.id),
      label: node.title,
    })),
    names: view.names
      .filter((name) => name.target !== undefined)
      .map((name) => ({
        name: name.name,
        scope: scopes.get(name.scope) ?? name.scope,
        state: name.deleted === undefined ? "bound" : "deleted",
        target: says(name.target ?? ""),
        ...place(name.id),
      })),
    edges: view.edges.map((edge) => ({
      from: says(edge.from),
      to: says(edge.to),
      label:
        edge.deleted === undefined || edge.label !== ""
          ? edge.label
          : `deleted, step ${edge.deleted.step}`,
      kind: edge.kind,
      state: edge.deleted === undefined ? "present" : "deleted",
    })),
    hulls: view.cycles.map((cycle) => ({
      id: cycle.id,
      state: cycle.state,
      members: cycle.members.map(says),
      label: cycle.label,
    })),
  };
}
