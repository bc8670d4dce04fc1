/** Turns a view, positions and a theme into the picture. Pure: the same input draws the same on screen, in a test and in an export. */
import type {
  NodeId,
  SubgraphView,
  UnionGraph,
  ViewEdge,
  ViewNode,
} from "../../electron/contract/subgraph-view";
import { cardParts, rowMiddle } from "./card-face";
import { classParts } from "./class-face";
import { arrowRoom, type EdgeLook, edgeLook, edgeParts } from "./edge-face";
import { type EdgeEnd, routeEdge, type Route, type RoutingInput } from "./edge-routing";
import { type Point, type Rect, rectAround, type Size, unionOf } from "./geometry";
import { hullParts } from "./hulls";
import { placeLabels } from "./label-placement";
import { legendEntries } from "./legend";
import { nodeSize, unionSizes } from "./node-size";
import { LAYERS, type Scene, type SceneOwner, type ScenePart } from "./scene";
import { sceneOwners } from "./scene-owners";
import { scopePart, scopeRect } from "./scope-box";
import { tagParts, tagRect } from "./tag-face";
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

/** A still picture with what an animation needs to know about it. */
export interface BuiltScene extends Scene {
  readonly rects: ReadonlyMap<string, Rect>;
  readonly routes: ReadonlyMap<
    string,
    { readonly edge: ViewEdge; readonly route: Route; readonly look: EdgeLook }
  >;
}

/** More hulls than this are hatched only for the largest. */
const HATCHED_HULLS = 8;

export function buildScene(input: SceneInput): BuiltScene {
  const { view, theme } = input;
  const sizes = unionSizes(input.union);
  const rects = placedRects(input, sizes);
  const nodes = new Map(view.nodes.map((node) => [node.id, node]));
  const routes = routeAll(input, rects, nodes);
  const cards = view.nodes.flatMap((node) => rects.get(node.id) ?? []);
  const plates = placeLabels([...routes.values()], cards);
  const parts: ScenePart[] = [
    ...scopes(input, sizes),
    ...hulls(input, rects, nodes),
    ...[...routes.values()].flatMap(({ edge, route, look }) =>
      edgeParts(edge, route, look, plates.get(edge.id), theme),
    ),
    ...faces(input, rects),
  ];
  const bounds = unionOf(parts.map((one) => one.bounds)) ?? { x: 0, y: 0, width: 0, height: 0 };
  const owners: ReadonlyMap<string, SceneOwner> = sceneOwners(view);
  return {
    parts: inLayers(parts),
    owners,
    bounds,
    legend: legendEntries(view),
    theme,
    rects,
    routes,
  };
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
): Map<string, { edge: ViewEdge; route: Route; look: EdgeLook }> {
  const routing = routingInput(view, rects, nodes);
  const routes = new Map<string, { edge: ViewEdge; route: Route; look: EdgeLook }>();
  for (const edge of view.edges) {
    const look = edgeLook(edge, nodes, theme);
    const route = routeEdge(edge, routing, arrowRoom(look));
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
    const frame = { rect, theme, selected: node.id === selection, focused: node.id === focus };
    return node.kind === "class" ? classParts(node, frame) : cardParts(node, frame);
  });
  const tags = view.names.flatMap((name) => {
    const rect = rects.get(name.id);
    return rect === undefined ? [] : tagParts(name, { rect, theme, focused: name.id === focus });
  });
  return [...tags, ...cards];
}
