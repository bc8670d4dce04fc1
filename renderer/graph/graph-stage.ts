/** Cytoscape as the model of what can be grabbed (viewport, hit testing, dragging, box selection) with our own canvas beneath it. */
import cytoscape from "cytoscape";
import { paintArea, shiftPainted } from "./canvas-area-painter";
import { LEAST_ZOOM, type Viewport } from "./fit-viewport";
import { between, type Point, type Rect, type Size } from "./geometry";
import { changedArea } from "./painted-changes";
import { sameValue } from "../../electron/contract/same-value";
import { drawNoElements, quietenRenderer } from "./quiet-renderer";
import type { Scene, ScenePart } from "./scene";
import { type ElementEvents, INVISIBLE, listen, placeElements } from "./stage-elements";
import { easeInOut, share } from "./storyboard";

export interface StageEvents extends ElementEvents {
  onResize(): void;
}

interface Painted {
  readonly parts: readonly ScenePart[];
  readonly size: Size;
  readonly viewport: Viewport;
}

const MOST_ZOOM = 4;
const GLIDE_MS = 150;
/** Leaves most of a frame to everything else. */
const PLACE_SLICE_MS = 8;
/** Cytoscape adds a style element unless one with this id exists; the page's content security policy would refuse it. */
const STYLESHEET_ID = "__________cytoscape_stylesheet";

export class GraphStage {
  private readonly container: HTMLElement;
  private readonly canvas: HTMLCanvasElement;
  private readonly cy: cytoscape.Core;
  private readonly resizing: ResizeObserver;
  private scene: Pick<Scene, "parts"> = { parts: [] };
  /** What is on the canvas now; undefined when it is not known to be right. */
  private painted: Painted | undefined;
  private unplaced: ReadonlyMap<string, Rect> | undefined;
  private frame = 0;
  private byPerson = false;
  private quiet = false;
  private placing: Generator<void, void> | undefined;
  private selected: readonly string[] = [];
  private strokes = 1;
  private passing = false;
  private wheelPans = false;
  /** Before Cytoscape sees it: that always zooms. Pinching is a wheel with Ctrl. */
  private readonly onWheel = (event: WheelEvent): void => {
    if (!this.wheelPans || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    const sideways = event.shiftKey && event.deltaX === 0;
    this.panBy(sideways ? { x: -event.deltaY, y: 0 } : { x: -event.deltaX, y: -event.deltaY });
  };

  constructor(container: HTMLElement, canvas: HTMLCanvasElement, events: StageEvents) {
    claimStylesheet();
    quietenRenderer();
    this.container = container;
    this.canvas = canvas;
    this.cy = cytoscape({
      container,
      style: INVISIBLE,
      layout: { name: "preset" },
      minZoom: LEAST_ZOOM,
      maxZoom: MOST_ZOOM,
      pixelRatio: 1,
      selectionType: "single",
      boxSelectionEnabled: true,
    });
    drawNoElements(this.cy);
    this.cy.on("viewport", () => {
      if (!this.quiet) this.byPerson = true;
      this.repaint();
    });
    listen(this.cy, events);
    this.resizing = new ResizeObserver(() => {
      this.quietly(() => this.cy.resize());
      events.onResize();
      // At once: a resized canvas is empty until it is painted.
      this.painted = undefined;
      this.paint();
    });
    this.resizing.observe(container);
    container.addEventListener("wheel", this.onWheel, { capture: true, passive: false });
  }

  /** `passing`: a picture of an animation, gone with the next frame. */
  show(scene: Pick<Scene, "parts">, passing: boolean = false): void {
    this.scene = scene;
    this.passing = passing;
    this.repaint();
  }

  /** Text painted before its font had arrived looks different now. */
  repaintAll(): void {
    this.painted = undefined;
    this.repaint();
  }

  private repaint(): void {
    if (this.frame === 0) this.frame = requestAnimationFrame(() => this.paint());
  }

  /** What can be grabbed, and where it is: known a moment after it is seen, of thousands a little later. */
  place(rects: ReadonlyMap<string, Rect>): void {
    this.unplaced = rects;
    this.placing = undefined;
    this.repaint();
  }

  /** What is dragged together. */
  select(ids: readonly string[]): void {
    this.selected = ids;
    this.cy.nodes(":selected").unselect();
    for (const id of ids) this.cy.$id(id).select();
  }

  viewport(): Viewport {
    return { zoom: this.cy.zoom(), pan: { ...this.cy.pan() } };
  }

  setViewport({ zoom, pan }: Viewport): void {
    this.quietly(() => this.cy.viewport({ zoom, pan: { x: pan.x, y: pan.y } }));
  }

  /** Moves there in a moment. */
  glideTo(to: Viewport): void {
    const from = this.viewport();
    const startedAt = performance.now();
    const step = (): void => {
      // Someone took hold of the viewport meanwhile, or the graph has gone.
      if (this.byPerson || this.cy.destroyed()) return;
      const turned = easeInOut(share({ from: 0, to: GLIDE_MS }, performance.now() - startedAt));
      this.setViewport({
        zoom: from.zoom + (to.zoom - from.zoom) * turned,
        pan: between(from.pan, to.pan, turned),
      });
      if (turned < 1) requestAnimationFrame(step);
    };
    step();
  }

  zoomBy(factor: number): void {
    const middle = { x: this.cy.width() / 2, y: this.cy.height() / 2 };
    this.cy.zoom({ level: this.cy.zoom() * factor, renderedPosition: middle });
  }

  panBy(by: Point): void {
    this.cy.panBy({ x: by.x, y: by.y });
  }

  setWheel(wheel: "zoom" | "pan"): void {
    this.wheelPans = wheel === "pan";
  }

  size(): Size {
    return { width: this.container.clientWidth, height: this.container.clientHeight };
  }

  seen(): { readonly area: Rect; readonly zoom: number } {
    const { width, height } = this.size();
    const { zoom, pan } = this.viewport();
    const area = { x: -pan.x / zoom, y: -pan.y / zoom, width: width / zoom, height: height / zoom };
    return { area, zoom };
  }

  toClient(point: Point): Point {
    const box = this.container.getBoundingClientRect();
    const { zoom, pan } = this.viewport();
    return { x: box.left + pan.x + point.x * zoom, y: box.top + pan.y + point.y * zoom };
  }

  toScene(client: Point): Point {
    const box = this.container.getBoundingClientRect();
    const { zoom, pan } = this.viewport();
    return { x: (client.x - box.left - pan.x) / zoom, y: (client.y - box.top - pan.y) / zoom };
  }

  /** From pixels of the canvas to pixels of the window. */
  fromStage(point: Point): Point {
    const box = this.container.getBoundingClientRect();
    return { x: box.left + point.x, y: box.top + point.y };
  }

  setCursor(cursor: "default" | "pointer"): void {
    this.container.style.cursor = cursor;
  }

  /** All lines are this much wider. */
  setStrokes(factor: number): void {
    this.strokes = factor;
    this.repaintAll();
  }

  /** True once the person panned or zoomed. */
  touched(): boolean {
    return this.byPerson;
  }

  setTouched(touched: boolean): void {
    this.byPerson = touched;
  }

  dispose(): void {
    cancelAnimationFrame(this.frame);
    this.container.removeEventListener("wheel", this.onWheel, { capture: true });
    this.resizing.disconnect();
    this.cy.destroy();
  }

  /** A slice at a time, so that no key press waits for thousands of elements. */
  private placeSome(): void {
    if (this.cy.destroyed()) return;
    if (this.unplaced !== undefined)
      this.placing = placeElements(this.cy, this.unplaced, PLACE_SLICE_MS);
    this.unplaced = undefined;
    const { placing } = this;
    if (placing === undefined) return;
    this.quietly(() => this.finishPlacing(placing.next().done === true));
  }

  private finishPlacing(isDone: boolean): void {
    if (!isDone) {
      setTimeout(() => this.placeSome());
      return;
    }
    this.placing = undefined;
    for (const id of this.selected) this.cy.$id(id).select();
  }

  private quietly(change: () => void): void {
    this.quiet = true;
    change();
    this.quiet = false;
  }

  /** What of the canvas is not right yet; undefined: all of it. */
  private toPaint(
    context: CanvasRenderingContext2D,
    before: Painted,
    { size, viewport }: Pick<Painted, "size" | "viewport">,
  ): readonly Rect[] | undefined {
    if (!sameValue(before.size, size) || before.viewport.zoom !== viewport.zoom) return undefined;
    const by = {
      x: viewport.pan.x - before.viewport.pan.x,
      y: viewport.pan.y - before.viewport.pan.y,
    };
    if (by.x === 0 && by.y === 0)
      return changedArea(before.parts, this.scene.parts, { size, viewport });
    const isSeen = Math.abs(by.x) < size.width && Math.abs(by.y) < size.height;
    if (before.parts !== this.scene.parts || !isSeen) return undefined;
    return shiftPainted(context, size, by);
  }

  private paint(): void {
    this.frame = 0;
    const ratio = window.devicePixelRatio;
    const { width, height } = this.size();
    const size = { width: Math.round(width * ratio), height: Math.round(height * ratio) };
    const { zoom, pan } = this.viewport();
    // Whole pixels: what is painted already can be moved, and stays sharp.
    const viewport = {
      zoom: zoom * ratio,
      pan: { x: Math.round(pan.x * ratio), y: Math.round(pan.y * ratio) },
    };
    const before = this.painted;
    this.painted = { parts: this.scene.parts, size, viewport };
    if (this.canvas.width !== size.width) this.canvas.width = size.width;
    if (this.canvas.height !== size.height) this.canvas.height = size.height;
    const context = this.canvas.getContext("2d");
    if (context === null) return;
    const area =
      before === undefined ? undefined : this.toPaint(context, before, { size, viewport });
    const { strokes, passing } = this;
    // One rectangle is a quick clip; two strips are painted one after the other.
    const areas = area !== undefined && area.length <= 2 ? area.map((rect) => [rect]) : [area];
    for (const one of areas)
      paintArea(context, this.scene, { size, viewport, area: one, strokes, passing });
    // After the picture has reached the screen.
    if (this.unplaced !== undefined) setTimeout(() => this.placeSome());
  }
}

function claimStylesheet(): void {
  if (document.getElementById(STYLESHEET_ID) !== null) return;
  const meta = document.createElement("meta");
  meta.id = STYLESHEET_ID;
  document.head.append(meta);
}
