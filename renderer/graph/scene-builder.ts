/** Turns a view, positions and a theme into the picture. Pure: the same input draws the same on screen, in a test and in an export. */
import type {
  NodeId,
  SubgraphView,
  UnionGraph,
  ViewEdge,
  ViewName,
  ViewNode,
} from "../../electron/contract/subgraph-view";
import { type CardFrame, cardParts, rowMiddle } from "./card-face";
import { classParts } from "./class-face";
import { crowdedEdges } from "./crowds";
import { arrowRoom, type EdgeLook, edgeLook, edgeParts } from "./edge-face";
import type { EdgeEnd, Route, RoutingInput } from "./edge-routing";
import { type Point, type Rect, rectAround, type Size, unionOf } from "./geometry";
import { hullParts } from "./hulls";
import { placeLabels } from "./label-placement";
import { legendEntries } from "./legend";
import { nodeSize, unionSizes } from "./node-size";
import { LAYERS, type Scene, type ScenePart } from "./scene";
import { rememberedRoute } from "./route-memory";
import { sceneOwners } from "./scene-owners";
import { keepSame, sameValue } from "../../electron/contract/same-value";
import { scopePart, scopeRect } from "./scope-box";
import { type TagFrame, tagParts, tagRect } from "./tag-face";
import type { ThemeTokens } from "./theme-tokens";

export interface SceneInput {
  readonly union: UnionGraph;
  readonly view: SubgraphView;
  readonly positions: ReadonlyMap<string, Point>;
  readonly theme: ThemeTokens;
  readonly selection: NodeId | undefined;
  /** The node or name the keyboard is on. */
  readonly focus: string | undefined;
}

interface DrawnEdge {
  readonly edge: ViewEdge;
  readonly route: Route;
  readonly look: EdgeLook;
}

/** A still picture with what an animation needs to know about it. */
export interface BuiltScene extends Scene {
  readonly rects: ReadonlyMap<string, Rect>;
  readonly routes: ReadonlyMap<string, DrawnEdge>;
}

/** More hulls than this are hatched only for the largest. */
const HATCHED_HULLS = 8;

/** Parts that are as they were in `before` are the same objects again: painting and mixing skip them. */
export function buildScene(input: SceneInput, before?: BuiltScene): BuiltScene {
  const { view, theme } = input;
  const sizes = sizesOf(input.union);
  const rects = placedRects(input, sizes);
  const nodes = new Map(view.nodes.map((node) => [node.id, node]));
  const routes = routeAll(input, rects, nodes);
  const cards = view.nodes.flatMap((node) => rects.get(node.id) ?? []);
  const plates = placeLabels([...routes.values()], cards);
  const parts: ScenePart[] = [
    ...scopes(input, sizes),
    ...hulls(input, rects, nodes),
    ...[...routes.values()].flatMap((drawn) =>
      lineParts(drawn.edge, { ...drawn, plate: plates.get(drawn.edge.id), theme }),
    ),
    ...faces(input, rects),
  ];
  const bounds = unionOf(parts.map((one) => one.bounds)) ?? { x: 0, y: 0, width: 0, height: 0 };
  return {
    parts: keepKnown(inLayers(parts), before?.parts ?? []),
    get owners() {
      return sceneOwners(view);
    },
    bounds,
    legend: legendEntries(view),
    theme,
    rects,
    routes,
  };
}

const knownSizes = new WeakMap<UnionGraph, ReadonlyMap<string, Size>>();

function sizesOf(union: UnionGraph): ReadonlyMap<string, Size> {
  const sizes = knownSizes.get(union) ?? unionSizes(union);
  knownSizes.set(union, sizes);
  return sizes;
}

export function inLayers(parts: readonly ScenePart[]): ScenePart[] {
  return LAYERS.flatMap((layer) => parts.filter((one) => one.layer === layer));
}

/** Cards, classes and tags that have a place. Cards keep the height of the most rows they ever show, so they do not grow. */
function placedRects(
  { view, positions }: SceneInput,
  sizes: ReadonlyMap<string, Size>,
): Map<string, Rect> {
  const rects = new Map<string, Rect>();
  for (const node of view.nodes) {
    const place = positions.get(node.id);
    const own = nodeSize({ kind: node.kind, title: node.title, rows: node.rows.length });
    const size = sizes.get(node.id) ?? own;
    if (place !== undefined)
      rects.set(
        node.id,
        rectAround(place, { width: size.width, height: Math.max(size.height, own.height) }),
      );
  }
  for (const name of view.names) {
    const place = positions.get(name.id);
    const size = sizes.get(name.id);
    if (place !== undefined && size !== undefined) rects.set(name.id, rectAround(place, size));
  }
  return rects;
}

function scopes(
  { union, view, positions, theme }: SceneInput,
  sizes: ReadonlyMap<string, Size>,
): ScenePart[] {
  return view.scopes.flatMap((scope) => {
    const rect = scopeRect(scope.id, union, positions, sizes);
    return rect === undefined ? [] : [scopePart(scope, rect, theme)];
  });
}

function hulls(
  { view, theme }: SceneInput,
  rects: ReadonlyMap<string, Rect>,
  nodes: ReadonlyMap<string, ViewNode>,
): ScenePart[] {
  const cards = new Map([...rects].filter(([id]) => nodes.has(id)));
  const bySize = [...view.cycles].sort((a, b) => b.size - a.size).slice(0, HATCHED_HULLS);
  const hatched = new Set(bySize.map((cycle) => cycle.id));
  return view.cycles
    .filter((cycle) => cycle.members.length > 1)
    .flatMap((cycle) => hullParts(cycle, { rects: cards, theme, hatched: hatched.has(cycle.id) }));
}

function routeAll(
  { view, theme }: SceneInput,
  rects: ReadonlyMap<string, Rect>,
  nodes: ReadonlyMap<string, ViewNode>,
): Map<string, DrawnEdge> {
  const routing = routingInput(view, rects, nodes);
  const crowded = crowdedEdges(view.edges);
  const routes = new Map<string, DrawnEdge>();
  for (const edge of view.edges) {
    const look = edgeLook(edge, nodes, theme, crowded.has(edge.id));
    const way = { arrow: arrowRoom(look), crowded: crowded.has(edge.id) };
    const route = rememberedRoute(edge, routing, way);
    if (route !== undefined) routes.set(edge.id, { edge, route, look });
  }
  return routes;
}

function routingInput(
  view: SubgraphView,
  rects: ReadonlyMap<string, Rect>,
  nodes: ReadonlyMap<string, ViewNode>,
): RoutingInput {
  const ends = new Map<string, EdgeEnd>();
  const obstacles: Rect[] = [];
  for (const node of view.nodes) {
    const rect = rects.get(node.id);
    if (rect === undefined) continue;
    ends.set(node.id, { rect, shape: node.kind === "class" ? "class" : "card" });
    obstacles.push(rect);
  }
  for (const name of view.names) {
    const rect = rects.get(name.id);
    if (rect !== undefined) ends.set(name.id, { rect: tagRect(name.name, rect), shape: "tag" });
  }
  const rowHeight = (from: string, to: string): number | undefined => {
    const rect = rects.get(from);
    const row = nodes.get(from)?.rows.findIndex((one) => one.target === to) ?? -1;
    return rect === undefined || row < 0 ? undefined : rowMiddle(rect, row);
  };
  return { ends, obstacles, rowHeight };
}

function faces(
  { view, theme, selection, focus }: SceneInput,
  rects: ReadonlyMap<string, Rect>,
): ScenePart[] {
  const cards = view.nodes.flatMap((node) => {
    const rect = rects.get(node.id);
    if (rect === undefined) return [];
    return nodeParts(node, {
      rect,
      theme,
      selected: node.id === selection,
      focused: node.id === focus,
    });
  });
  const tags = view.names.flatMap((name) => {
    const rect = rects.get(name.id);
    return rect === undefined ? [] : nameParts(name, { rect, theme, focused: name.id === focus });
  });
  return [...tags, ...cards];
}

const nodeParts = remembered((node: ViewNode, frame: CardFrame) =>
  node.kind === "class" ? classParts(node, frame) : cardParts(node, frame),
);

const nameParts = remembered((name: ViewName, frame: TagFrame) => tagParts(name, frame));

const lineParts = remembered(
  (
    edge: ViewEdge,
    frame: Omit<DrawnEdge, "edge"> & {
      readonly plate: Rect | undefined;
      readonly theme: ThemeTokens;
    },
  ) => edgeParts(edge, frame.route, frame.look, frame.plate, frame.theme),
);

/** Views share what has not changed (view-sharing.ts): each thing is drawn anew only in another frame. */
function remembered<Subject extends object, Frame extends object>(
  draw: (subject: Subject, frame: Frame) => ScenePart[],
): (subject: Subject, frame: Frame) => ScenePart[] {
  const drawn = new WeakMap<Subject, { readonly frame: Frame; readonly parts: ScenePart[] }>();
  return (subject, frame) => {
    const last = drawn.get(subject);
    if (last !== undefined && sameValue(last.frame, frame)) return last.parts;
    const parts = draw(subject, frame);
    drawn.set(subject, { frame, parts });
    return parts;
  };
}

function keepKnown(parts: readonly ScenePart[], before: readonly ScenePart[]): ScenePart[] {
  const known = new Map(before.map((one) => [one.key, one]));
  return parts.map((one) => keepSame(known.get(one.key), one));
}
