/** Answers what would happen if references were cut: what Python frees at once, what waits for the collector, what stays and why. */
import { bytes, type NodeIndex, type Serial } from "../contract/ids";
import type { SubgraphView } from "../contract/subgraph-view";
import type { Cut, StayingObject, WhatIf, WhatIfObject } from "../contract/what-if";
import { nameId } from "./bound-names";
import { nodeId, type EntryPicture, type Ghost } from "./entry-picture";
import { hasFlag, NO_NODE, ObjectFlag, typeNameOf } from "./heap-snapshot";
import { pictureAfterCuts } from "./picture-after-cuts";
import { indexReferences } from "./reference-index";
import { resolveCuts, type ResolvedCuts } from "./resolve-cuts";
import { simulateCuts } from "./simulate-cuts";
import { kindOf } from "./node-naming";
import { shownRefcount } from "./view-nodes";
import { summarizeCuts } from "./what-if-words";
import { whyAlive } from "./why-alive";

export interface WhatIfSurroundings {
  readonly picture: EntryPicture;
  readonly keyOf: (object: Serial) => string;
  /** Draws a picture that is compared with the real one; the ghosts are what would be freed. */
  /** Folds the picture after the cuts as this one was; absent: as always. */
  readonly refold?: (after: EntryPicture) => EntryPicture;
  readonly draw: (after: EntryPicture, ghosts: readonly Ghost[]) => SubgraphView;
}

export function whatIf(surroundings: WhatIfSurroundings, cuts: readonly Cut[]): WhatIf {
  const { picture, draw } = surroundings;
  const resolved = resolveCuts(picture, cuts);
  const { snapshot } = picture.graph;
  const simulation = simulateCuts(snapshot, {
    edges: resolved.edges,
    named: resolved.names.flatMap(({ object }) => snapshot.nodeOf.get(object) ?? []),
    borrowed: picture.beside.borrowed.flatMap((object) => snapshot.nodeOf.get(object) ?? []),
  });
  const plain = pictureAfterCuts(picture, resolved, simulation);
  const after = surroundings.refold?.(plain) ?? plain;
  const freedNodes = simulation.freed.filter(picture.graph.isDrawn);
  const waitingNodes = simulation.unreachable.filter(
    (node) => picture.graph.isDrawn(node) && !hasFlag(snapshot, node, ObjectFlag.unreachable),
  );
  const describe = (node: NodeIndex): WhatIfObject => describeObject(surroundings, node);
  const found = {
    freed: freedNodes.map(describe),
    waiting: waitingNodes.map(describe),
    stays: stayingObjects(surroundings, resolved, after),
    unknown: resolved.unknown,
  };
  const ghosts = freedNodes.map((node): Ghost => ({
    object: snapshot.nodes.serial[node],
    last: picture,
    freed: { step: picture.step, by: "refcount" },
  }));
  const { insight: _real, ...view } = draw(after, ghosts);
  const cutNames = new Set(resolved.names.map(({ frame, binding }) => nameId(frame, binding.name)));
  return {
    ...found,
    view: notReal(view, cutNames),
    freedBytes: sumOf(found.freed),
    waitingBytes: sumOf(found.waiting),
    summary: summarizeCuts(found),
  };
}

/** What is gone here is gone by the cuts: the picture is compared with the real one of the same entry. Names deleted before stay so. */
function notReal(view: SubgraphView, cutNames: ReadonlySet<string>): SubgraphView {
  return {
    ...view,
    nodes: view.nodes.map((node) =>
      node.freed === undefined ? node : { ...node, freed: { ...node.freed, notReal: true } },
    ),
    names: view.names.map((name) =>
      name.deleted === undefined || !cutNames.has(name.id)
        ? name
        : { ...name, deleted: { ...name.deleted, cut: true } },
    ),
    edges: view.edges.map((edge) =>
      edge.deleted === undefined || (edge.kind === "name" && !cutNames.has(edge.from))
        ? edge
        : { ...edge, deleted: { ...edge.deleted, cut: true } },
    ),
    notes: [],
    collections: [],
    notReal: true,
  };
}

function describeObject({ picture, keyOf }: WhatIfSurroundings, node: NodeIndex): WhatIfObject {
  const { graph } = picture;
  const { snapshot } = graph;
  const object = snapshot.nodes.serial[node];
  return {
    id: nodeId(object),
    key: keyOf(object),
    typeName: typeNameOf(snapshot, node),
    size: bytes(graph.sizeWithParts(node)),
    hasFinalizer:
      hasFlag(snapshot, node, ObjectFlag.finalizer) &&
      !hasFlag(snapshot, node, ObjectFlag.finalizerRan) &&
      kindOf(snapshot, node) !== "generator",
  };
}

/** What the cuts led to and what is neither freed nor garbage after them. */
function stayingObjects(
  { picture, keyOf }: WhatIfSurroundings,
  { edges, names }: ResolvedCuts,
  after: EntryPicture,
): readonly StayingObject[] {
  const { snapshot } = picture.graph;
  const targets = new Set(names.map(({ object }) => object));
  for (const edge of edges) {
    const target = snapshot.edges.target[edge];
    if (target !== NO_NODE) targets.add(snapshot.nodes.serial[target]);
  }
  const alive = { picture: after, index: indexReferences(after.graph), keyOf };
  return [...targets].flatMap((object): readonly StayingObject[] => {
    const node = after.graph.snapshot.nodeOf.get(object);
    if (node === undefined || hasFlag(after.graph.snapshot, node, ObjectFlag.unreachable))
      return [];
    const refcount = shownRefcount(after.graph.snapshot.nodes.refcount[node]);
    const why = whyAlive(alive, node, { ignored: [], skip: 0 }).sentence;
    return [{ id: nodeId(object), key: keyOf(object), refcount, why }];
  });
}

function sumOf(objects: readonly WhatIfObject[]): WhatIf["freedBytes"] {
  return bytes(objects.reduce((sum, { size }) => sum + size, 0));
}
