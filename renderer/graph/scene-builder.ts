/** Turns a view, positions and a theme into the picture. Pure: the same input draws the same on screen, in a test and in an export. */
import type {
  NodeId,
  SubgraphView,
  UnionGraph,
  ViewEdge,
  ViewNode,
} from "../../electron/contract/subgraph-view";
import { rowMiddle, rowOf } from "./card-rows";
import { crowdedEdges } from "./crowds";
import { arrowRoom, type EdgeLook, edgeLook, edgeParts } from "./edge-face";
import type { EdgeEnd, Route, RoutingInput } from "./edge-routing";
import { type Point, type Rect, type Size, unionOf } from "./geometry";
import { hullParts } from "./hulls";
import { placeLabels } from "./label-placement";
import { legendEntries } from "./legend";
import { nodeForm } from "./node-face";
import { unionSizes } from "./node-size";
import { remembered } from "./remembered-drawing";
import { LAYERS, type Scene, type ScenePart } from "./scene";
import { rememberedRoute } from "./route-memory";
import { faces, placedRects } from "./scene-faces";
import type { SceneMarks } from "./scene-marks";
import { sceneOwners } from "./scene-owners";
import { keepSame } from "../../electron/contract/same-value";
import { scopePart, scopeRect } from "./scope-box";
import { tagRect } from "./tag-face";
import type { ThemeTokens } from "./theme-tokens";

export interface SceneInput {
  readonly union: UnionGraph;
  readonly view: SubgraphView;
  readonly positions: ReadonlyMap<string, Point>;
  readonly theme: ThemeTokens;
  readonly selection: NodeId | undefined;
  /** The node or name the keyboard is on. */
  readonly focus: string | undefined;
  /** Absent: none. */
  readonly marks?: SceneMarks;
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
      lineParts(drawn.edge, {
        ...drawn,
        plate: plates.get(drawn.edge.id),
        theme,
        picked: drawn.edge.id === input.marks?.picked,
      }),
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
  { view, theme, marks }: SceneInput,
  rects: ReadonlyMap<string, Rect>,
  nodes: ReadonlyMap<string, ViewNode>,
): ScenePart[] {
  const cards = new Map([...rects].filter(([id]) => nodes.has(id)));
  const bySize = [...view.cycles].sort((a, b) => b.size - a.size).slice(0, HATCHED_HULLS);
  const hatched = new Set(bySize.map((cycle) => cycle.id));
  return view.cycles
    .filter((cycle) => cycle.members.length > 1)
    .flatMap((cycle) => {
      const members = cycle.members.flatMap((id) => nodes.get(id) ?? []);
      return hullParts(cycle, {
        rects: cards,
        theme,
        hatched: hatched.has(cycle.id),
        picked: cycle.id === marks?.picked,
        density: members.some((node) => node.tier === undefined || node.tier === "card")
          ? "card"
          : (members[0]?.tier ?? "card"),
        uncollectable: members.some((node) => node.fate === "uncollectable"),
      });
    });
}

function routeAll(
  input: SceneInput,
  rects: ReadonlyMap<string, Rect>,
  nodes: ReadonlyMap<string, ViewNode>,
): Map<string, DrawnEdge> {
  const { view, theme } = input;
  const routing = routingInput(input, rects, nodes);
  const crowded = crowdedEdges(view.edges);
  const dense = view.nodes.some((node) => node.tier === "compact" || node.tier === "mark");
  const routes = new Map<string, DrawnEdge>();
  // Lines of a crowd lie below those one can follow.
  const ordered =
    crowded.size === 0
      ? view.edges
      : [
          ...view.edges.filter((edge) => crowded.has(edge.id)),
          ...view.edges.filter((edge) => !crowded.has(edge.id)),
        ];
  for (const edge of ordered) {
    const look = edgeLook(edge, nodes, theme, crowded.has(edge.id));
    const way = { arrow: arrowRoom(look), crowded: crowded.has(edge.id), free: dense };
    const route = rememberedRoute(edge, routing, way);
    if (route !== undefined) routes.set(edge.id, { edge, route, look });
  }
  return routes;
}

function routingInput(
  { view, marks }: SceneInput,
  rects: ReadonlyMap<string, Rect>,
  nodes: ReadonlyMap<string, ViewNode>,
): RoutingInput {
  const ends = new Map<string, EdgeEnd>();
  const obstacles: Rect[] = [];
  for (const node of view.nodes) {
    const rect = rects.get(node.id);
    if (rect === undefined) continue;
    const form = nodeForm(node, marks?.expanded?.has(node.id) === true);
    ends.set(node.id, { rect, shape: form === "class" ? "class" : "card" });
    obstacles.push(rect);
  }
  for (const name of view.names) {
    const rect = rects.get(name.id);
    if (rect !== undefined) ends.set(name.id, { rect: tagRect(name.name, rect), shape: "tag" });
  }
  const rowHeight = (from: string, to: string): number | undefined => {
    const rect = rects.get(from);
    const node = nodes.get(from);
    const row = node === undefined ? -1 : rowOf(node, to);
    const middle = rect === undefined ? 0 : rowMiddle(rect, row);
    // Pills have no rows.
    return rect === undefined || row < 0 || middle > rect.y + rect.height ? undefined : middle;
  };
  return { ends, obstacles, rowHeight };
}

const lineParts = remembered(
  (
    edge: ViewEdge,
    frame: Omit<DrawnEdge, "edge"> & {
      readonly plate: Rect | undefined;
      readonly theme: ThemeTokens;
      readonly picked: boolean;
    },
  ) => edgeParts(edge, frame),
);

function keepKnown(parts: readonly ScenePart[], before: readonly ScenePart[]): ScenePart[] {
  const known = new Map(before.map((one) => [one.key, one]));
  return parts.map((one) => keepSame(known.get(one.key), one));
}
