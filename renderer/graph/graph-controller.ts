/** Joins layout, scene, animation and stage: takes what the window shows and keeps the canvas in step with it. */
import type { NodeId, SubgraphView, UnionGraph } from "../../electron/contract/subgraph-view";
import { changedNodes, type Direction, directTransition } from "./animation-director";
import { type AnimationPlayer, BROWSER_CLOCK, createAnimationPlayer } from "./animation-player";
import { directArrangement } from "./arrangement-director";
import { boundsOfUnion, fitViewport, type Viewport } from "./fit-viewport";
import type { Point } from "./geometry";
import { GraphStage } from "./graph-stage";
import { GraphPointing, type Target } from "./graph-pointing";
import { dimOthers } from "./highlights";
import { changed, remarked, selectedIn, showsLocals } from "./input-changes";
import { PersonsMarks } from "./persons-marks";
import type { Picked } from "./picked";
import { PositionKeeper } from "./position-keeper";
import type { Scene, ScenePart } from "./scene";
import type { BuiltScene } from "./scene-builder";
import { mixScenes } from "./scene-mixer";
import { type PassingMarks, SceneSource } from "./scene-source";
import { type PlacedGraph, type StillView, stillScene } from "./still-scene";
import { crossfade, type Storyboard } from "./storyboard";
import type { ThemeName } from "./theme-tokens";

export interface GraphInput {
  readonly union: UnionGraph;
  readonly view: SubgraphView;
  readonly previous: SubgraphView | undefined;
  readonly direction: Direction;
  readonly speed: 0 | 0.5 | 1 | 2;
  readonly theme: "light" | "dark";
  readonly selection: NodeId | undefined;
  /** Selected beside it. */
  readonly alsoSelected: readonly NodeId[] | undefined;
  /** A reference or a cycle. */
  readonly picked: string | undefined;
  readonly settled: boolean;
  /** What the keyboard is on; undefined while the canvas has no keyboard focus. */
  readonly focus: string | undefined;
  /** 1 to 6: a sub-step of the collection in this step is shown instead of its end. */
  readonly substep: number | undefined;
  /** Ids of what a search found: everything else is drawn faint. */
  readonly highlight: ReadonlySet<string> | undefined;
  /** For a lecture: larger letters, heavier lines. */
  readonly presenting: boolean;
  /** Announce what became of objects, no counts. */
  readonly terse: boolean;
  /** What the person asked to see, as a key: when it changes, everything drawn keeps its place. */
  readonly wish: string;
  /** What the wheel does without Ctrl. */
  readonly wheel: "zoom" | "pan";
}

export interface GraphOutput {
  /** An object, or nothing; `picked` is the reference or the cycle that was clicked instead. */
  onSelect(node: NodeId | undefined, picked?: Picked): void;
  /** One more or one less, or all in a box. */
  onSelectAlso(nodes: readonly NodeId[], adds: boolean): void;
  /** A double click: its neighbours, or a group's members. */
  onExpand(node: NodeId): void;
  /** A click with Alt held. */
  onOpen(node: NodeId): void;
  /** A menu is asked for at a point in the window's pixels; what it is about has been selected. */
  onMenu(target: Target, at: Point): void;
  /** The keyboard went to an object or a name. */
  onFocus(id: string | undefined): void;
  /** Something was moved or arranged and can be undone. */
  onEdit(kind: "moved" | "arranged"): void;
  onAnnounce(text: string): void;
  onTransition(running: boolean): void;
  /** Everything is being arranged, which may take seconds. */
  onArranging(busy: boolean): void;
  onPositionsChanged(moved: boolean): void;
}

const SUBSTEP_BACK_MS = 300;
const STILL_MS = 120;
const MAGNIFIED = { text: 1.4, stroke: 1.5 } as const;
const FORCED_COLORS = "(forced-colors: active)";
const REDUCED_MOTION = "(prefers-reduced-motion: reduce)";

export class GraphController {
  readonly stage: GraphStage;
  readonly keeper: PositionKeeper;
  readonly marks: PersonsMarks = new PersonsMarks();
  private readonly source: SceneSource;
  private readonly player: AnimationPlayer;
  readonly pointing: GraphPointing;
  private readonly forcedColors = matchMedia(FORCED_COLORS);
  private readonly output: Pick<GraphOutput, "onMenu">;
  private input: GraphInput | undefined;
  private shown: BuiltScene | undefined;
  private playing: readonly ScenePart[] | undefined;
  private changed: ReadonlySet<NodeId> | undefined;

  constructor(container: HTMLElement, canvas: HTMLCanvasElement, output: GraphOutput) {
    this.stage = new GraphStage(container, canvas, {
      onTap: (id, at, held) => this.pointing.tap(id, at, held),
      onPoint: (id, at) =>
        this.stage.setCursor(this.pointing.moveTo(id, at) ? "pointer" : "default"),
      onDoubleTap: (id) => {
        if (id === undefined) this.fit();
        else this.pointing.open(id);
      },
      onBox: (ids, adds) => this.pointing.box(ids, adds),
      onDrag: (places) => this.keeper.drag(places),
      onDrop: (before) => this.keeper.commit(before),
      onResize: () => this.fitUntouched(),
    });
    this.keeper = new PositionKeeper({
      onMoved: (moved) => output.onPositionsChanged(moved),
      onEdit: (kind) => output.onEdit(kind),
      onBusy: (busy) => output.onArranging(busy),
      onChange: (kind) => {
        if (kind === "arranged") this.arrange();
        else this.redraw();
        if (kind === "placed" && !this.keeper.isFrozen()) this.fitUntouched();
      },
    });
    this.source = new SceneSource(this.keeper, this.marks);
    this.pointing = new GraphPointing({
      scene: () => this.shown,
      view: () => this.view(),
      found: () => this.input?.highlight,
      zoom: () => this.stage.viewport().zoom,
      onChange: () => this.redrawResting(),
      output,
    });
    this.output = output;
    const { onAnnounce, onTransition } = output;
    const onFrame = (parts: readonly ScenePart[]): void => this.present(parts, true);
    this.player = createAnimationPlayer({ onFrame, onAnnounce, onTransition }, BROWSER_CLOCK);
    this.forcedColors.addEventListener("change", this.redrawResting);
  }

  update(now: GraphInput): void {
    const before = this.input;
    const from = this.shown;
    this.input = now;
    if (before?.picked !== now.picked) this.pointing.pick(now.picked);
    this.stage.setWheel(now.wheel);
    if ((before?.presenting ?? false) !== now.presenting) this.magnify(now.presenting);
    this.keepPlaces(before, now);
    if (before === undefined || from === undefined) this.redraw();
    else this.follow(from, before, now);
    if (before?.selection !== now.selection || before?.alsoSelected !== now.alsoSelected)
      this.stage.select(selectedIn(now));
  }

  private keepPlaces(before: GraphInput | undefined, now: GraphInput): void {
    if (before !== undefined && before.wish !== now.wish) this.keeper.freeze();
    if (before?.union !== now.union || before.settled !== now.settled)
      this.keeper.update(now.union, now.settled);
  }

  fit(): void {
    const wanted = this.fittingViewport();
    if (wanted === undefined) return;
    this.stage.setViewport(wanted);
    this.stage.setTouched(false);
  }

  moveBy(id: string, by: Point): void {
    const place = this.keeper.positions().get(id);
    if (place !== undefined) this.keeper.move(id, { x: place.x + by.x, y: place.y + by.y });
  }

  /** A menu for what is there. */
  openMenuAt(at: Point): void {
    this.output.onMenu(this.pointing.target(this.stage.toScene(at)), at);
  }

  /** A menu asked for by key, beside what it is about. */
  openMenu(id: string | undefined): void {
    const place = id === undefined ? undefined : this.keeper.positions().get(id);
    const { width, height } = this.stage.size();
    const middle = this.stage.fromStage({ x: width / 2, y: height / 2 });
    if (place === undefined) this.output.onMenu("background", middle);
    else this.output.onMenu("object", this.stage.toClient(place));
  }

  /** After a person's mark was changed. */
  readonly redrawResting = (): void => {
    const { input, shown } = this;
    if (this.player.running()) this.present(this.playing ?? []);
    else if (input === undefined || shown === undefined) this.redraw();
    else this.rest(this.source.remarked(input, ...this.look(input), shown));
  };

  stages(): ReturnType<SceneSource["stagesOf"]> {
    return this.input === undefined ? [] : this.source.stagesOf(this.input);
  }

  /** The view on screen: the step's, or the sub-step's with what was pinned. */
  view(): SubgraphView | undefined {
    return this.input === undefined ? undefined : this.source.viewOf(this.input);
  }

  theme(): "light" | "dark" {
    return this.input?.theme ?? "light";
  }

  /** For pictures of it: what is drawn now, and of what. */
  placed(): PlacedGraph {
    return this.source.placed(this.shownInput());
  }

  still(): StillView {
    return this.source.still(this.shownInput());
  }

  stillOf(view: SubgraphView): StillView {
    return this.source.stillOf(view);
  }

  /** Another step, in the same places and as large as the whole recording. */
  sceneOf(view: SubgraphView, theme: ThemeName): Scene {
    const scene = stillScene(this.placed(), this.stillOf(view), theme);
    const { union } = this.shownInput();
    const bounds = boundsOfUnion(union, this.keeper.positions(), showsLocals(view));
    return bounds === undefined ? scene : { ...scene, bounds };
  }

  dispose(): void {
    this.forcedColors.removeEventListener("change", this.redrawResting);
    this.pointing.dispose();
    this.player.finish();
    this.keeper.dispose();
    this.stage.dispose();
  }

  private shownInput(): GraphInput {
    if (this.input === undefined)
      throw new Error("A picture was asked for before anything was shown.");
    return this.input;
  }

  private build(wanted: GraphInput): BuiltScene {
    return this.source.onScreen(wanted, ...this.look(wanted), this.shown);
  }

  private look({ theme }: GraphInput): [ThemeName, PassingMarks] {
    const [hovered, picked] = [this.pointing.hovered(), this.pointing.picked()];
    return [
      this.forcedColors.matches ? "print" : theme,
      { hovered, picked, changed: this.changed },
    ];
  }

  /** Everything that reaches the canvas comes through here. */
  private present(parts: readonly ScenePart[], passing: boolean = false): void {
    this.playing = parts;
    this.stage.show({ parts: dimOthers(parts, this.pointing.bright()) }, passing);
  }

  private follow(from: BuiltScene, before: GraphInput, now: GraphInput): void {
    if (before.view.entry !== now.view.entry) this.animate(from, before, now);
    else if (before.substep !== now.substep) this.animateSubstep(from, before.substep, now);
    else if (changed(before, now)) this.redraw();
    else if (remarked(before, now)) this.redrawMarks();
    else if (before.highlight !== now.highlight) this.present(this.playing ?? from.parts);
  }

  /** A selection ends what is playing. */
  private redrawMarks(): void {
    this.player.finish();
    this.redrawResting();
  }

  private redraw(): void {
    this.player.finish();
    if (this.input === undefined) return;
    this.rest(this.build(this.input));
  }

  private rest(scene: BuiltScene): void {
    if (this.shown?.rects !== scene.rects) this.stage.place(scene.rects);
    this.shown = scene;
    this.present(scene.parts);
  }

  private animate(from: BuiltScene, before: GraphInput, now: GraphInput): void {
    this.player.finish();
    const still = this.isStill(now);
    this.changed = still ? changedNodes(before.view, now.view) : undefined;
    const story = directTransition({
      previous: before.view,
      next: now.view,
      direction: now.direction,
      still,
      terse: now.terse,
    });
    this.play(from, story, now);
    if (showsLocals(before.view) !== showsLocals(now.view)) this.makeRoomForLocals(still);
  }

  /** Forwards as the collector goes; backwards, and into or out of the sub-steps, one picture over the other. */
  private animateSubstep(from: BuiltScene, before: number | undefined, now: GraphInput): void {
    this.player.finish();
    const stage = this.source.stageOf(now);
    const said = stage === undefined ? [] : [{ at: 0, text: stage.words }];
    const forward = stage !== undefined && stage.number === (before ?? 0) + 1;
    const plain = this.isStill(now) ? STILL_MS : SUBSTEP_BACK_MS;
    const story =
      forward && !this.isStill(now)
        ? { ...stage.story, announcements: said }
        : crossfade(plain, said);
    this.play(from, story, now);
  }

  private arrange(): void {
    const from = this.shown;
    if (this.input === undefined || from === undefined) return;
    this.player.finish();
    const next = this.build(this.input);
    this.play(
      from,
      directArrangement(from.rects, next.rects, this.isStill(this.input)),
      this.input,
    );
    this.fitUntouched();
  }

  private play(from: BuiltScene, story: Storyboard, now: GraphInput): void {
    const next = this.build(now);
    this.shown = next;
    this.stage.place(next.rects);
    this.player.play(story, mixScenes(from, next, story), this.isStill(now) ? 1 : now.speed);
  }

  /** Dots are too many to follow. */
  private isStill({ speed, view }: GraphInput): boolean {
    return (
      speed === 0 ||
      matchMedia(REDUCED_MOTION).matches ||
      view.nodes.some((node) => node.tier === "mark")
    );
  }

  private magnify(presenting: boolean): void {
    this.stage.setStrokes(presenting ? MAGNIFIED.stroke / MAGNIFIED.text : 1);
    this.fitUntouched();
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
    const { union, view, presenting } = this.input;
    const bounds = boundsOfUnion(union, this.keeper.positions(), showsLocals(view));
    const most = presenting ? MAGNIFIED.text : 1;
    return bounds === undefined
      ? undefined
      : fitViewport(bounds, this.stage.size(), most, presenting);
  }

  /** Steps never change the viewport; new room or new things do, until the person has taken it in hand. */
  private fitUntouched(): void {
    if (!this.stage.touched()) this.fit();
  }
}
