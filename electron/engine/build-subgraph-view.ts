/** Puts the picture of one entry together: cards, names, arrows, hulls, collections, notes and the banner. The engine's only exit. */
import { bytes, type NodeIndex, type Serial } from "../contract/ids";
import type {
  HiddenCount,
  NodeId,
  SubgraphView,
  ViewCollection,
  ViewNode,
} from "../contract/subgraph-view";
import type { ViewShape } from "../contract/view-options";
import { CARD_LIMIT, chooseObjects } from "./choose-objects";
import {
  nodeId,
  type CollectionRecord,
  type EntryPicture,
  type Ghost,
  type PictureContext,
} from "./entry-picture";
import { findMarks } from "./object-marks";
import { HiddenTally } from "./hidden-tally";
import { viewInsight } from "./insight";
import { viewOutside, type OutsideView } from "./outside-nodes";
import { shapedView, type Dress, type Shaping } from "./shaped-view";
import { viewArrows } from "./view-arrows";
import { viewCalls } from "./view-calls";
import { viewCycles } from "./view-cycles";
import { viewNames } from "./view-names";
import { findSeenReferences } from "./seen-references";
import { viewGhost, viewNode } from "./view-nodes";
import { viewNotes } from "./view-notes";

/** Without a shaping: cards, and no more of them than can be read. */
export function buildSubgraphView(context: PictureContext, shaping?: Shaping): SubgraphView {
  const { now } = context;
  const shaped = shaping === undefined ? undefined : shapedView(shaping);
  const singles = shaping?.plan.singles ?? chosenObjects(context);
  const seen = findSeenReferences(now);
  const marks = findMarks(context, shaping);
  const living = singles.map((node): ViewNode => {
    const dress = shaped?.dressOf(node);
    const card = viewNode(context, node, { seen, withRows: isCard(dress) });
    return Object.assign(card, marks(node, card), dress);
  });
  const ghosts = viewGhosts(context, living.length, shaping).map((ghost) => ({
    ...ghost,
    ...shaped?.ghostDress,
  }));
  const drawn = new Set<string>([...living, ...ghosts].map((node) => node.id));
  const isDrawn = (object: Serial): boolean => drawn.has(nodeId(object));
  const names = viewNames(context, {
    isDrawn,
    showsDeleted: shaping?.shape.ghosts !== "none",
    placeOf: (object) => (isDrawn(object) ? nodeId(object) : shaped?.groupOf(object)),
  });
  const outside = outsideShown(context, shaping);
  const arrows = viewArrows(context, { singles, isDrawn, isHub: shaped?.isHub ?? isNever });
  const insight = viewInsight(context, shaping?.shape.mutedInsights);
  const calls = viewCalls(context);
  return {
    entry: now.entry,
    nodes: [...living, ...ghosts, ...(shaped?.groups ?? []), ...outside.nodes],
    scopes: names.scopes,
    names: names.names.filter((name) => outside.isShown(name.target)),
    edges: [
      ...names.edges.filter((edge) => outside.isShown(edge.to)),
      ...arrows,
      ...(shaped?.edges ?? []),
      ...outside.edges.filter((edge) => drawn.has(edge.from)),
    ],
    cycles: viewCycles(context).filter((cycle) =>
      cycle.members.every((member) => drawn.has(member)),
    ),
    collections: context.collections.map((collection) => viewCollection(collection)),
    ...(calls.length === 0 ? {} : { calls }),
    notes: viewNotes(context),
    ...(insight === undefined ? {} : { insight }),
    shown: living.length + outside.nodes.length,
    total: context.trackedTotal + untrackedAmong(living),
    leftOut: now.graph.drawn.length - singles.length,
    ...(shaped === undefined ? {} : { hiding: [...shaped.hiding, ...outside.hiding] }),
  };
}

function chosenObjects({ now, isPlaced }: PictureContext): readonly NodeIndex[] {
  return chooseObjects(now.graph, now.names.frames).filter((node) =>
    isPlaced(now.graph.snapshot.nodes.serial[node]),
  );
}

interface OutsideShown extends OutsideView {
  readonly hiding: readonly HiddenCount[];
  /** Objects of the recording are; of those outside only what was asked for. */
  readonly isShown: (id: NodeId | undefined) => boolean;
}

/** All of it, none of it, or modules and the rest by switches of their own. */
function outsideShown(context: PictureContext, shaping: Shaping | undefined): OutsideShown {
  const all = context.showHidden || shaping !== undefined ? viewOutside(context.now) : NOTHING;
  const shownHubs = shaping?.shape.shownHubs ?? [];
  const showsAll = shownHubs.length === 0 && context.showHidden;
  const tally = new HiddenTally();
  const nodes = all.nodes.filter(({ kind }) => {
    const hub = kind === "module" ? "module" : "builtin";
    return showsAll || shownHubs.includes(hub) || tally.hide(hub);
  });
  const ids = new Set(nodes.map(({ id }) => id));
  return {
    nodes,
    edges: all.edges.filter(({ to }) => ids.has(to)),
    hiding: tally.counts(),
    isShown: (id) => id === undefined || !id.startsWith("h:") || ids.has(id),
  };
}

const NOTHING: OutsideView = { nodes: [], edges: [] };

/** Pills and dots show no rows. */
function isCard(dress: Dress | undefined): boolean {
  return dress?.tier === undefined && dress?.hub === undefined;
}

function isNever(): boolean {
  return false;
}

function viewGhosts(
  context: PictureContext,
  living: number,
  shaping: Shaping | undefined,
): readonly ViewNode[] {
  const least = shaping === undefined ? 0 : GHOSTS_AT_LEAST;
  const shows = (object: Serial, last: EntryPicture): boolean =>
    shaping === undefined ? context.isPlaced(object) : shaping.plan.showsGhost(object, last);
  const room = Math.max(least, CARD_LIMIT - living);
  const ghosts: ViewNode[] = [];
  for (const ghost of wishedGhosts(context, shaping?.shape.ghosts)) {
    if (ghosts.length >= room) break;
    const node = shows(ghost.object, ghost.last) ? viewGhost(context, ghost) : undefined;
    if (node !== undefined) ghosts.push(node);
  }
  return ghosts;
}

function wishedGhosts(
  { ghosts, olderGhosts }: PictureContext,
  wish: ViewShape["ghosts"],
): readonly Ghost[] {
  if (wish === "none") return [];
  return wish === "all" ? [...ghosts, ...olderGhosts()] : ghosts;
}

/** In a crowd of pills some ghosts still have room. */
const GHOSTS_AT_LEAST = 50;

function untrackedAmong(nodes: readonly ViewNode[]): number {
  return nodes.filter((node) => !node.tracked).length;
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
