/** Lets Cytoscape draw only when something asks for it: left to itself it wakes with every frame for ever. */
import cytoscape from "cytoscape";

interface Renderer {
  readonly destroyed?: boolean;
  readonly beforeRenderCallbacks: readonly { fn(willDraw: boolean, time: number): void }[];
  readonly renderOptions: unknown;
  requestedFrame: boolean;
  render(options: unknown): void;
  redraw(options?: unknown): void;
  startRenderLoop(): void;
}

let isQuiet = false;

/** Before the first graph is made. Another version of Cytoscape that is built otherwise is left as it is. */
export function quietenRenderer(): void {
  const found: unknown = cytoscape("renderer", "canvas");
  const prototype: unknown = typeof found === "function" ? found.prototype : undefined;
  if (isQuiet || !isRenderer(prototype)) return;
  isQuiet = true;
  const { redraw } = prototype;
  const waiting = new WeakSet<Renderer>();
  prototype.startRenderLoop = () => undefined;
  prototype.redraw = function redrawOnce(this: Renderer, options) {
    redraw.call(this, options);
    if (waiting.has(this)) return;
    waiting.add(this);
    requestAnimationFrame((time) => {
      waiting.delete(this);
      drawFrame(this, time);
    });
  };
}

function drawFrame(renderer: Renderer, time: number): void {
  if (renderer.destroyed === true || !renderer.requestedFrame) return;
  for (const { fn } of renderer.beforeRenderCallbacks) fn(true, time);
  renderer.render(renderer.renderOptions);
  renderer.requestedFrame = false;
}

function isRenderer(value: unknown): value is Renderer {
  return (
    typeof value === "object" &&
    value !== null &&
    Object.hasOwn(value, "redraw") &&
    Object.hasOwn(value, "startRenderLoop")
  );
}

const DRAWING = ["drawLayeredElements", "drawCachedElements", "drawElements"] as const;

/** The elements are invisible: leave out the work of drawing them. The box that selects is still drawn. */
export function drawNoElements(cy: cytoscape.Core & { readonly renderer?: () => unknown }): void {
  const renderer = cy.renderer?.();
  if (typeof renderer !== "object" || renderer === null) return;
  for (const name of DRAWING)
    if (name in renderer) Object.assign(renderer, { [name]: () => undefined });
}
