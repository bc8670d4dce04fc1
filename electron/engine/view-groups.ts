/** Groups as nodes, and the references between them as counted arrows. */
import { bytes, type NodeIndex } from "../contract/ids";
import type { NodeId, ViewEdge, ViewNode } from "../contract/subgraph-view";
import { nodeId } from "./entry-picture";
import { typeNameOf } from "./heap-snapshot";
import { byteSize, grouped, kindOf } from "./node-naming";
import type { ObjectGroup } from "./object-groups";
import { mergedLabel } from "./view-edges";
import type { ViewPlan } from "./view-plan";
import type { AlivePicture } from "./why-alive";

export function viewGroup({ picture: { graph } }: AlivePicture, group: ObjectGroup): ViewNode {
  const { id, title, members, isUnreachable } = group;
  const [first] = members;
  const size = bytes(members.reduce((sum, member) => sum + graph.sizeWithParts(member), 0));
  const types = new Set(members.map((member) => graph.snapshot.nodes.typeName[member]));
  const typeName = types.size === 1 ? typeNameOf(graph.snapshot, first) : title;
  const count = members.length;
  return {
    id,
    key: `${title} × ${grouped(count)}`,
    kind: types.size === 1 ? kindOf(graph.snapshot, first) : "other",
    typeName,
    title: `${title} × ${grouped(count)}`,
    subtitle: byteSize(size),
    rows: [],
    hiddenRows: 0,
    refcount: 0,
    unseen: 0,
    size,
    address: 0,
    state: isUnreachable ? "unreachable" : "reachable",
    isNew: false,
    finalizer: "none",
    tracked: true,
    group: { count, typeName, bytes: size },
  };
}

interface GrowingEdge {
  readonly from: NodeId;
  readonly to: NodeId;
  readonly kind: ViewEdge["kind"];
  readonly labels: string[];
  count: number;
}

/** Labels kept to be written out; of more references only the number is told. */
const FEW = 3;

/** Arrows with a group at one end or both; those within one group are left out. */
export function viewGroupEdges(
  { picture: { graph }, index }: AlivePicture,
  { singles, groups }: Pick<ViewPlan, "singles" | "groups">,
): readonly ViewEdge[] {
  const groupOf = new Map<NodeIndex, NodeId>();
  for (const { id, members } of groups) for (const member of members) groupOf.set(member, id);
  const drawn = new Set(singles);
  const edges = new Map<string, GrowingEdge>();
  const placeOf = (node: NodeIndex): NodeId | undefined =>
    groupOf.get(node) ?? (drawn.has(node) ? nodeId(graph.snapshot.nodes.serial[node]) : undefined);
  for (const holder of [...groupOf.keys(), ...singles]) {
    const from = placeOf(holder);
    for (const { to: target, kind, labels } of index.linksFrom(holder)) {
      const to = placeOf(target);
      const isGrouped = groupOf.has(holder) || groupOf.has(target);
      if (from === undefined || to === undefined || from === to || !isGrouped) continue;
      const id = `e:${from}:${to}:${kind}`;
      const edge = edges.get(id) ?? { from, to, kind, labels: [], count: 0 };
      edges.set(id, edge);
      edge.count += labels.length;
      if (edge.labels.length <= FEW) edge.labels.push(...labels);
    }
  }
  return [...edges].map(([id, { from, to, kind, labels, count }]) => ({
    id,
    from,
    to,
    kind,
    label: kind === "class" ? "" : count <= FEW ? mergedLabel(labels) : `×${grouped(count)}`,
    inCycle: false,
    isNew: false,
    count,
  }));
}
