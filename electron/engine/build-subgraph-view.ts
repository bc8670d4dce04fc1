/** Puts the picture of one entry together: cards, names, arrows, hulls, collections, notes and the banner. The engine's only exit. */
import { bytes, type NodeIndex, type Serial } from "../contract/ids";
import type { SubgraphView, ViewCollection, ViewEdge, ViewNode } from "../contract/subgraph-view";
import {
  nodeId,
  type CollectionRecord,
  type EntryPicture,
  type PictureContext,
} from "./entry-picture";
import { viewInsight } from "./insight";
import { viewOutside } from "./outside-nodes";
import { viewCycles } from "./view-cycles";
import { arrowsFrom, viewEdge, type Arrow } from "./view-edges";
import { viewNames } from "./view-names";
import { CARD_LIMIT, chooseObjects } from "./choose-objects";
import { findSeenReferences } from "./seen-references";
import { viewGhost, viewNode } from "./view-nodes";
import { viewNotes } from "./view-notes";

export function buildSubgraphView(context: PictureContext): SubgraphView {
  const { now } = context;
  const isPlaced = (node: NodeIndex): boolean =>
    context.isPlaced(now.graph.snapshot.nodes.serial[node]);
  const chosen = chooseObjects(now.graph, now.names.frames).filter(isPlaced);
  const seen = findSeenReferences(now);
  const living = chosen.map((node) => viewNode(context, node, seen));
  const ghosts = context.ghosts
    .filter((ghost) => context.isPlaced(ghost.object))
    .map((ghost) => viewGhost(context, ghost))
    .filter((node) => node !== undefined)
    .slice(0, Math.max(0, CARD_LIMIT - living.length));
  const drawn = new Set<string>([...living, ...ghosts].map((node) => node.id));
  const isDrawn = (object: Serial): boolean => drawn.has(nodeId(object));
  const names = viewNames(context, isDrawn);
  const outside = context.showHidden ? viewOutside(now) : { nodes: [], edges: [] };
  const cycles = viewCycles(context).filter((cycle) =>
    cycle.members.every((member) => drawn.has(member)),
  );
  const insight = viewInsight(context);
  return {
    entry: now.entry,
    nodes: [...living, ...ghosts, ...outside.nodes],
    scopes: names.scopes,
    names: names.names,
    edges: [
      ...names.edges,
      ...viewArrows(context, isDrawn),
      ...outside.edges.filter((edge) => drawn.has(edge.from)),
    ],
    cycles,
    collections: context.collections.map((collection) => viewCollection(collection)),
    notes: viewNotes(context),
    ...(insight === undefined ? {} : { insight }),
    shown: living.length + outside.nodes.length,
    total: context.trackedTotal + untrackedAmong(living),
    leftOut: now.graph.drawn.length - chosen.length,
  };
}

function untrackedAmong(nodes: readonly ViewNode[]): number {
  return nodes.filter((node) => !node.tracked).length;
}

function viewArrows(
  context: PictureContext,
  isDrawn: (object: Serial) => boolean,
): readonly ViewEdge[] {
  const { now, before, ghosts } = context;
  const isShown = (arrow: Arrow): boolean => isDrawn(arrow.from) && isDrawn(arrow.to);
  const arrows = arrowsOf(now).filter(isShown);
  const old = new Map(
    (before === undefined ? [] : arrowsOf(before)).map((arrow) => [arrow.id, arrow]),
  );
  const cycleOf = membersOf(now.cycles);
  const living = arrows.map((arrow) =>
    viewEdge(arrow, {
      cycleOf,
      isNew: before !== undefined && !old.has(arrow.id),
      deletedStep: undefined,
    }),
  );
  const ids = new Set(arrows.map((arrow) => arrow.id));
  const gone = new Map([...old].filter(([id]) => !ids.has(id)));
  for (const ghost of ghosts)
    for (const arrow of arrowsOfGhost(ghost.last, ghost.object))
      if (!ids.has(arrow.id)) gone.set(arrow.id, arrow);
  const lastCycleOf = membersOf([
    ...(before?.cycles ?? []),
    ...ghosts.flatMap((ghost) => ghost.last.cycles),
  ]);
  const removed = [...gone.values()]
    .filter(isShown)
    .map((arrow) => viewEdge(arrow, { cycleOf: lastCycleOf, isNew: false, deletedStep: now.step }));
  return [...living, ...removed];
}

function arrowsOf(picture: EntryPicture): readonly Arrow[] {
  return picture.graph.drawn.flatMap((node) => arrowsFrom(picture.graph, node));
}

function arrowsOfGhost(last: EntryPicture, object: Serial): readonly Arrow[] {
  const node = last.graph.snapshot.nodeOf.get(object);
  return node === undefined ? [] : arrowsFrom(last.graph, node);
}

function membersOf(cycles: EntryPicture["cycles"]): ReadonlyMap<Serial, string> {
  return new Map(cycles.flatMap((cycle) => cycle.members.map((member) => [member, cycle.id])));
}

function viewCollection(collection: CollectionRecord): ViewCollection {
  const { generation, trigger, collected, uncollectable } = collection;
  return {
    generation,
    trigger,
    collected,
    uncollectable,
    found: collection.found.map(nodeId),
    finalized: collection.finalized.map(nodeId),
    freed: collection.freed.map(nodeId),
    survived: collection.survived.map(nodeId),
    freedBytes: bytes(collection.freedBytes),
  };
}
