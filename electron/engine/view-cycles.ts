/** Hulls: the cycles of an entry with the words on them, and the ones the collector has just freed. */
import { bytes, type Serial } from "../contract/ids";
import type { ViewCycle } from "../contract/subgraph-view";
import { nodeId, type EntryPicture, type PictureContext } from "./entry-picture";
import { NO_NODE } from "./heap-snapshot";
import type { KnownCycle } from "./known-cycles";
import { byteSize, counted, listed } from "./node-naming";

export function viewCycles(context: PictureContext): readonly ViewCycle[] {
  const living = context.now.cycles.map((cycle) => livingCycle(context.now, cycle));
  return [...living, ...freedCycles(context)];
}

function livingCycle(picture: EntryPicture, cycle: KnownCycle): ViewCycle {
  return {
    ...shared(cycle),
    state: cycle.state,
    label: cycleLabel(picture, cycle),
    size: bytes(cycle.size),
  };
}

function shared(cycle: KnownCycle): Pick<ViewCycle, "id" | "number" | "members" | "attached"> {
  return {
    id: cycle.id,
    number: cycle.number,
    members: cycle.members.map(nodeId),
    attached: cycle.attached.map(nodeId),
  };
}

/** `Cycle 1, reachable from obj2`. */
export function cycleLabel(picture: EntryPicture, cycle: KnownCycle): string {
  const start = `Cycle ${cycle.number}`;
  if (cycle.state === "unreachable") return `${start}, nothing outside points in`;
  const names = namesLeadingTo(picture, cycle.members);
  const [only] = names;
  if (only === undefined) return `${start}, held from outside the picture`;
  return names.length === 1
    ? `${start}, reachable from ${only}`
    : `${start}, reachable from ${names.length} names`;
}

/** Names from which some member can be reached, the module's first. */
export function namesLeadingTo(
  picture: EntryPicture,
  members: readonly Serial[],
): readonly string[] {
  const leading = objectsLeadingTo(picture, members);
  return picture.names.frames.flatMap((frame) =>
    frame.bindings
      .filter(({ object }) => object !== undefined && leading.has(object))
      .map(({ name }) => name),
  );
}

/** The members and every drawn object with a way to one. */
function objectsLeadingTo(
  { graph }: EntryPicture,
  members: readonly Serial[],
): ReadonlySet<Serial> {
  const referrers = new Map<Serial, Serial[]>();
  const { serial } = graph.snapshot.nodes;
  for (const node of graph.drawn) {
    for (const { target, kind } of graph.slotsOf(node)) {
      if (target === NO_NODE || kind === "weak" || kind === "class") continue;
      const known = referrers.get(serial[target]);
      if (known === undefined) referrers.set(serial[target], [serial[node]]);
      else known.push(serial[node]);
    }
  }
  const leading = new Set<Serial>(members);
  const waiting = [...members];
  for (let object = waiting.pop(); object !== undefined; object = waiting.pop()) {
    for (const referrer of referrers.get(object) ?? []) {
      if (leading.has(referrer)) continue;
      leading.add(referrer);
      waiting.push(referrer);
    }
  }
  return leading;
}

function freedCycles(context: PictureContext): readonly ViewCycle[] {
  const freedBy = new Map(context.ghosts.map((ghost) => [ghost.object, ghost]));
  const cycles = new Map<string, KnownCycle>();
  for (const ghost of context.ghosts)
    for (const cycle of ghost.last.cycles) cycles.set(cycle.id, cycle);
  const isCollected = (object: Serial): boolean => freedBy.get(object)?.freed.by === "collector";
  return [...cycles.values()]
    .filter((cycle) => cycle.members.every(isCollected))
    .map((cycle) =>
      freedCycle(context, { ...cycle, attached: cycle.attached.filter(isCollected) }),
    );
}

function freedCycle(context: PictureContext, cycle: KnownCycle): ViewCycle {
  const asked = context.collections.some(
    (collection) =>
      collection.trigger !== "automatic" &&
      cycle.members.every((member) => collection.freed.includes(member)),
  );
  const count = cycle.members.length + cycle.attached.length;
  const label = `Freed by ${asked ? "gc.collect()" : "the collector"}, ${counted(count, "object")}, ${byteSize(cycle.size)}`;
  return { ...shared(cycle), state: "freed", label, size: bytes(cycle.size) };
}

export function keysListed(
  context: PictureContext,
  objects: readonly Serial[],
  last: "and" | "or",
): string {
  return listed(objects.map(context.keyOf), last);
}
