/** Cytoscape as the model of what can be grabbed (viewport, hit testing, dragging, box selection) with our own canvas beneath it. */
import cytoscape from "cytoscape";
import { paintScene } from "./canvas-painter";
import type { Point, Rect } from "./geometry";
import type { Scene } from "./scene";

export interface StageEvents {
  onTap(id: string | undefined): void;
  onDoubleTapNothing(): void;
  onDrag(places: ReadonlyMap<string, Point>): void;
  onDrop(before: ReadonlyMap<string, Point>): void;
  onResize(): void;
}

export interface GraphStage {
  show(scene: Pick<Scene, "parts">): void;
  /** The same picture again, now that its fonts are there. */
  repaint(): void;
  /** What can be grabbed, and where it is. */
  place(rects: ReadonlyMap<string, Rect>): void;
  select(id: string | undefined): void;
  viewport(): { readonly zoom: number; readonly pan: Point };
  setViewport(zoom: number, pan: Point): void;
  zoomBy(factor: number): void;
  panBy(by: Point): void;
  size(): { readonly width: number; readonly height: number };
  toClient(point: Point): Point;
  /** True once the person panned or zoomed. */
  touched(): boolean;
  setTouched(touched: boolean): void;
  dispose(): void;
}

const BOX_SELECTION: cytoscape.Css.Core = {
  "active-bg-color": "#0B57D0",
  "active-bg-opacity": 0,
  "active-bg-size": 0,
  "selection-box-color": "#0B57D0",
  "selection-box-border-color": "#0B57D0",
  "selection-box-border-width": 1,
  "selection-box-opacity": 0.12,
  "outside-texture-bg-color": "#000000",
  "outside-texture-bg-opacity": 0,
};

const INVISIBLE: cytoscape.StylesheetJsonBlock[] = [
  {
    selector: "node",
    style: {
      shape: "rectangle",
      width: "data(width)",
      height: "data(height)",
      "background-opacity": 0,
      "overlay-opacity": 0,
      "border-width": 0,
    },
  },
  { selector: "core", style: BOX_SELECTION },
];

export const LEAST_ZOOM = 0.08;
export const MOST_ZOOM = 4;
/** Cytoscape adds a style element unless one with this id exists; the page's content security policy would refuse it. */
const STYLESHEET_ID = "__________cytoscape_stylesheet";

export function createGraphStage(
  container: HTMLElement,
  canvas: HTMLCanvasElement,
  events: StageEvents,
): GraphStage {
  claimStylesheet();
  const cy = cytoscape({
    container,
    style: INVISIBLE,
    layout: { name: "preset" },
    minZoom: LEAST_ZOOM,
    maxZoom: MOST_ZOOM,
    pixelRatio: 1,
    selectionType: "single",
    boxSelectionEnabled: true,
  });
  let scene: Pick<Scene, "parts"> = { parts: [] };
  let frame = 0;
  let byPerson = false;
  let quiet = false;
  const paint = (): void => {
    frame = 0;
    paintOn(canvas, container, cy, scene);
  };
  const request = (): void => {
    if (frame === 0) frame = requestAnimationFrame(paint);
  };
  cy.on("viewport", () => {
    if (!quiet) byPerson = true;
    request();
  });
  listen(cy, events);
  const resizing = new ResizeObserver(() => {
    quietly(() => cy.resize());
    events.onResize();
    // At once: a resized canvas is empty until it is painted.
    paint();
  });
  resizing.observe(container);

  const quietly = (change: () => void): void => {
    quiet = true;
    change();
    quiet = false;
  };

  return {
    show(next) {
      scene = next;
      request();
    },
    repaint: request,
    place: (rects) => quietly(() => placeElements(cy, rects)),
    select(id) {
      cy.nodes(":selected").unselect();
      if (id !== undefined) cy.$id(id).select();
    },
    viewport: () => ({ zoom: cy.zoom(), pan: { ...cy.pan() } }),
    setViewport: (zoom, pan) => quietly(() => cy.viewport({ zoom, pan: { x: pan.x, y: pan.y } })),
    zoomBy(factor) {
      cy.zoom({
        level: cy.zoom() * factor,
        renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 },
      });
    },
    panBy: (by) => void cy.panBy({ x: by.x, y: by.y }),
    size: () => ({ width: container.clientWidth, height: container.clientHeight }),
    toClient(point) {
      const box = container.getBoundingClientRect();
      const { x, y } = cy.pan();
      return { x: box.left + x + point.x * cy.zoom(), y: box.top + y + point.y * cy.zoom() };
    },
    touched: () => byPerson,
    setTouched(touched) {
      byPerson = touched;
    },
    dispose() {
      cancelAnimationFrame(frame);
      resizing.disconnect();
      cy.destroy();
    },
  };
}

function claimStylesheet(): void {
  if (document.getElementById(STYLESHEET_ID) !== null) return;
  const meta = document.createElement("meta");
  meta.id = STYLESHEET_ID;
  document.head.append(meta);
}

function listen(cy: cytoscape.Core, events: StageEvents): void {
  let before = new Map<string, Point>();
  cy.on("tap", (event) => {
    const target: unknown = event.target;
    events.onTap(isElement(target, cy) ? target.id() : undefined);
  });
  cy.on("dbltap", (event) => {
    if (event.target === cy) events.onDoubleTapNothing();
  });
  cy.on("grabon", "node", (event) => {
    const target: unknown = event.target;
    const others = cy.nodes(":grabbed");
    before = placesOf(isElement(target, cy) ? others.union(target).nodes() : others);
  });
  cy.on("drag", "node", () => {
    const moving = cy.nodes(":grabbed");
    for (const [id, place] of placesOf(moving)) if (!before.has(id)) before.set(id, place);
    events.onDrag(placesOf(moving));
  });
  cy.on("dragfreeon", "node", () => {
    if (before.size > 0) events.onDrop(before);
    before = new Map();
  });
}

/** Cytoscape's events do not say what their target is: an element, or the graph itself. */
function isElement(target: unknown, cy: cytoscape.Core): target is cytoscape.NodeSingular {
  return typeof target === "object" && target !== null && target !== cy;
}

function placesOf(nodes: cytoscape.NodeCollection): Map<string, Point> {
  return new Map(
    nodes.map((node) => [node.id(), { x: node.position("x"), y: node.position("y") }]),
  );
}

function placeElements(cy: cytoscape.Core, rects: ReadonlyMap<string, Rect>): void {
  cy.batch(() => {
    cy.nodes().forEach((node) => {
      if (!rects.has(node.id())) node.remove();
    });
    for (const [id, rect] of rects) {
      const position = { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 };
      const node = cy.$id(id);
      if (node.empty()) {
        cy.add({ group: "nodes", data: { id, width: rect.width, height: rect.height }, position });
        continue;
      }
      if (node.data("width") !== rect.width || node.data("height") !== rect.height)
        node.data({ width: rect.width, height: rect.height });
      const at = node.position();
      if (!node.grabbed() && (at.x !== position.x || at.y !== position.y)) node.position(position);
    }
  });
}

// oxlint-disable-next-line max-params -- what to paint on, how large, from where and what
function paintOn(
  canvas: HTMLCanvasElement,
  container: HTMLElement,
  cy: cytoscape.Core,
  scene: Pick<Scene, "parts">,
): void {
  const ratio = window.devicePixelRatio;
  const [width, height] = [container.clientWidth, container.clientHeight];
  const [pixelWidth, pixelHeight] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width !== pixelWidth) canvas.width = pixelWidth;
  if (canvas.height !== pixelHeight) canvas.height = pixelHeight;
  const context = canvas.getContext("2d");
  if (context === null) return;
  const zoom = cy.zoom();
  const pan = cy.pan();
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, pixelWidth, pixelHeight);
  context.setTransform(ratio * zoom, 0, 0, ratio * zoom, ratio * pan.x, ratio * pan.y);
  const visible = {
    x: -pan.x / zoom,
    y: -pan.y / zoom,
    width: width / zoom,
    height: height / zoom,
  };
  paintScene(context, scene, { visible, scale: zoom * ratio });
}
