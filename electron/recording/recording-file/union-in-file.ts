/** Everything that was ever drawn, as rows and back. */
import type { EdgeKind, NodeKind, UnionNode } from "../../contract/subgraph-view";
import type { KeptUnion } from "../../engine/union-graph";
import { oneOf } from "./one-of";
import type { UnionTables } from "./tables-of-recording";

export function unionRows(union: KeptUnion): UnionTables {
  const nodes = (part: string, of: Iterable<UnionNode>): UnionTables["union_nodes"] =>
    [...of].map(({ id, kind, title, rows, tier, group }) => ({
      id,
      part,
      kind,
      title,
      rows,
      tier,
      group,
    }));
  const edges = (part: string, of: KeptUnion["edges"]): UnionTables["union_edges"] =>
    [...of].map(([key, edge]) => ({ key, part, ...edge }));
  return {
    union_nodes: [
      ...nodes("card", union.nodes.values()),
      ...nodes("more", union.more.values()),
      ...nodes("outside", union.outside.values()),
    ],
    union_scopes: [...union.scopes.values()].map(({ id, title, depth }) => ({ id, title, depth })),
    union_names: [...union.names].map(([key, { textLength, targets, ...name }]) => ({
      key,
      ...name,
      text_length: textLength,
      targets: [...targets],
    })),
    union_edges: [...edges("card", union.edges), ...edges("outside", union.outsideEdges)],
    union_cycles: [...union.cycles].map(([key, members]) => ({ key, members })),
  };
}

export function readUnion(tables: UnionTables, version: number): KeptUnion {
  const nodesOf = (part: string): KeptUnion["more"] =>
    new Map(
      tables.union_nodes
        .filter((row) => row.part === part)
        .map(({ id, kind, title, rows, tier, group }) => [
          id,
          {
            id,
            kind: oneOf(NODE_KINDS, kind),
            title,
            rows,
            ...(tier === undefined ? {} : { tier: oneOf(["card", "compact", "mark"], tier) }),
            ...(group === undefined ? {} : { group }),
          },
        ]),
    );
  const edgesOf = (part: string): KeptUnion["edges"] =>
    new Map(
      tables.union_edges
        .filter((row) => row.part === part)
        .map(({ key, from, to, kind, label }) => [
          key,
          { from, to, kind: oneOf(EDGE_KINDS, kind), label },
        ]),
    );
  return {
    version,
    nodes: nodesOf("card"),
    more: nodesOf("more"),
    outside: nodesOf("outside"),
    scopes: new Map(tables.union_scopes.map((scope) => [scope.id, scope])),
    names: new Map(
      tables.union_names.map(({ key, id, scope, name, text_length, targets, outside }) => [
        key,
        { id, scope, name, textLength: text_length, targets: new Set(targets), outside },
      ]),
    ),
    edges: edgesOf("card"),
    outsideEdges: edgesOf("outside"),
    cycles: new Map(tables.union_cycles.map(({ key, members }) => [key, members])),
  };
}

const NODE_KINDS: readonly NodeKind[] = [
  "instance",
  "dict",
  "list",
  "tuple",
  "set",
  "class",
  "function",
  "generator",
  "module",
  "scalar",
  "other",
];

const EDGE_KINDS: readonly EdgeKind[] = [
  "name",
  "reference",
  "class",
  "frame",
  "closure",
  "weak",
  "temporary",
];
