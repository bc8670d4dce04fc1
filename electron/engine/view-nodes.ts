/** The cards of one entry: living objects as they are, freed ones as ghosts of what they last were. */
import { bytes, type NodeIndex, type Serial } from "../contract/ids";
import type { LifeState, ViewNode } from "../contract/subgraph-view";
import { nodeId, type EntryPicture, type Ghost, type PictureContext } from "./entry-picture";
import type { FoldedGraph } from "./folding";
import { hasFlag, IMMORTAL, ObjectFlag, typeNameOf } from "./heap-snapshot";
import { cardSubtitle, cardTitle, kindOf } from "./node-naming";
import { unseenCount } from "./reference-ledger";
import type { SeenReferences } from "./seen-references";
import { cardRows, type CardRows } from "./view-rows";

export interface CardDetails {
  readonly seen: SeenReferences;
  /** Else they are only counted. */
  readonly withRows: boolean;
}

export function viewNode(
  context: PictureContext,
  node: NodeIndex,
  { seen, withRows }: CardDetails,
): ViewNode {
  const { graph } = context.now;
  const object = graph.snapshot.nodes.serial[node];
  const refcount = shownRefcount(graph.snapshot.nodes.refcount[node]);
  const was = context.before === undefined ? undefined : refcountAt(context.before, object);
  const changed = was === undefined || was === refcount ? undefined : { was };
  // Written out: spreading fifteen hundred of these takes longer than all the rest.
  const card = cardOf(graph, node, context);
  const { rows, hiddenRows } = rowsOf(graph, node, { context, withRows });
  const living: ViewNode = {
    id: card.id,
    key: card.key,
    kind: card.kind,
    typeName: card.typeName,
    title: card.title,
    subtitle: card.subtitle,
    rows,
    hiddenRows,
    refcount,
    unseen: refcount === "immortal" ? 0 : unseenCount(refcount, seen.countOf(object)),
    size: card.size,
    address: card.address,
    state: lifeState(graph, node),
    isNew: context.before !== undefined && was === undefined,
    finalizer: card.finalizer,
    tracked: card.tracked,
  };
  return changed === undefined ? living : Object.assign(living, changed);
}

export function viewGhost(context: PictureContext, ghost: Ghost): ViewNode | undefined {
  const { graph } = ghost.last;
  const node = graph.snapshot.nodeOf.get(ghost.object);
  if (node === undefined || !graph.isDrawn(node)) return undefined;
  const was =
    (context.before === undefined ? undefined : refcountAt(context.before, ghost.object)) ??
    refcountAt(ghost.last, ghost.object);
  const card = cardOf(graph, node, context);
  return {
    ...card,
    ...rowsOf(graph, node, { context, withRows: true }),
    finalizer: card.finalizer === "none" ? "none" : "ran",
    refcount: 0,
    ...(was === undefined ? {} : { was }),
    unseen: 0,
    state: "freed",
    freed: ghost.freed,
    isNew: false,
  };
}

type CardPart = Omit<
  ViewNode,
  "rows" | "hiddenRows" | "refcount" | "was" | "unseen" | "state" | "isNew" | "freed"
>;

function rowsOf(
  graph: FoldedGraph,
  node: NodeIndex,
  { context, withRows }: { readonly context: PictureContext; readonly withRows: boolean },
): CardRows {
  return withRows
    ? cardRows(graph, node, context.keyOf)
    : { rows: [], hiddenRows: graph.slotsOf(node).length };
}

function cardOf(graph: FoldedGraph, node: NodeIndex, context: PictureContext): CardPart {
  const { snapshot } = graph;
  const object = snapshot.nodes.serial[node];
  return {
    id: nodeId(object),
    key: context.keyOf(object),
    kind: kindOf(snapshot, node),
    typeName: typeNameOf(snapshot, node),
    title: cardTitle(snapshot, node),
    subtitle: cardSubtitle(snapshot, node, graph.methodsOf(node)),
    size: bytes(snapshot.nodes.size[node]),
    address: context.addressOf(object),
    finalizer: finalizerState(graph, node),
    tracked: hasFlag(snapshot, node, ObjectFlag.tracked),
  };
}

export function lifeState(graph: FoldedGraph, node: NodeIndex): Exclude<LifeState, "freed"> {
  return hasFlag(graph.snapshot, node, ObjectFlag.unreachable) ? "unreachable" : "reachable";
}

export function shownRefcount(refcount: number): number | "immortal" {
  return refcount === IMMORTAL ? "immortal" : refcount;
}

/** Undefined when the object was not drawn then. */
export function refcountAt(picture: EntryPicture, object: Serial): number | "immortal" | undefined {
  const node = picture.graph.snapshot.nodeOf.get(object);
  return node === undefined || !picture.graph.isDrawn(node)
    ? undefined
    : shownRefcount(picture.graph.snapshot.nodes.refcount[node]);
}

/** Generators have a finalizer of Python's own, which is not worth a word. */
export function finalizerState({ snapshot }: FoldedGraph, node: NodeIndex): ViewNode["finalizer"] {
  if (!hasFlag(snapshot, node, ObjectFlag.finalizer) || kindOf(snapshot, node) === "generator")
    return "none";
  return hasFlag(snapshot, node, ObjectFlag.finalizerRan) ? "ran" : "pending";
}
