/** Remembers the way of every edge for as long as nothing it depends on has moved, come or gone. */
import type { ViewEdge } from "../../electron/contract/subgraph-view";
import { crowdRoute, routeEdge, type Route, type RoutingInput } from "./edge-routing";
import { grow, overlaps, type Rect, unionOf } from "./geometry";
import { sameValue } from "../../electron/contract/same-value";

interface Circumstances {
  readonly from: Rect;
  readonly to: Rect;
  readonly row: number | undefined;
  readonly arrow: number;
  readonly crowded: boolean;
  /** What may be in the way. */
  readonly nearby: readonly Rect[];
}

/** Every way that is tried stays within this distance of the two ends. */
const REACH = 300;
/** `free`: among pills and dots lines run behind everything and look for no way around. */
export interface RouteWay {
  readonly arrow: number;
  readonly crowded: boolean;
  readonly free: boolean;
}

const known = new WeakMap<
  ViewEdge,
  { readonly circumstances: Circumstances; readonly route: Route | undefined }
>();

export function rememberedRoute(
  edge: ViewEdge,
  input: RoutingInput,
  { arrow, crowded, free }: RouteWay,
): Route | undefined {
  const from = input.ends.get(edge.from);
  const to = input.ends.get(edge.to);
  if (from === undefined || to === undefined) return undefined;
  if (free) return freeRoute(edge, input, { arrow, crowded });
  const reach = grow(unionOf([from.rect, to.rect]) ?? from.rect, REACH);
  const nearby = crowded ? [] : input.obstacles.filter((rect) => overlaps(rect, reach));
  const row = input.rowHeight(edge.from, edge.to);
  const circumstances = { from: from.rect, to: to.rect, row, arrow, crowded, nearby };
  const last = known.get(edge);
  if (last !== undefined && sameValue(last.circumstances, circumstances)) return last.route;
  const route = crowded
    ? crowdRoute(from.rect, to.rect)
    : routeEdge(edge, { ...input, obstacles: nearby }, arrow);
  known.set(edge, { circumstances, route });
  return route;
}

function freeRoute(
  edge: ViewEdge,
  input: RoutingInput,
  { arrow, crowded }: Pick<RouteWay, "arrow" | "crowded">,
): Route | undefined {
  const from = input.ends.get(edge.from);
  const to = input.ends.get(edge.to);
  if (from === undefined || to === undefined) return undefined;
  const circumstances = {
    from: from.rect,
    to: to.rect,
    row: undefined,
    arrow,
    crowded,
    nearby: [],
  };
  const last = known.get(edge);
  if (last !== undefined && sameValue(last.circumstances, circumstances)) return last.route;
  const route = crowded
    ? crowdRoute(from.rect, to.rect)
    : routeEdge(edge, { ends: input.ends, obstacles: [], rowHeight: () => undefined }, arrow);
  known.set(edge, { circumstances, route });
  return route;
}
