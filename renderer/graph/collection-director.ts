/** The part of a storyboard in which the collector works: subtraction, finalizers in their order, references cut, cards to ghosts. */
import type { SubgraphView, ViewCollection, ViewNode } from "../../electron/contract/subgraph-view";
import { countText } from "./card-badge";
import type { Announcement, TimedChange } from "./storyboard";

export interface CollectionStory {
  readonly changes: readonly TimedChange[];
  readonly announcements: readonly Announcement[];
}

const SUBTRACT = { from: 160, to: 520 };
const FINALIZE = { from: 520, to: 760 };
/** Between one finalizer and the next; less when many have to fit. */
const STAGGER = 120;
const CUT = { from: 760, to: 980 };
const GHOST = { from: 980, to: 1300 };
const CARD_SLOTS = ["fill", "title", "rows", "border", "badge", "chips", "face"] as const;

export function directCollection(previous: SubgraphView, next: SubgraphView): CollectionStory {
  const nodes = new Map(previous.nodes.map((node) => [node.id, node]));
  const freed = next.collections.flatMap((one) => one.freed).flatMap((id) => nodes.get(id) ?? []);
  const finalized = next.collections
    .flatMap((one) => one.finalized)
    .flatMap((id) => nodes.get(id) ?? []);
  const living = freed.filter((node) => node.state !== "freed");
  if (living.length === 0)
    return { changes: finalizerChips(finalized), announcements: finalizerWords(finalized) };
  const sums = new Map(
    next.collections
      .flatMap((one) => one.subtraction ?? [])
      .map(({ node, refcount, inside }) => [
        node,
        `${refcount} − ${inside} = ${refcount - inside}`,
      ]),
  );
  const changes: TimedChange[] = [
    {
      from: SUBTRACT.from,
      to: SUBTRACT.from + 140,
      kind: "crossfade",
      keys: living.map((node) => `${node.id}/was`),
    },
    ...living.map((node): TimedChange => ({
      ...SUBTRACT,
      kind: "note",
      node: node.id,
      text: sums.get(node.id) ?? subtraction(node),
    })),
    ...relabels(previous, next, living, finalized),
    ...finalizerChips(finalized),
    ...cuts(previous, living),
    ...living
      .filter((node) => node.kind !== "class")
      .map((node): TimedChange => ({
        ...CUT,
        kind: "roll",
        node: node.id,
        before: countText(node.refcount),
        after: "0",
      })),
    { ...GHOST, kind: "crossfade", keys: ghostKeys(previous, next, living) },
  ];
  return {
    changes,
    announcements: [...finalizerWords(finalized), ...freedWords(next.collections, living)],
  };
}

/** Everything that refers to it is inside the garbage: nothing is left over. */
function subtraction(node: ViewNode): string {
  const count = countText(node.refcount);
  return `${count} − ${count} = 0`;
}

// oxlint-disable-next-line max-params -- before and after, and who dies how
function relabels(
  previous: SubgraphView,
  next: SubgraphView,
  living: readonly ViewNode[],
  finalized: readonly ViewNode[],
): TimedChange[] {
  const counts = [...new Set(living.map((node) => countText(node.refcount)))];
  const sum = counts.length === 1 ? `${counts[0]} − ${counts[0]} = 0 left over` : "0 left over";
  const who = next.collections.some((one) => one.trigger === "automatic")
    ? "Collector"
    : "gc.collect()";
  const text = `${who}: ${sum}${finalized.length > 0 ? ", finalizers run" : ""}`;
  const ids = new Set(living.map((node) => node.id));
  return previous.cycles
    .filter((cycle) => cycle.members.some((member) => ids.has(member)))
    .map((cycle) => ({
      from: SUBTRACT.from,
      to: GHOST.from,
      kind: "relabel",
      cycle: cycle.id,
      text,
    }));
}

function finalizerChips(finalized: readonly ViewNode[]): TimedChange[] {
  return finalized.map((node, index) => {
    const from = FINALIZE.from + stagger(index, finalized.length);
    return { from, to: from + STAGGER, kind: "chip", node: node.id, text: "__del__", gone: CUT };
  });
}

function stagger(index: number, count: number): number {
  return Math.round(index * Math.min(STAGGER, (FINALIZE.to - FINALIZE.from) / Math.max(count, 1)));
}

function cuts(previous: SubgraphView, living: readonly ViewNode[]): TimedChange[] {
  const ids = new Set(living.map((node) => node.id));
  const dying = previous.edges.filter(
    (edge) => edge.deleted === undefined && ids.has(edge.from) && edge.kind !== "class",
  );
  return dying.flatMap((edge): TimedChange[] => [
    { ...CUT, kind: "retract", edge: edge.id },
    { from: CUT.from, to: CUT.from + 100, kind: "crossfade", keys: [`${edge.id}/label`] },
  ]);
}

function ghostKeys(
  previous: SubgraphView,
  next: SubgraphView,
  living: readonly ViewNode[],
): string[] {
  const ids = new Set(living.map((node) => node.id));
  const edges = [...previous.edges, ...next.edges].filter(
    (edge) => ids.has(edge.from) || ids.has(edge.to),
  );
  const cycles = [...previous.cycles, ...next.cycles].filter((cycle) =>
    cycle.members.some((member) => ids.has(member)),
  );
  const keys = [
    ...living.flatMap((node) => CARD_SLOTS.map((slot) => `${node.id}/${slot}`)),
    ...edges.map((edge) => `${edge.id}/line`),
    ...cycles.flatMap((cycle) => [`${cycle.id}/area`, `${cycle.id}/label`]),
  ];
  return [...new Set(keys)];
}

function finalizerWords(finalized: readonly ViewNode[]): Announcement[] {
  if (finalized.length === 0) return [];
  const shown = finalized.slice(0, 4).map((node) => `${node.key} finalizer ran.`);
  const more = finalized.length > 4 ? ` ${finalized.length - 4} more finalizers ran.` : "";
  return [{ at: FINALIZE.from, text: `${shown.join(" ")}${more}` }];
}

function freedWords(
  collections: readonly ViewCollection[],
  living: readonly ViewNode[],
): Announcement[] {
  const bytes = collections.reduce((sum, one) => sum + one.freedBytes, 0);
  const objects =
    living.length === 1 ? "1 object" : `${living.length.toLocaleString("en-US")} objects`;
  return [{ at: GHOST.from, text: `${objects} freed, ${bytes.toLocaleString("en-US")} bytes.` }];
}
