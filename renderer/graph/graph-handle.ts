/** What the window may ask of the graph on the screen, and ask it to do. */
import type { NodeId, SubgraphView } from "../../electron/contract/subgraph-view";
import type { CollectionStage } from "./collection-stages";
import type { Point, Rect } from "./geometry";
import type { GraphController } from "./graph-controller";
import { centreOn, otherCycle } from "./graph-travel";
import type { LegendSymbol } from "./legend";
import type { MarksSnapshot } from "./persons-marks";
import type { Scene } from "./scene";
import type { PlacedGraph, StillView } from "./still-scene";
import type { ThemeName } from "./theme-tokens";

export interface GraphHandle {
  fit(): void;
  zoomBy(factor: number): void;
  /** One unit of the scene is one pixel. */
  fullSize(): void;
  /** Brings these into view, at this zoom at least; nothing that has a place: everything is fitted. */
  centre(ids: readonly string[], least?: number): void;
  focusCanvas(): void;
  /** The cycle after or before the one of this object, unreachable ones first. */
  cycleBeside(id: string | undefined, by: 1 | -1): string | undefined;
  /** Middle of a node or name in the window's pixels. */
  nodePosition(id: string): Point | undefined;
  layoutPosition(id: string): Point | undefined;
  undoMove(): void;
  redoMove(): void;
  /** Everything anew, watched and undone like a move. */
  arrangeAgain(): void;
  /** As soon as what was just asked for is there, if it is new. */
  arrangeWithNext(): void;
  moveNode(id: string, to: Point): void;
  /** Where everything stands, for the window's own undo. */
  positions(): ReadonlyMap<string, Point>;
  restorePositions(places: ReadonlyMap<string, Point>): void;
  /** Rings, pins and opened pills, for the window's own undo. */
  marks(): MarksSnapshot;
  restoreMarks(marks: MarksSnapshot): void;
  /** The next ring colour, after the last one none. */
  nextRing(id: NodeId): void;
  togglePin(id: NodeId): void;
  /** A pill becomes a card in its place, and back. */
  toggleExpanded(id: NodeId): void;
  /** Marks an edge or a cycle as if it had been clicked. */
  pick(id: string | undefined): void;
  highlightLegend(symbol: LegendSymbol | undefined): void;
  /** "How it found them": title, words and scratch numbers of each sub-step; empty when this step has no collection. */
  collectionStages(): readonly CollectionStage[];
  /** The colours on screen now. */
  theme(): "light" | "dark";
  /** The graph on the screen, for pictures of it. */
  placed(): PlacedGraph;
  /** What is drawn now, at rest. */
  still(): StillView;
  /** Another step as it would be drawn now. */
  stillOf(view: SubgraphView): StillView;
  /** The part of the plane that is on the screen, and pixels for each unit of it. */
  seen(): { readonly area: Rect; readonly zoom: number };
  /** The still picture of another step, in the same places and as large as the whole recording. */
  sceneOf(view: SubgraphView, theme: ThemeName): Scene;
}

export function handleOf(
  controller: { readonly current: GraphController | undefined },
  host: { readonly current: HTMLElement | null },
): GraphHandle {
  const graph = (): GraphController => {
    if (controller.current === undefined)
      throw new Error("The graph was used after it had left the window.");
    return controller.current;
  };
  const mark = (change: () => void): void => {
    change();
    graph().redrawResting();
  };
  return {
    fit: () => graph().fit(),
    zoomBy: (factor) => graph().stage.zoomBy(factor),
    fullSize: () => graph().stage.zoomBy(1 / graph().stage.viewport().zoom),
    centre: (ids, least) => centreOn(graph(), ids, least),
    focusCanvas: () => host.current?.focus(),
    cycleBeside: (id, by) => otherCycle(graph().view()?.cycles ?? [], id, by),
    nodePosition(id) {
      const place = graph().keeper.positions().get(id);
      return place === undefined ? undefined : graph().stage.toClient(place);
    },
    layoutPosition: (id) => graph().keeper.positions().get(id),
    undoMove: () => graph().keeper.undo(),
    redoMove: () => graph().keeper.redo(),
    arrangeAgain: () => graph().keeper.arrangeAgain(),
    arrangeWithNext: () => graph().keeper.arrangeWithNext(),
    moveNode: (id, to) => graph().keeper.move(id, to),
    positions: () => graph().keeper.snapshot(),
    restorePositions: (places) => graph().keeper.restore(places),
    marks: () => graph().marks.snapshot(),
    restoreMarks: (marks) => mark(() => graph().marks.restore(marks)),
    nextRing: (id) => mark(() => graph().marks.nextRing(id)),
    togglePin: (id) => mark(() => graph().marks.togglePin(id)),
    toggleExpanded: (id) => mark(() => graph().marks.toggleExpanded(id)),
    pick: (id) => graph().pointing.pick(id),
    highlightLegend: (symbol) => graph().pointing.lookFor(symbol),
    collectionStages: () => graph().stages(),
    theme: () => graph().theme(),
    placed: () => graph().placed(),
    still: () => graph().still(),
    stillOf: (view) => graph().stillOf(view),
    seen: () => graph().stage.seen(),
    sceneOf: (view, theme) => graph().sceneOf(view, theme),
  };
}
