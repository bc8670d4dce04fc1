/** Joins layout, scene, animation and stage: takes what the window shows and keeps the canvas in step with it. */
import type { NodeId, SubgraphView, UnionGraph } from "../../electron/contract/subgraph-view";
import { type Direction, directTransition } from "./animation-director";
import { type AnimationPlayer, BROWSER_CLOCK, createAnimationPlayer } from "./animation-player";
import { boundsOfUnion, fitViewport, type Viewport } from "./fit-viewport";
import type { Point } from "./geometry";
import { GraphStage } from "./graph-stage";
import { PositionKeeper } from "./position-keeper";
import type { Scene, ScenePart } from "./scene";
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

export class GraphController {
  readonly stage: GraphStage;
  readonly keeper: PositionKeeper;
  private readonly player: AnimationPlayer;
  private input: GraphInput | undefined;
  private shown: BuiltScene | undefined;

  constructor(container: HTMLElement, canvas: HTMLCanvasElement, output: GraphOutput) {
    this.stage = new GraphStage(container, canvas, {
      onTap: (id) =>
        output.onSelect(id === undefined ? undefined : nodeBehind(id, this.input?.view)),
      onDoubleTapNothing: () => this.fit(),
      onDrag: (places) => this.keeper.drag(places),
      onDrop: (before) => this.keeper.commit(before),
      onResize: () => this.fitUntouched(),
    });
    this.keeper = new PositionKeeper({
      onMoved: (moved) => output.onPositionsChanged(moved),
      onChange: (kind) => {
        this.redraw();
        if (kind === "placed") this.fitUntouched();
      },
    });
    const { onAnnounce, onTransition } = output;
    const onFrame = (parts: readonly ScenePart[]): void => this.stage.show({ parts });
    this.player = createAnimationPlayer({ onFrame, onAnnounce, onTransition }, BROWSER_CLOCK);
  }

  update(now: GraphInput): void {
    const before = this.input;
    const from = this.shown;
    this.input = now;
    if (before?.union !== now.union || before.settled !== now.settled)
      this.keeper.update(now.union, now.settled);
    if (before === undefined || from === undefined) this.redraw();
    else if (before.view.entry !== now.view.entry) this.animate(from, before, now);
    else if (changed(before, now)) this.redraw();
    if (before?.selection !== now.selection) this.stage.select(now.selection);
  }

  fit(): void {
    const wanted = this.fittingViewport();
    if (wanted === undefined) return;
    this.stage.setViewport(wanted);
    this.stage.setTouched(false);
  }

  moveBy(id: string, by: Point): void {
    const place = this.keeper.positions().get(id);
    if (place === undefined) return;
    this.keeper.drag(new Map([[id, { x: place.x + by.x, y: place.y + by.y }]]));
    this.keeper.commit(new Map([[id, place]]));
  }

  theme(): "light" | "dark" {
    return this.input?.theme ?? "light";
  }

  /** The picture at rest, without marks of selection: what is exported. */
  still(theme: ThemeName): Scene {
    if (this.input === undefined)
      throw new Error("A picture was asked for before anything was shown.");
    return this.build({ ...this.input, selection: undefined, focus: undefined }, theme);
  }

  dispose(): void {
    this.player.finish();
    this.keeper.dispose();
    this.stage.dispose();
  }

  private build(wanted: GraphInput, theme: ThemeName): BuiltScene {
    const { union, view, selection, focus } = wanted;
    const positions = this.keeper.positions();
    const input = { union, view, positions, theme: themeTokens(theme), selection, focus };
    return buildScene(input, this.shown);
  }

  private redraw(): void {
    this.player.finish();
    if (this.input === undefined) return;
    this.shown = this.build(this.input, this.input.theme);
    this.stage.place(this.shown.rects);
    this.stage.show(this.shown);
  }

  private animate(from: BuiltScene, before: GraphInput, now: GraphInput): void {
    this.player.finish();
    const next = this.build(now, now.theme);
    const still = now.speed === 0 || matchMedia("(prefers-reduced-motion: reduce)").matches;
    const story = directTransition({
      previous: before.view,
      next: now.view,
      direction: now.direction,
      still,
    });
    this.shown = next;
    this.stage.place(next.rects);
    this.player.play(story, mixScenes(from, next, story), still ? 1 : now.speed);
    if (showsLocals(before.view) !== showsLocals(now.view)) this.makeRoomForLocals(still);
  }

  /** The only step that moves the viewport: into a function or out of it, and only while nobody has panned or zoomed. */
  private makeRoomForLocals(still: boolean): void {
    const wanted = this.fittingViewport();
    if (wanted === undefined || this.stage.touched()) return;
    if (still) this.stage.setViewport(wanted);
    else this.stage.glideTo(wanted);
  }

  private fittingViewport(): Viewport | undefined {
    if (this.input === undefined) return undefined;
    const { union, view } = this.input;
    const bounds = boundsOfUnion(union, this.keeper.positions(), showsLocals(view));
    return bounds === undefined ? undefined : fitViewport(bounds, this.stage.size());
  }

  /** Steps never change the viewport; new room or new things do, until the person has taken it in hand. */
  private fitUntouched(): void {
    if (!this.stage.touched()) this.fit();
  }
}

/** Anything but the step itself: drawn at once, without motion. */
function changed(before: GraphInput, now: GraphInput): boolean {
  return (
    before.view !== now.view ||
    before.theme !== now.theme ||
    before.selection !== now.selection ||
    before.focus !== now.focus
  );
}

function showsLocals(view: SubgraphView): boolean {
  return view.scopes.some((scope) => scope.depth > 0);
}

/** A tag stands for the object it names. */
function nodeBehind(id: string, view: SubgraphView | undefined): NodeId | undefined {
  const name = view?.names.find((one) => one.id === id);
  return name === undefined ? id : name.target;
}
