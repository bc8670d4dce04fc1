/** The picture of an entry with the attribute dicts of instances as objects of their own, where Python has made such a dict: before 3.11 always, since then only when it is needed. */
import type { NodeIndex, Serial } from "../contract/ids";
import { namedObjects } from "./bound-names";
import type { EntryPicture, Ghost } from "./entry-picture";
import { foldPlumbing } from "./folding";
import { hasFlag, NO_NODE, ObjectFlag } from "./heap-snapshot";
import { cyclesOf, describeCycles } from "./known-cycles";
import { findPlumbing, Role } from "./plumbing";

/** The picture itself when it has none; the same answer for the same picture. */
export function withInstanceDicts(picture: EntryPicture): EntryPicture {
  const known = unfolded.get(picture);
  if (known !== undefined) return known;
  const dicts = attributeDicts(picture);
  const answer = dicts.size === 0 ? picture : foldAround(picture, dicts);
  unfolded.set(picture, answer);
  return answer;
}

const unfolded = new WeakMap<EntryPicture, EntryPicture>();

/** An instance that is gone took its dict along. */
export function ghostsWithDicts(ghosts: readonly Ghost[]): readonly Ghost[] {
  return ghosts.flatMap((ghost) => {
    const last = withInstanceDicts(ghost.last);
    const node = last.graph.snapshot.nodeOf.get(ghost.object);
    const isDict = (target: NodeIndex): boolean =>
      target !== NO_NODE && last.graph.isDrawn(target) && !ghost.last.graph.isDrawn(target);
    const dicts = node === undefined ? [] : last.graph.slotsOf(node).map(({ target }) => target);
    return [
      { ...ghost, last },
      ...dicts.filter(isDict).map((dict): Ghost => ({
        ...ghost,
        object: last.graph.snapshot.nodes.serial[dict],
        last,
      })),
    ];
  });
}

type KeyOf = (object: Serial) => string;

/** `obj1.__dict__` for a dict that is a part of `obj1` in one of the plain pictures. */
export function keysWithDicts(plain: readonly EntryPicture[], keyOf: KeyOf): KeyOf {
  return (object) => {
    for (const { graph } of plain) {
      const node = graph.snapshot.nodeOf.get(object);
      if (node === undefined || graph.isDrawn(node)) continue;
      const owner = graph.ownerOf(node);
      if (owner !== NO_NODE) return `${keyOf(graph.snapshot.nodes.serial[owner])}.__dict__`;
    }
    return keyOf(object);
  };
}

function attributeDicts({ graph, names }: EntryPicture): ReadonlySet<Serial> {
  const { snapshot } = graph;
  const named = namedObjects(names.frames);
  const roles = findPlumbing(snapshot, (node) => named.has(snapshot.nodes.serial[node]));
  const dicts = new Set<Serial>();
  for (const [object, node] of snapshot.nodeOf)
    if (roles[node] === Role.attributes) dicts.add(object);
  return dicts;
}

function foldAround(picture: EntryPicture, dicts: ReadonlySet<Serial>): EntryPicture {
  const { snapshot } = picture.graph;
  const { serial } = snapshot.nodes;
  const named = namedObjects(picture.names.frames);
  const graph = foldPlumbing(
    snapshot,
    (node) => named.has(serial[node]) || dicts.has(serial[node]),
    picture.beside.weak,
  );
  const groups = cyclesOf(graph);
  // A circle that leads through dicts is the same cycle as without them, whichever member is its smallest.
  const numberOf = new Map<string, number>();
  let next = Math.max(0, ...picture.cycles.map(({ number }) => number));
  for (const group of groups) {
    const members = group.map((node) => serial[node]);
    const same = picture.cycles.find((cycle) => cycle.members.some((one) => members.includes(one)));
    numberOf.set(`c:${Math.min(...members)}`, same?.number ?? (next += 1));
  }
  const cycles = describeCycles(graph, groups, {
    numberOf: (id) => numberOf.get(id) ?? 0,
    isUnreachable: (node) => hasFlag(snapshot, node, ObjectFlag.unreachable),
    step: picture.step,
    before: picture.cycles,
  });
  return { ...picture, graph, cycles };
}
