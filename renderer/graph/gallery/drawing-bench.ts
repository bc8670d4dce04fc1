/** The same graph drawn by us and by Cytoscape's built-in canvas renderer, frame by frame, for e2e/benchmarks/drawing.bench.mjs to measure. Not shipped. */
import cytoscape from "cytoscape";
import { directArrangement } from "../arrangement-director";
import { fitViewport, type Viewport } from "../fit-viewport";
import { layoutUnion } from "../graph-layout";
import { GraphStage } from "../graph-stage";
import { type BuiltScene, buildScene, type SceneInput } from "../scene-builder";
import { mixScenes } from "../scene-mixer";
import { themeTokens } from "../theme-tokens";
import { benchUnion, benchView } from "./bench-graph";

export type Renderer = "ours" | "built-in";
export type Movement = "floor" | "pan-fitted" | "pan-full-size" | "zoom" | "animation";

interface Drawn {
  move(movement: Movement, turn: number): void;
  /** Everything there is to grab has been told to Cytoscape. */
  place(): void;
  dispose(): void;
}

const SIZE = { width: 1280, height: 800 };

let input: SceneInput | undefined;
let drawn: Drawn | undefined;

/** Lays out a graph of so many objects; answers milliseconds. */
function layOut(nodes: number): number {
  const union = benchUnion(nodes);
  const start = performance.now();
  const positions = layoutUnion(union, new Map());
  const took = performance.now() - start;
  const view = benchView(nodes);
  input = {
    union,
    view,
    positions,
    theme: themeTokens("light"),
    selection: undefined,
    focus: undefined,
  };
  return took;
}

/** From positions to pixels; answers milliseconds. */
async function open(renderer: Renderer): Promise<number> {
  if (input === undefined) throw new Error("Lay out a graph first.");
  drawn?.dispose();
  const host = box();
  await painted();
  const start = performance.now();
  drawn = renderer === "ours" ? openOurs(host, input) : openBuiltIn(host, input);
  await painted();
  return performance.now() - start;
}

async function run(movement: Movement, frames: number): Promise<number> {
  const start = performance.now();
  for (let turn = 0; turn < frames; turn += 1) {
    if (movement === "floor") dot(turn);
    else drawn?.move(movement, turn);
    await painted();
  }
  return performance.now() - start;
}

/** What any frame costs in which a canvas changes at all: one pixel. */
function dot(turn: number): void {
  const context = document.querySelector("canvas:last-of-type");
  if (!(context instanceof HTMLCanvasElement)) return;
  const brush = context.getContext("2d");
  if (brush === null) return;
  brush.fillStyle = turn % 2 === 0 ? "#000000" : "#FFFFFF";
  brush.fillRect(0, 0, 1, 1);
}

/** The longest time between two frames while elements are told to Cytoscape. */
async function place(): Promise<number> {
  let longest = 0;
  let last = performance.now();
  drawn?.place();
  for (let turn = 0; turn < 200; turn += 1) {
    await new Promise(requestAnimationFrame);
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }
  return longest;
}

function box(): HTMLDivElement {
  const element = document.createElement("div");
  const place = { position: "fixed", inset: "0", background: "white" };
  Object.assign(element.style, place, { width: `${SIZE.width}px`, height: `${SIZE.height}px` });
  document.body.append(element);
  return element;
}

/** A message posted while a frame is prepared is heard when that frame has been painted. */
const painted = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.addEventListener("message", () => resolve());
      channel.port1.start();
      channel.port2.postMessage(0);
    });
  });

function viewportAt(movement: Movement, turn: number, fitted: Viewport): Viewport {
  const around = {
    x: fitted.pan.x + Math.round(Math.sin(turn / 5) * 60),
    y: fitted.pan.y + Math.round(Math.cos(turn / 5) * 60),
  };
  if (movement === "zoom")
    return { zoom: fitted.zoom * (1.2 + Math.sin(turn / 5) * 0.2), pan: fitted.pan };
  return movement === "pan-full-size"
    ? { zoom: 1, pan: { x: around.x - 1500, y: around.y - 300 } }
    : { zoom: fitted.zoom, pan: around };
}

function openOurs(host: HTMLElement, given: SceneInput): Drawn {
  const container = document.createElement("div");
  const canvas = document.createElement("canvas");
  const fill = { position: "absolute", inset: "0", width: "100%", height: "100%" };
  for (const element of [canvas, container]) Object.assign(element.style, fill);
  host.append(canvas, container);
  const nothing = (): void => undefined;
  const stage = new GraphStage(container, canvas, {
    onTap: nothing,
    onPoint: nothing,
    onDoubleTap: nothing,
    onBox: nothing,
    onDrag: nothing,
    onDrop: nothing,
    onResize: nothing,
  });
  const scene: BuiltScene = buildScene(given);
  const fitted = fitViewport(scene.bounds, SIZE);
  stage.setViewport(fitted);
  stage.show(scene);
  const moved = new Map(
    [...scene.rects].map(([id, rect]) => [id, { ...rect, x: rect.x + 40, y: rect.y - 30 }]),
  );
  const mixer = mixScenes(scene, scene, directArrangement(moved, scene.rects, false));
  return {
    move(movement, turn) {
      if (movement === "animation") stage.show({ parts: mixer.at(20 + ((turn * 16) % 360)) }, true);
      else stage.setViewport(viewportAt(movement, turn, fitted));
    },
    place: () => stage.place(scene.rects),
    dispose() {
      stage.dispose();
      host.remove();
    },
  };
}

function openBuiltIn(host: HTMLElement, given: SceneInput): Drawn {
  const { rects, bounds } = buildScene(given);
  const nodes = [...rects].map(([id, { x, y, width, height }]) => ({
    group: "nodes" as const,
    data: { id, label: id, width, height },
    position: { x: x + width / 2, y: y + height / 2 },
  }));
  const edges = given.view.edges.map(({ id, from, to }) => ({
    group: "edges" as const,
    data: { id, source: from, target: to },
  }));
  const cy = cytoscape({
    container: host,
    elements: [...nodes, ...edges],
    layout: { name: "preset" },
    style: LIKE_OURS,
    pixelRatio: 1,
  });
  const fitted = fitViewport(bounds, SIZE);
  const show = ({ zoom, pan }: Viewport): void => void cy.viewport({ zoom, pan: { ...pan } });
  show(fitted);
  const starts = new Map(nodes.map(({ data, position }) => [data.id, position]));
  return {
    move(movement, turn) {
      if (movement !== "animation") {
        show(viewportAt(movement, turn, fitted));
        return;
      }
      const by = (turn * 2) % 40;
      cy.batch(() => {
        cy.nodes().forEach((node) => {
          const { x = 0, y = 0 } = starts.get(node.id()) ?? {};
          node.position({ x: x + by, y: y - by });
        });
      });
    },
    place: () => undefined,
    dispose() {
      cy.destroy();
      host.remove();
    },
  };
}

const LIKE_OURS: cytoscape.StylesheetJsonBlock[] = [
  {
    selector: "node",
    style: {
      shape: "round-rectangle",
      width: "data(width)",
      height: "data(height)",
      label: "data(label)",
      "text-valign": "center",
      "font-size": 11,
      "min-zoomed-font-size": 4,
      "background-color": "#E6EEFC",
      "border-width": 1.5,
      "border-color": "#3C6CC8",
    },
  },
  {
    selector: "edge",
    style: {
      width: 1.2,
      "line-color": "#8A94A0",
      "curve-style": "bezier",
      "target-arrow-shape": "triangle",
      "target-arrow-color": "#8A94A0",
    },
  },
];

export const drawingBench: Readonly<Record<string, unknown>> = { layOut, open, run, place };
