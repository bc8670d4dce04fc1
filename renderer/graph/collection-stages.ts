/** "How it found them": a collection in the collector's own six sub-steps, each a picture, a line of words and the way there. Pure. */
import type {
  NodeId,
  SubgraphView,
  ViewCollection,
  ViewEdge,
  ViewNode,
} from "../../electron/contract/subgraph-view";
import { list } from "./animation-director";
import { directCollection } from "./collection-director";
import { insideReferences, type ScratchCount, scratchCounts } from "./scratch-counts";
import type { Storyboard, TimedChange } from "./storyboard";

export interface CollectionStage {
  /** 1 to 6. */
  readonly number: number;
  readonly title: string;
  /** One line: shown and said. */
  readonly words: string;
  readonly view: SubgraphView;
  /** The collector's copies of the counts, on the cards. */
  readonly scratch: ReadonlyMap<NodeId, string>;
  /** How the stage before becomes this one. */
  readonly story: Storyboard;
}

interface Collected {
  readonly before: SubgraphView;
  readonly after: SubgraphView;
  readonly collection: ViewCollection;
  readonly counts: readonly ScratchCount[];
  readonly nodes: ReadonlyMap<NodeId, ViewNode>;
}

const STAGE_MS = 700;
const PULSES = { from: 60, to: 560 };

/** `before` and `after` are the pictures around the step of the collection; empty when it found nothing that is drawn. */
export function collectionStages(
  before: SubgraphView,
  after: SubgraphView,
): readonly CollectionStage[] {
  const collection = after.collections.find((one) => one.found.length > 0);
  if (collection === undefined) return [];
  const quiet = withoutChanges(before);
  const nodes = new Map(quiet.nodes.map((node) => [node.id, node]));
  const counts = scratchCounts(quiet, collection);
  const collected = { before: quiet, after, collection, counts, nodes };
  return counts.length === 0
    ? []
    : [copied, subtracted, keptApart, finalized, lookedAgain, freed].map((stage) =>
        stage(collected),
      );
}

/** What the step before changed is no news while the collector works. */
function withoutChanges(view: SubgraphView): SubgraphView {
  const nodes = view.nodes.map(({ was: _was, ...node }): ViewNode => ({ ...node, isNew: false }));
  return { ...view, nodes };
}

function copied({ before, counts }: Collected): CollectionStage {
  const scratch = new Map(counts.map((one) => [one.node.id, String(one.refcount)]));
  const keys = counts.map((one) => `${one.node.id}/scratch`);
  return {
    number: 1,
    title: "Copy every count to a scratch number",
    words: `The counts of ${named(counts)} are copied: ${list(counts.map((one) => String(one.refcount)))}.`,
    view: before,
    scratch,
    story: story([{ from: 160, to: 460, kind: "crossfade", keys }], 460),
  };
}

function subtracted({ before, counts }: Collected): CollectionStage {
  const edges = insideReferences(before, counts);
  const each = (PULSES.to - PULSES.from) / Math.max(edges.length, 1);
  const pulses = edges.map((edge, index): TimedChange => {
    const from = Math.round(PULSES.from + index * each);
    return { from, to: Math.round(from + each), kind: "pulse", edges: [edge.id], arrives: edge.to };
  });
  const ticks = counts.map((one): TimedChange => {
    const last = edges.findLastIndex((edge) => edge.to === one.node.id);
    const at = Math.round(PULSES.from + (last + 1) * each);
    return { from: at, to: at + 100, kind: "crossfade", keys: [`${one.node.id}/scratch`] };
  });
  const sums = counts.map((one) => `${one.node.key} ${sumOf(one)}`);
  return {
    number: 2,
    title: "Subtract every reference from inside",
    words: `One is taken off for each reference from inside: ${list(sums)}.`,
    view: before,
    scratch: leftOver(counts),
    story: story([...pulses, ...ticks]),
  };
}

function keptApart({ before, collection, counts, nodes }: Collected): CollectionStage {
  const kept = (collection.kept ?? []).flatMap((id) => nodes.get(id) ?? []);
  const holding = counts.filter((one) => one.refcount > one.inside).map((one) => one.node);
  const saved = new Set([...kept, ...holding].map((node) => node.id));
  const scratch = new Map(
    counts.map((one) => [
      one.node.id,
      saved.has(one.node.id) ? "kept" : String(one.refcount - one.inside),
    ]),
  );
  const keys = counts.map((one) => `${one.node.id}/scratch`);
  const whom = saved.size === 1 ? "it is" : "they are";
  return {
    number: 3,
    title: "Keep what has more, and all it reaches",
    words:
      saved.size === 0
        ? "Nothing has anything left over, so nothing is kept."
        : `${list([...kept, ...holding].map((node) => node.key))}: ${whom} kept, with all that is reached from there.`,
    view: before,
    scratch,
    story: story([{ from: 160, to: 400, kind: "crossfade", keys }], 400),
  };
}

function finalized({ before, collection, counts, nodes }: Collected): CollectionStage {
  const ran = collection.finalized.flatMap((id) => nodes.get(id) ?? []);
  const found = new Set(collection.found);
  const cleared =
    collection.weakCleared ?? before.edges.filter((edge) => clearedBy(edge, found)).length;
  const weak =
    cleared === 0
      ? "There are no weak references to clear."
      : `${counted(cleared, "weak reference")} cleared.`;
  const after =
    ran.length === 0
      ? "No finalizer has to run."
      : `${list(ran.map((node) => node.key))}: finalizer ran.`;
  const chips = ran.map((node, index): TimedChange => {
    const from = 160 + Math.round((index * 360) / Math.max(ran.length, 1));
    return { from, to: from + 140, kind: "crossfade", keys: [`${node.id}/chips`] };
  });
  return {
    number: 4,
    title: "Clear weak references, run finalizers",
    words: `${weak} ${after}`,
    view: afterFinalizers(before, collection, found),
    scratch: leftOver(counts),
    story: story(chips),
  };
}

function lookedAgain(collected: Collected): CollectionStage {
  const { before, collection, counts, nodes } = collected;
  const survived = collection.survived.flatMap((id) => nodes.get(id) ?? []);
  const stays =
    survived.length === 1 ? "is reachable again and stays" : "are reachable again and stay";
  const scratch = new Map(leftOver(counts));
  for (const node of survived) scratch.set(node.id, "resurrected");
  return {
    number: 5,
    title: "Look again: did a finalizer resurrect anything?",
    words:
      survived.length === 0
        ? "Nothing was resurrected."
        : `${list(survived.map((node) => node.key))} ${stays}.`,
    view: afterFinalizers(before, collection, new Set(collection.found)),
    scratch,
    story: story([], 300),
  };
}

function freed({ before, after, collection }: Collected): CollectionStage {
  const { changes } = directCollection(before, after);
  // Of the short form only its end: the references are cut, the cards become ghosts.
  const start = 760;
  const last = changes
    .filter((change) => change.from >= start && change.kind !== "chip")
    .map((change) => ({ ...change, from: change.from - start, to: change.to - start }));
  const count = counted(collection.freed.length, "object");
  return {
    number: 6,
    title: "Break the references and free",
    words: `${count} freed, ${collection.freedBytes.toLocaleString("en-US")} bytes.`,
    view: after,
    scratch: new Map(),
    story: story(last),
  };
}

function clearedBy(edge: ViewEdge, found: ReadonlySet<NodeId>): boolean {
  return edge.kind === "weak" && edge.deleted === undefined && found.has(edge.to);
}

function afterFinalizers(
  before: SubgraphView,
  collection: ViewCollection,
  found: ReadonlySet<NodeId>,
): SubgraphView {
  const ran = new Set(collection.finalized);
  const nodes = before.nodes.map((node) =>
    ran.has(node.id) ? ({ ...node, finalizer: "ran" } as const) : node,
  );
  return { ...before, nodes, edges: before.edges.filter((edge) => !clearedBy(edge, found)) };
}

function leftOver(counts: readonly ScratchCount[]): ReadonlyMap<NodeId, string> {
  return new Map(counts.map((one) => [one.node.id, String(one.refcount - one.inside)]));
}

function sumOf({ refcount, inside }: ScratchCount): string {
  return `${refcount} − ${inside} = ${refcount - inside}`;
}

function named(counts: readonly ScratchCount[]): string {
  return list(counts.map((one) => one.node.key));
}

function counted(count: number, noun: string): string {
  return `${count.toLocaleString("en-US")} ${noun}${count === 1 ? "" : "s"}`;
}

function story(changes: readonly TimedChange[], least: number = 160): Storyboard {
  const duration = Math.min(STAGE_MS, Math.max(least, ...changes.map((change) => change.to)));
  return { duration, changes, rest: { from: 0, to: Math.min(300, duration) }, announcements: [] };
}
