/** The elements Cytoscape knows: invisible rectangles to grab, tap and box-select; and what it reports about them. */
import type cytoscape from "cytoscape";
import type { Point, Rect } from "./geometry";
import type { HeldKeys } from "./graph-pointing";

export interface ElementEvents {
  /** `at` is in the scene's units. */
  onTap(id: string | undefined, at: Point, held: HeldKeys): void;
  /** The pointer moved over a thing or over nothing; undefined point: it left. */
  onPoint(id: string | undefined, at: Point | undefined): void;
  onDoubleTap(id: string | undefined): void;
  /** Everything in a box that was drawn with Shift held. */
  onBox(ids: readonly string[], adds: boolean): void;
  onDrag(places: ReadonlyMap<string, Point>): void;
  onDrop(before: ReadonlyMap<string, Point>): void;
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

export const INVISIBLE: cytoscape.StylesheetJsonBlock[] = [
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

export function listen(cy: cytoscape.Core, events: ElementEvents): void {
  let before = new Map<string, Point>();
  // Cytoscape takes two quick taps on two things for a double tap.
  let [last, tapped]: (string | undefined)[] = [];
  cy.on("tap", (event) => {
    const target: unknown = event.target;
    last = tapped;
    tapped = isElement(target, cy) ? target.id() : undefined;
    const { shiftKey, ctrlKey, metaKey, altKey } = event.originalEvent;
    const held = { adds: shiftKey || ctrlKey || metaKey, alt: altKey };
    events.onTap(isElement(target, cy) ? target.id() : undefined, event.position, held);
  });
  cy.on("mousemove", (event) => {
    const target: unknown = event.target;
    // Dragging, panning and box selection point at nothing.
    const at = event.originalEvent.buttons === 0 ? event.position : undefined;
    events.onPoint(isElement(target, cy) ? target.id() : undefined, at);
  });
  cy.on("dbltap", (event) => {
    const target: unknown = event.target;
    const id = isElement(target, cy) ? target.id() : undefined;
    const { shiftKey, ctrlKey, metaKey } = event.originalEvent;
    if (id === last && id === tapped && !shiftKey && !ctrlKey && !metaKey) events.onDoubleTap(id);
  });
  listenToBoxes(cy, events);
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

/** Cytoscape tells each element of a box apart, all in one go. */
function listenToBoxes(cy: cytoscape.Core, events: ElementEvents): void {
  let boxed: string[] = [];
  let adds = false;
  cy.on("boxend", (event) => {
    adds = event.originalEvent.ctrlKey || event.originalEvent.metaKey;
  });
  cy.on("box", "node", (event) => {
    const target: unknown = event.target;
    if (!isElement(target, cy)) return;
    if (boxed.length === 0)
      queueMicrotask(() => {
        events.onBox(boxed, adds);
        boxed = [];
      });
    boxed.push(target.id());
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

/** Brings Cytoscape's elements to these rectangles; each `next()` works for about `sliceMs`. */
export function* placeElements(
  cy: cytoscape.Core,
  rects: ReadonlyMap<string, Rect>,
  sliceMs: number,
): Generator<void, void> {
  let until = performance.now() + sliceMs;
  const gone = cy.nodes().filter((node) => !rects.has(node.id()));
  if (gone.nonempty()) gone.remove();
  let fresh: cytoscape.ElementDefinition[] = [];
  for (const [id, rect] of rects) {
    const { width, height } = rect;
    const position = { x: rect.x + width / 2, y: rect.y + height / 2 };
    const node = cy.$id(id);
    if (node.empty()) fresh.push({ group: "nodes", data: { id, width, height }, position });
    else placeElement(node, rect, position);
    if (fresh.length >= SLICE) {
      cy.add(fresh);
      fresh = [];
    }
    if (performance.now() > until) {
      yield;
      until = performance.now() + sliceMs;
    }
  }
  if (fresh.length > 0) cy.add(fresh);
}

function placeElement(
  node: cytoscape.NodeSingular,
  { width, height }: Rect,
  position: Point,
): void {
  if (node.data("width") !== width || node.data("height") !== height) node.data({ width, height });
  const at = node.position();
  if (!node.grabbed() && (at.x !== position.x || at.y !== position.y)) node.position(position);
}

/** Added together they share the work of finding their style. */
const SLICE = 20;
