/** Puts objects together that are too many to draw each: by type, by the module of their type, or by the name that leads to them first. */
import type { NodeIndex } from "../contract/ids";
import type { NodeId } from "../contract/subgraph-view";
import type { GroupBy, ViewShape } from "../contract/view-options";
import { CARD_LIMIT } from "./choose-objects";
import { neighboursShown } from "./focus-members";
import { hasFlag, ObjectFlag, typeNameOf } from "./heap-snapshot";
import { serialOfId } from "./object-ids";
import { visibleRoots } from "./path-roots";
import type { AlivePicture } from "./why-alive";

export interface ObjectGroup {
  /** `g:type:Session`, with a `!` behind it for those that are unreachable. */
  readonly id: NodeId;
  readonly title: string;
  readonly members: readonly NodeIndex[];
  readonly isUnreachable: boolean;
}

/** What an expanded group shows one by one. */
const BIGGEST = 20;
/** More groups than this are put together once more. */
const MOST_GROUPS = 60;

export function groupObjects(
  alive: AlivePicture,
  objects: readonly NodeIndex[],
  { groupBy = "type", expanded = [] }: ViewShape,
): { readonly singles: readonly NodeIndex[]; readonly groups: readonly ObjectGroup[] } {
  const wanted = new Set(expanded);
  const singles = new Set(openedObjects(alive, objects, expanded));
  const named = collect(alive, objects, { groupBy, isTaken: (node) => singles.has(node) });
  const groups: ObjectGroup[] = [];
  for (const group of withRestTogether(named)) {
    if (group.members.length === 1) {
      for (const member of group.members) singles.add(member);
    } else if (wanted.has(group.id)) {
      const biggest = new Set(biggestOf(alive, group.members));
      for (const member of biggest) singles.add(member);
      const members = group.members.filter((member) => !biggest.has(member));
      if (members.length > 0) groups.push({ ...group, title: `other ${group.title}`, members });
    } else {
      groups.push(group);
    }
  }
  return { singles: objects.filter((node) => singles.has(node)), groups };
}

/** Expanded objects with their neighbours, and the object in focus. */
function openedObjects(
  alive: AlivePicture,
  objects: readonly NodeIndex[],
  expanded: readonly NodeId[],
): readonly NodeIndex[] {
  const present = new Set(objects);
  const { nodeOf } = alive.picture.graph.snapshot;
  return expanded
    .flatMap((id) => {
      const object = serialOfId(id);
      const node = object === undefined ? undefined : nodeOf.get(object);
      return node === undefined || !present.has(node)
        ? []
        : [node, ...neighboursShown(alive, node)];
    })
    .filter((node) => present.has(node))
    .slice(0, CARD_LIMIT);
}

interface Collecting {
  readonly groupBy: GroupBy;
  readonly isTaken: (node: NodeIndex) => boolean;
}

function collect(
  alive: AlivePicture,
  objects: readonly NodeIndex[],
  { groupBy, isTaken }: Collecting,
): readonly ObjectGroup[] {
  const { snapshot } = alive.picture.graph;
  const titleOf = titlesBy(alive, groupBy);
  const groups = new Map<NodeId, { readonly group: ObjectGroup; readonly members: NodeIndex[] }>();
  for (const node of objects) {
    if (isTaken(node)) continue;
    const title = titleOf(node);
    const isUnreachable = hasFlag(snapshot, node, ObjectFlag.unreachable);
    const id = `g:${groupBy}:${title}${isUnreachable ? "!" : ""}`;
    const known = groups.get(id);
    if (known !== undefined) {
      known.members.push(node);
      continue;
    }
    const members = [node];
    groups.set(id, { group: { id, title, members, isUnreachable }, members });
  }
  return [...groups.values()].map(({ group }) => group);
}

function withRestTogether(groups: readonly ObjectGroup[]): readonly ObjectGroup[] {
  if (groups.length <= MOST_GROUPS) return groups;
  const bySize = groups.toSorted((a, b) => b.members.length - a.members.length);
  const kept = new Set(bySize.slice(0, MOST_GROUPS - 1));
  const members = groups.filter((group) => !kept.has(group)).flatMap((group) => group.members);
  const rest = { id: "g:rest", title: "other things", members, isUnreachable: false };
  return [...groups.filter((group) => kept.has(group)), rest];
}

function biggestOf(
  { picture: { graph } }: AlivePicture,
  members: readonly NodeIndex[],
): readonly NodeIndex[] {
  return members
    .toSorted((a, b) => graph.sizeWithParts(b) - graph.sizeWithParts(a) || a - b)
    .slice(0, BIGGEST);
}

function titlesBy(alive: AlivePicture, groupBy: GroupBy): (node: NodeIndex) => string {
  const { snapshot } = alive.picture.graph;
  const type = (node: NodeIndex): string => typeNameOf(snapshot, node);
  switch (groupBy) {
    case "type":
      return type;
    case "module":
      return (node) => moduleOf(type(node), hasFlag(snapshot, node, ObjectFlag.ownType));
    case "owner":
      return ownerTitles(alive);
  }
}

function moduleOf(type: string, isOwn: boolean): string {
  if (isOwn) return "this script";
  const dot = type.lastIndexOf(".");
  return dot < 0 ? "builtins" : type.slice(0, dot);
}

/** Breadth first from all names at once: each object belongs to the name nearest to it, the earlier one where two are as near. */
function ownerTitles({ picture, index }: AlivePicture): (node: NodeIndex) => string {
  const owner = new Map<NodeIndex, string>();
  for (const { text, holds } of visibleRoots(picture))
    if (!owner.has(holds)) owner.set(holds, text);
  // The map grows while it is walked.
  for (const [node, text] of owner)
    for (const { to, kind } of index.linksFrom(node))
      if (kind !== "weak" && kind !== "class" && !owner.has(to)) owner.set(to, text);
  return (node) => owner.get(node) ?? "no name";
}
