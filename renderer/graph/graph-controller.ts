/** Joins layout, scene, animation and stage: takes what the window shows and keeps the canvas in step with it. */
import type { NodeId, SubgraphView, UnionGraph } from "../../electron/contract/subgraph-view";
import { type Direction, directTransition } from "./animation-director";
import { BROWSER_CLOCK, createAnimationPlayer } from "./animation-player";
import { boundsOfUnion, fitViewport } from "./fit-viewport";
import type { Point } from "./geometry";
import { createGraphStage, type GraphStage } from "./graph-stage";
import { createPositionKeeper, type PositionKeeper } from "./position-keeper";
import type { Scene } from "./scene";
import { type BuiltScene, buildScene } from "./scene-builder";
import { mixScenes } from "./scene-mixer";
import { type ThemeName, themeTokens } from "./theme-tokens";

export interface GraphInput {
  readonly union: UnionGraph;
  readonly view: SubgraphView;
  readonly previous: SubgraphView | undefined;
  readonly direction: Direction;
  readonly speed: 0 | 0.5 | 1 | 2;
  readonly theme: "light" | "dark";
  readonly selection: NodeId | undefined;
  readonly settled: boolean;
  /** What the keyboard is on; undefined while the canvas has no keyboard focus. */
  readonly focus: string | undefined;
}

export interface GraphOutput {
  onSelect(node: NodeId | undefined): void;
  onAnnounce(text: string): void;
  onTransition(running: boolean): void;
  onPositionsChanged(moved: boolean): void;
}

export interface GraphController {
  readonly stage: GraphStage;
  readonly keeper: PositionKeeper;
  update(input: GraphInput): void;
  fit(): void;
  moveBy(id: string, by: Point): void;
  theme(): "light" | "dark";
  still(theme: ThemeName): Scene;
  dispose(): void;
}

export function createGraphController(container: HTMLElement, canvas: HTMLCanvasElement, output: GraphOutput): GraphController {
  let input: GraphInput | undefined;
  let shown: BuiltScene | undefined;

  const build = (theme: ThemeName, view?: SubgraphView): BuiltScene | undefined => {
    if (input === undefined) return undefined;
    const { union, selection, focus } = input;
    return buildScene({ union, view: view ?? input.view, positions: keeper.positions(), theme: themeTokens(theme), selection, focus });
  };

  const redraw = (): void => {
    player.finish();
    shown = input === undefined ? undefined : build(input.theme);
    if (shown === undefined) return;
    stage.place(shown.rects);
    stage.show(shown);
  };

  const fit = (): void => {
    if (input === undefined) return;
    const bounds = boundsOfUnion(input.union, keeper.positions());
    if (bounds === undefined) return;
    const { zoom, pan } = fitViewport(bounds, stage.size());
    stage.setViewport(zoom, pan);
    stage.setTouched(false);
  };

  const stage = createGraphStage(container, canvas, {
    onTap: (id) => output.onSelect(id === undefined ? undefined : nodeBehind(id, input?.view)),
    onDoubleTapNothing: () => fit(),
    onDrag: (places) => keeper.drag(places),
    onDrop: (before) => keeper.commit(before),
    onResize: () => {
      if (!stage.touched()) fit();
    },
  });
  const keeper = createPositionKeeper(
    (kind) => {
      redraw();
      if (kind === "placed" && !stage.touched()) fit();
    },
    (moved) => output.onPositionsChanged(moved),
  );
  const player = createAnimationPlayer(
    {
      onFrame: (parts) => stage.show({ parts }),
      onAnnounce: (text) => output.onAnnounce(text),
      onTransition: (running) => output.onTransition(running),
    },
    BROWSER_CLOCK,
  );

  const animate = (from: BuiltScene, before: GraphInput, now: GraphInput): void => {
    player.finish();
    const next = build(now.theme);
    if (next === undefined) return;
    const still = now.speed === 0 || matchMedia("(prefers-reduced-motion: reduce)").matches;
    const story = directTransition({ previous: before.view, next: now.view, direction: now.direction, still });
    shown = next;
    stage.place(next.rects);
    player.play(story, mixScenes(from, next, story), still ? 1 : now.speed);
  };

  const update = (now: GraphInput): void => {
    const before = input;
    const from = shown;
    input = now;
    if (before?.union !== now.union || before.settled !== now.settled) keeper.update(now.union, now.settled);
    if (before === undefined || from === undefined) {
      redraw();
    } else if (before.view !== now.view && before.view.entry !== now.view.entry) {
      animate(from, before, now);
    } else if (changed(before, now)) {
      redraw();
    }
    if (before?.selection !== now.selection) stage.select(now.selection);
  };

  return {
    stage,
    keeper,
    update,
    fit,
    moveBy(id, by) {
      const place = keeper.positions().get(id);
      if (place === undefined) return;
      keeper.drag(new Map([[id, { x: place.x + by.x, y: place.y + by.y }]]));
      keeper.commit(new Map([[id, place]]));
    },
    theme: () => input?.theme ?? "light",
    still(theme) {
      const scene = input === undefined ? undefined : buildScene({ ...input, positions: keeper.positions(), theme: themeTokens(theme), selection: undefined, focus: undefined });
      if (scene === undefined) throw new Error("A picture was asked for before anything was shown.");
      return scene;
    },
    dispose() {
      player.finish();
      keeper.dispose();
      stage.dispose();
    },
  };
}

/** Anything but the step itself: drawn at once, without motion. */
function changed(before: GraphInput, now: GraphInput): boolean {
  return before.view !== now.view || before.theme !== now.theme || before.selection !== now.selection || before.focus !== now.focus;
}

/** A tag stands for the object it names. */
function nodeBehind(id: string, view: SubgraphView | undefined): NodeId | undefined {
  const name = view?.names.find((one) => one.id === id);
  return name === undefined ? id : name.target;
}
