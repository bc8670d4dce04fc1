/** What is selected: one object the panels speak of, others beside it, or a reference or cycle instead. Pure. */
import type { NodeId, SubgraphView, ViewNode } from "../../electron/contract/subgraph-view";
import type { AppState } from "./app-state";

export function selectObject(state: AppState, node: NodeId | undefined): AppState {
  const rest = {
    alsoSelected: [],
    picked: undefined,
    lookedAt: undefined,
    canvasFocus: keptFocus(state, node),
  };
  if (node === state.selection) {
    // What is selected already is shown again when a lesson has taken its place.
    const isAsked = node !== undefined && state.inspectorTab === "lesson";
    const inspectorTab = isAsked ? "object" : state.inspectorTab;
    return { ...state, ...rest, inspectorTab, drawerOpen: node !== undefined };
  }
  return {
    ...state,
    ...rest,
    selection: node,
    detail: undefined,
    inspectorTab: node === undefined ? state.inspectorTab : "object",
    drawerOpen: node !== undefined,
  };
}

/** One more or one less; a box of several joins what is selected, or takes its place. */
export function selectAlso(state: AppState, nodes: readonly NodeId[], adds: boolean): AppState {
  const before = adds ? allSelected(state) : [];
  const [only] = nodes;
  const isRemoval = nodes.length === 1 && only !== undefined && before.includes(only);
  const after = isRemoval
    ? before.filter((node) => node !== only)
    : [...before, ...nodes.filter((node) => !before.includes(node))];
  const [first, ...others] = after;
  return { ...selectObject(state, first), alsoSelected: others };
}

/** The one the panels speak of first. */
export function allSelected({
  selection,
  alsoSelected,
}: Pick<AppState, "selection" | "alsoSelected">): readonly NodeId[] {
  return selection === undefined ? [] : [selection, ...alsoSelected];
}

/** What a key or a menu is about: what the keyboard is on in the canvas, else what is selected. */
export function meantObject(state: AppState): ViewNode | undefined {
  const { picture, canvasFocus, selection } = state;
  const id = objectOf(picture?.view, canvasFocus) ?? selection;
  return picture?.view.nodes.find((node) => node.id === id);
}

/** A name stands for what it is bound to. */
export function objectOf(
  view: SubgraphView | undefined,
  id: string | undefined,
): NodeId | undefined {
  const name = view?.names.find((one) => one.id === id);
  return name === undefined ? id : name.target;
}

/** What another picture does not show any more is not selected there. */
export function withoutLost(
  { alsoSelected, picked, canvasFocus }: AppState,
  view: SubgraphView,
): Pick<AppState, "alsoSelected" | "picked" | "canvasFocus"> {
  const shown = new Set([...view.nodes, ...view.names].map((one) => one.id));
  const things = picked?.kind === "edge" ? view.edges : view.cycles;
  return {
    alsoSelected: alsoSelected.every((node) => shown.has(node))
      ? alsoSelected
      : alsoSelected.filter((node) => shown.has(node)),
    picked: things.some(({ id }) => id === picked?.id) ? picked : undefined,
    canvasFocus: canvasFocus !== undefined && shown.has(canvasFocus) ? canvasFocus : undefined,
  };
}

function keptFocus(state: AppState, node: NodeId | undefined): string | undefined {
  const { picture, canvasFocus } = state;
  return objectOf(picture?.view, canvasFocus) === node ? canvasFocus : undefined;
}
