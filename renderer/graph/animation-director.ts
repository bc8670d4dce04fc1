/** Decides how one step turns into the next (experience.md 4.9) as a storyboard of timed changes. Pure; draws and plays nothing. */
import type {
  NodeId,
  SubgraphView,
  ViewEdge,
  ViewNode,
} from "../../electron/contract/subgraph-view";
import { countText } from "./card-badge";
import { directCalls } from "./call-director";
import { directCollection } from "./collection-director";
import { type Announcement, crossfade, type Storyboard, type TimedChange } from "./storyboard";
import { wayToName } from "./way-to-name";

export type Direction = "forward" | "back" | "jump";

export interface Transition {
  readonly previous: SubgraphView;
  readonly next: SubgraphView;
  readonly direction: Direction;
  /** Reduced motion, or animations switched off. */
  readonly still: boolean;
  /** Say only what became of objects. */
  readonly terse?: boolean;
}

const BACK_MS = 300;
/** No motion, only the new picture over the old one. */
const STILL_MS = 120;
/** The marker line moves; nothing else changes. */
const QUIET_MS = 160;

/** Ghosts of the step before. */
const GONE = { from: 0, to: 300 };
const RETRACT = { from: 160, to: 420 };
const GHOST_LINE = { from: 260, to: 420 };
const TAG = { from: 300, to: 520 };
const EXTEND = { from: 300, to: 560 };
const APPEAR = { from: 160, to: 420 };
const BADGE = { from: 420, to: 640 };
const PULSE = { from: 640, to: 900 };
const CARD_SLOTS = ["fill", "title", "rows", "border", "badge", "was", "chips", "face"] as const;
const ALARM = { from: 900, to: 1200 };

export function directTransition(transition: Transition): Storyboard {
  const { still, direction, terse } = transition;
  switch (direction) {
    case "back":
    case "jump":
      // What happened there is told when it is walked through.
      return crossfade(still ? STILL_MS : BACK_MS, []);
    case "forward": {
      const story = directForward(transition.previous, transition.next);
      const said = story.announcements.filter(({ minor }) => terse !== true || minor !== true);
      return still ? crossfade(STILL_MS, joined(said)) : { ...story, announcements: said };
    }
  }
}

/** Without motion everything is said at once. */
function joined(announcements: readonly Announcement[]): Announcement[] {
  const text = announcements.map((one) => one.text).join(" ");
  return text === "" ? [] : [{ at: 0, text }];
}

interface Pair {
  readonly before: ViewNode;
  readonly after: ViewNode;
}

function directForward(previous: SubgraphView, next: SubgraphView): Storyboard {
  const pairs = nodePairs(previous, next);
  const collected = new Set(next.collections.flatMap((collection) => collection.freed));
  const collection = directCollection(previous, next);
  const calls = directCalls(next);
  const changes: TimedChange[] = [
    ...nameChanges(previous, next),
    ...edgeChanges(previous, next, collected),
    ...countChanges(pairs),
    ...reachabilityChanges(previous, next, pairs),
    ...freedAtOnce(pairs, collected).changes,
    ...ghostsLeaving(previous, next),
    ...collection.changes,
    ...calls.changes,
  ];
  const announcements = [
    ...countWords(pairs),
    ...survivalWords(previous, next, pairs),
    ...alarmWords(pairs),
    ...freedAtOnce(pairs, collected).announcements,
    ...collection.announcements,
    ...calls.announcements,
  ].sort((a, b) => a.at - b.at);
  const quiet = changes.length === 0 && previous.nodes.length === next.nodes.length;
  const duration = Math.max(quiet ? QUIET_MS : APPEAR.to, ...changes.map((change) => change.to));
  return { duration, changes, rest: quiet ? { from: 0, to: QUIET_MS } : APPEAR, announcements };
}

function nodePairs(previous: SubgraphView, next: SubgraphView): Pair[] {
  const before = new Map(previous.nodes.map((node) => [node.id, node]));
  return next.nodes.flatMap((after) => {
    const earlier = before.get(after.id);
    return earlier === undefined ? [] : [{ before: earlier, after }];
  });
}

/** Ghosts nobody pinned make room for the next step. */
function ghostsLeaving(previous: SubgraphView, next: SubgraphView): TimedChange[] {
  const staying = new Set<string>(
    [...next.nodes, ...next.names, ...next.edges, ...next.cycles].map((one) => one.id),
  );
  const gone = (ghost: boolean, id: string, slots: readonly string[]): string[] =>
    ghost && !staying.has(id) ? slots.map((slot) => `${id}/${slot}`) : [];
  const keys = [
    ...previous.nodes.flatMap(({ id, state }) => gone(state === "freed", id, CARD_SLOTS)),
    ...previous.names.flatMap(({ id, deleted }) => gone(deleted !== undefined, id, ["tag"])),
    ...previous.edges.flatMap(({ id, deleted }) =>
      gone(deleted !== undefined, id, ["line", "label"]),
    ),
    ...previous.cycles.flatMap(({ id, state }) => gone(state === "freed", id, ["area", "label"])),
  ];
  return keys.length === 0 ? [] : [{ ...GONE, kind: "crossfade", keys }];
}

/** Objects that look different now: outlined until the next step when nothing was allowed to move. */
export function changedNodes(previous: SubgraphView, next: SubgraphView): ReadonlySet<NodeId> {
  const before = new Map(previous.nodes.map((node) => [node.id, node]));
  const differs = (now: ViewNode): boolean => {
    const was = before.get(now.id);
    // The count of a class is not drawn.
    const counts = now.kind !== "class" && was?.refcount !== now.refcount;
    return was === undefined || was.state !== now.state || counts;
  };
  return new Set(next.nodes.filter(differs).map((node) => node.id));
}

function nameChanges(previous: SubgraphView, next: SubgraphView): TimedChange[] {
  const before = new Map(previous.names.map((name) => [name.id, name]));
  return next.names
    .filter((name) => (name.deleted === undefined) !== (before.get(name.id)?.deleted === undefined))
    .map((name) => ({ ...TAG, kind: "crossfade", keys: [`${name.id}/tag`, `${name.id}/text`] }));
}

function edgeChanges(
  previous: SubgraphView,
  next: SubgraphView,
  collected: ReadonlySet<NodeId>,
): TimedChange[] {
  const before = new Map(previous.edges.map((edge) => [edge.id, edge]));
  const after = new Map(next.edges.map((edge) => [edge.id, edge]));
  const alive = (edge: ViewEdge | undefined): boolean =>
    edge !== undefined && edge.deleted === undefined;
  const byCollector = (edge: ViewEdge): boolean =>
    collected.has(edge.from) || collected.has(edge.to);
  const changes: TimedChange[] = [];
  for (const edge of previous.edges) {
    if (!alive(edge) || alive(after.get(edge.id)) || byCollector(edge)) continue;
    changes.push({ ...RETRACT, kind: "retract", edge: edge.id });
    changes.push({
      ...GHOST_LINE,
      kind: "crossfade",
      keys: [`${edge.id}/line`, `${edge.id}/label`],
    });
  }
  for (const edge of next.edges) {
    if (!alive(edge) || alive(before.get(edge.id))) continue;
    changes.push({ ...EXTEND, kind: "extend", edge: edge.id });
    changes.push({
      from: BADGE.from,
      to: EXTEND.to,
      kind: "crossfade",
      keys: [`${edge.id}/label`],
    });
  }
  return changes;
}

function countChanges(pairs: readonly Pair[]): TimedChange[] {
  return pairs.flatMap(({ before, after }): TimedChange[] => {
    if (after.state === "freed" || before.refcount === after.refcount) return [];
    const roll = {
      kind: "roll",
      node: after.id,
      before: countText(before.refcount),
      after: countText(after.refcount),
    } as const;
    return [
      { ...BADGE, ...roll },
      { ...BADGE, kind: "crossfade", keys: [`${after.id}/was`] },
    ];
  });
}

/** The pulse along what keeps an object alive, or the alarm when nothing does. */
function reachabilityChanges(
  previous: SubgraphView,
  next: SubgraphView,
  pairs: readonly Pair[],
): TimedChange[] {
  const changes: TimedChange[] = [];
  for (const { edges, target } of survivors(previous, next, pairs)) {
    changes.push({ ...PULSE, kind: "pulse", edges, arrives: target });
  }
  const lost = pairs.filter(becameUnreachable).map((pair) => pair.after.id);
  const hullLabels = next.cycles
    .filter((cycle) => cycle.state === "reachable")
    .map((cycle) => `${cycle.id}/label`);
  if (changes.length > 0) changes.push({ ...PULSE, kind: "crossfade", keys: hullLabels });
  if (lost.length > 0) changes.push(...alarm(next, new Set(lost)));
  return changes;
}

function alarm(next: SubgraphView, lost: ReadonlySet<NodeId>): TimedChange[] {
  const hulls = next.cycles.filter((cycle) => cycle.members.some((member) => lost.has(member)));
  const edges = next.edges.filter(
    (edge) => edge.inCycle && lost.has(edge.from) && lost.has(edge.to),
  );
  const keys = [
    ...[...lost].flatMap((id) =>
      ["fill", "rows", "border", "chips", "face"].map((slot) => `${id}/${slot}`),
    ),
    ...hulls.flatMap((cycle) => [`${cycle.id}/area`, `${cycle.id}/label`]),
    ...edges.flatMap((edge) => [`${edge.id}/line`, `${edge.id}/label`]),
  ];
  const scope = next.scopes[0]?.id;
  const search: TimedChange[] = scope === undefined ? [] : [{ ...PULSE, kind: "search", scope }];
  return [...search, { ...ALARM, kind: "crossfade", keys }];
}

interface Survivor {
  readonly target: NodeId;
  readonly edges: readonly string[];
  readonly name: string;
}

/** Objects that lost a name or a reference in this step and are still held, each with the way from the name that holds it. */
function survivors(previous: SubgraphView, next: SubgraphView, pairs: readonly Pair[]): Survivor[] {
  const live = new Set(
    next.edges.filter((edge) => edge.deleted === undefined).map((edge) => edge.id),
  );
  const lost = new Set(
    previous.edges
      .filter((edge) => edge.deleted === undefined && !live.has(edge.id))
      .map((edge) => edge.to),
  );
  return pairs
    .filter(
      ({ after }) => lost.has(after.id) && after.state === "reachable" && after.kind !== "class",
    )
    .flatMap(({ after }) => {
      const way = wayToName(next, after.id);
      return way === undefined ? [] : [{ target: after.id, edges: way.edges, name: way.name }];
    });
}

function becameUnreachable({ before, after }: Pair): boolean {
  return after.state === "unreachable" && before.state !== "unreachable";
}

function freedAtOnce(
  pairs: readonly Pair[],
  collected: ReadonlySet<NodeId>,
): { changes: TimedChange[]; announcements: Announcement[] } {
  const gone = pairs.filter(
    ({ before, after }) =>
      after.state === "freed" && before.state !== "freed" && !collected.has(after.id),
  );
  if (gone.length === 0) return { changes: [], announcements: [] };
  const keys = gone.flatMap(({ after }) => CARD_SLOTS.map((slot) => `${after.id}/${slot}`));
  const words = `${list(gone.map((pair) => pair.after.key))} freed at once.`;
  return {
    changes: [{ ...PULSE, kind: "crossfade", keys }],
    announcements: [{ at: PULSE.from, text: words }],
  };
}

function countWords(pairs: readonly Pair[]): Announcement[] {
  return pairs
    .filter(
      ({ before, after }) =>
        after.state !== "freed" && after.kind !== "class" && before.refcount !== after.refcount,
    )
    .map(({ before, after }) => ({
      at: BADGE.from,
      text: `${after.key} object: count ${countText(before.refcount)} to ${countText(after.refcount)}.`,
      minor: true,
    }));
}

function survivalWords(
  previous: SubgraphView,
  next: SubgraphView,
  pairs: readonly Pair[],
): Announcement[] {
  const names = [...new Set(survivors(previous, next, pairs).map((survivor) => survivor.name))];
  return names.length === 0
    ? []
    : [{ at: PULSE.from, text: `Still reachable through ${list(names)}.`, minor: true }];
}

function alarmWords(pairs: readonly Pair[]): Announcement[] {
  const keys = pairs.filter(becameUnreachable).map((pair) => pair.after.key);
  if (keys.length === 0) return [];
  const words = keys.length === 1 ? "is unreachable" : "are unreachable";
  return [{ at: ALARM.from, text: `${list(keys)} ${words} but still in memory.` }];
}

/** `a`, `a and b`, `a, b and 3 more`. */
export function list(words: readonly string[]): string {
  if (words.length <= 1) return words[0] ?? "";
  if (words.length > 4) return `${words.slice(0, 3).join(", ")} and ${words.length - 3} more`;
  return `${words.slice(0, -1).join(", ")} and ${words.at(-1) ?? ""}`;
}
