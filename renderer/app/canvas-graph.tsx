/** The graph in its column: what of the state it draws, and what its clicks and keys change there. */
import { useMemo, useState, type ReactElement, type Ref } from "react";
import type { GraphHandle } from "../graph/graph-handle";
import { GraphView } from "../graph/graph-view";
import { legendMembers } from "../graph/highlights";
import { legendEntries } from "../graph/legend";
import { createOwnLayouts } from "../graph/own-layouts";
import { hitsToLight } from "../state/search-hits";
import { isSettled } from "../state/selectors";
import { expand, openHub, optionsKey } from "../state/shape-wishes";
import { useActions, useAppState, useStore } from "../state/store";
import { cutOfEdge, cutToggled, drawnAfter, drawnView, plannedCuts } from "../state/what-if";
import { useKeptFocus } from "./use-kept-focus";
import { pictureCaption } from "./picture-caption";

interface CanvasGraphProps {
  readonly theme: "light" | "dark";
  readonly graph: Ref<GraphHandle>;
}

export function CanvasGraph({ theme, graph }: CanvasGraphProps): ReactElement | null {
  const picture = useAppState((state) => state.picture);
  const view = useAppState(drawnView);
  const previous = useAppState(drawnAfter);
  const union = useAppState((state) => state.union);
  const selection = useAppState((state) => state.selection);
  const alsoSelected = useAppState((state) => state.alsoSelected);
  const picked = useAppState((state) => state.picked?.id);
  const focus = useAppState((state) => state.canvasFocus);
  const substep = useAppState((state) => state.substep);
  const highlight = useHighlight();
  const speed = useAppState((state) => state.settings.animationSpeed);
  const settled = useAppState(isSettled);
  const caption = useAppState(pictureCaption);
  const session = useAppState((state) => state.session);
  const presenting = useAppState((state) => state.presenting);
  const terse = useAppState((state) => state.settings.announceLess);
  const wheel = useAppState((state) => state.settings.wheel);
  const wish = useAppState(optionsKey);
  const events = useGraphEvents();
  const [layoutOf] = useState(createOwnLayouts);
  const layout =
    view === undefined || union === undefined
      ? undefined
      : layoutOf(union, view, picture?.shape ?? {});
  useKeptFocus(layout?.key ?? "");
  if (picture === undefined || view === undefined || layout === undefined) return null;
  return (
    <GraphView
      key={`${session} ${layout.key}`}
      ref={graph}
      union={layout.union}
      view={view}
      previous={previous}
      direction={picture.direction}
      speed={speed}
      theme={theme}
      selection={selection}
      alsoSelected={alsoSelected}
      picked={picked}
      focus={focus}
      settled={settled}
      caption={caption}
      presenting={presenting}
      terse={terse}
      wheel={wheel}
      wish={wish}
      {...(substep === undefined ? {} : { substep })}
      {...(highlight === undefined ? {} : { highlight })}
      {...events}
    />
  );
}

/** What is to stay bright: of the legend, else what a panel points at or a search found. */
function useHighlight(): ReadonlySet<string> | undefined {
  const found = useAppState(hitsToLight);
  const view = useAppState(drawnView);
  const symbol = useAppState((state) => state.legendSymbol);
  const lit = useMemo(() => {
    if (view === undefined || symbol === undefined) return undefined;
    const entry = legendEntries(view, true).find((one) => one.symbol === symbol);
    return entry === undefined ? undefined : legendMembers(view, entry.symbol);
  }, [view, symbol]);
  return lit ?? found;
}

type GraphEvents = Pick<
  Parameters<typeof GraphView>[0],
  | "onSelect"
  | "onSelectAlso"
  | "onExpand"
  | "onOpen"
  | "onMenu"
  | "onFocus"
  | "onEdit"
  | "onAnnounce"
  | "onTransition"
  | "onArranging"
  | "onPositionsChanged"
>;

function useGraphEvents(): GraphEvents {
  const store = useStore();
  const actions = useActions();
  return useMemo(() => {
    const { change } = actions;
    const keyOf = (id: string): string =>
      store.get().picture?.view.nodes.find((node) => node.id === id)?.key ?? id;
    return {
      onSelect: (node, thing) => {
        const view = store.get().picture?.view;
        const cut =
          thing?.kind === "edge" && view !== undefined && plannedCuts(store.get()) !== undefined
            ? cutOfEdge(view, thing.id)
            : undefined;
        if (cut !== undefined) change(cutToggled(store.get(), cut));
        else if (thing === undefined) actions.select(node);
        else change({ kind: "picked", picked: { kind: thing.kind, id: thing.id } });
      },
      onSelectAlso: (nodes, adds) => change({ kind: "also-selected", nodes, adds }),
      onExpand: (node) =>
        change({
          kind: "shape-changed",
          text: `expand ${keyOf(node)}`,
          shape: expand(store.get().shape, node),
        }),
      onOpen: (node) =>
        change({
          kind: "shape-changed",
          text: `show the references to ${keyOf(node)}`,
          shape: openHub(store.get().shape, node),
        }),
      onMenu: (target, { x, y }) => change({ kind: "menu-opened", menu: { target, x, y } }),
      onFocus: (id) => change({ kind: "canvas-focused", id }),
      onEdit: (kind) =>
        change({ kind: "places-changed", text: kind === "moved" ? "move" : "arrange again" }),
      onAnnounce: (text) => change({ kind: "announced", text }),
      onArranging: (busy) => {
        if (store.get().arranging !== busy) change({ kind: "arranging-changed", busy });
      },
      onTransition: (running) => change({ kind: "transition-changed", running }),
      onPositionsChanged: (moved) => change({ kind: "positions-changed", moved }),
    };
  }, [store, actions]);
}
