/** What a person's wishes add to the picture: tiers, groups, hubs and the counts of what is not drawn. */
import type { NodeIndex, Serial } from "../contract/ids";
import type { HiddenCount, NodeId, ViewEdge, ViewNode } from "../contract/subgraph-view";
import type { ViewShape } from "../contract/view-options";
import { NO_NODE } from "./heap-snapshot";
import { findHubs } from "./hubs";
import type { RetainedSizes } from "./retained-sizes";
import { viewGroup, viewGroupEdges } from "./view-groups";
import type { ViewPlan } from "./view-plan";
import type { AlivePicture } from "./why-alive";

export interface Shaping {
  readonly alive: AlivePicture;
  readonly shape: ViewShape;
  readonly plan: ViewPlan;
  /** Absent: not asked for, or too many objects to wait for it. */
  readonly retained?: RetainedSizes;
}

export type Dress = Pick<ViewNode, "tier" | "hub" | "more">;

export interface ShapedView {
  readonly groups: readonly ViewNode[];
  readonly edges: readonly ViewEdge[];
  readonly groupOf: (object: Serial) => NodeId | undefined;
  readonly isHub: (object: Serial) => boolean;
  /** Tier, stub and counts of undrawn neighbours of a card. */
  readonly dressOf: (node: NodeIndex) => Dress;
  /** A ghost is as small as the living around it. */
  readonly ghostDress: Dress;
  readonly hiding: readonly HiddenCount[];
}

export function shapedView({ alive, shape, plan }: Shaping): ShapedView {
  const { snapshot } = alive.picture.graph;
  const { nodeOf } = snapshot;
  const hubs = findHubs(alive, plan.singles, shape);
  const groupOf = new Map<NodeIndex, NodeId>();
  for (const { id, members } of plan.groups) for (const member of members) groupOf.set(member, id);
  const drawn = new Set(plan.singles);
  const isThere = (node: NodeIndex): boolean => drawn.has(node) || groupOf.has(node);
  return {
    groups: plan.groups.map((group) => viewGroup(alive, group)),
    edges: plan.groups.length === 0 ? [] : viewGroupEdges(alive, plan),
    groupOf: (object) => groupOf.get(nodeOf.get(object) ?? NO_NODE),
    isHub: (object) => hubs.has(nodeOf.get(object) ?? NO_NODE),
    dressOf,
    ghostDress: plan.tier === "card" ? {} : { tier: plan.tier },
    hiding: plan.hiding,
  };

  function dressOf(node: NodeIndex): Dress {
    const tier = plan.tierOf(node);
    const hub = hubs.get(node);
    const more = plan.hiding.length === 0 ? undefined : undrawnNeighbours(node);
    return {
      ...(tier === "card" ? {} : { tier }),
      ...(hub === undefined ? {} : { hub: { count: hub } }),
      ...(more === undefined ? {} : { more }),
    };
  }

  function undrawnNeighbours(node: NodeIndex): ViewNode["more"] {
    const referents = alive.index.linksFrom(node).filter(({ to }) => !isThere(to)).length;
    const referrers = alive.index.linksTo(node).filter(({ from }) => !isThere(from)).length;
    return referents + referrers === 0 ? undefined : { referents, referrers };
  }
}
