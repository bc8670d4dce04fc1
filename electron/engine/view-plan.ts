/** Decides what of an entry is drawn and how: which objects one by one, which together, which as stubs; and counts the rest by reason. */
import type { NodeIndex, Serial } from "../contract/ids";
import type { HiddenCount, NodeTier } from "../contract/subgraph-view";
import type { ViewShape } from "../contract/view-options";
import { CARD_LIMIT, COMPACT_LIMIT, MARK_LIMIT, nearestObjects } from "./choose-objects";
import { collapsedObjects } from "./collapsed-objects";
import type { EntryPicture } from "./entry-picture";
import { focusMembers, neighboursShown } from "./focus-members";
import { typeNameOf } from "./heap-snapshot";
import { HiddenTally } from "./hidden-tally";
import { serialOfId } from "./object-ids";
import { groupObjects, type ObjectGroup } from "./object-groups";
import type { AlivePicture } from "./why-alive";

export interface ViewPlan {
  readonly singles: readonly NodeIndex[];
  /** Of most; an expanded object is a card all the same. */
  readonly tier: NodeTier;
  readonly tierOf: (node: NodeIndex) => NodeTier;
  readonly groups: readonly ObjectGroup[];
  readonly hiding: readonly HiddenCount[];
  /** Whether the ghost of an object may be drawn. */
  readonly showsGhost: (object: Serial, last: EntryPicture) => boolean;
}

export function planView(alive: AlivePicture, shape: ViewShape): ViewPlan {
  const tally = new HiddenTally();
  const wanted = withoutHidden(alive, shape, tally);
  const open = withoutCollapsed(alive, wanted, shape, tally);
  const focused = withinFocus(alive, open, shape, tally);
  const { singles, tier, groups } = arranged(alive, focused, shape, tally);
  const cards = new Set(shape.expanded ?? []);
  if (shape.focus !== undefined) cards.add(shape.focus.node);
  const { serial } = alive.picture.graph.snapshot.nodes;
  return {
    singles,
    tier,
    tierOf: (node) => (tier !== "card" && cards.has(`o${serial[node]}`) ? "card" : tier),
    groups,
    hiding: tally.counts(),
    showsGhost: (object, last) => showsGhost(object, last, shape),
  };
}

function withoutHidden(
  { picture: { graph } }: AlivePicture,
  { hiddenObjects = [], hiddenTypes = [] }: ViewShape,
  tally: HiddenTally,
): readonly NodeIndex[] {
  if (hiddenObjects.length === 0 && hiddenTypes.length === 0) return graph.drawn;
  const objects = new Set(hiddenObjects.map(serialOfId));
  const types = new Set(hiddenTypes);
  return graph.drawn.filter((node) => {
    if (objects.has(graph.snapshot.nodes.serial[node])) return tally.hide("hidden-object");
    if (types.has(typeNameOf(graph.snapshot, node))) return tally.hide("hidden-type");
    return true;
  });
}

function withoutCollapsed(
  alive: AlivePicture,
  objects: readonly NodeIndex[],
  { collapsed = [] }: ViewShape,
  tally: HiddenTally,
): readonly NodeIndex[] {
  if (collapsed.length === 0) return objects;
  const folded = collapsedObjects(alive, objects, nodesOf(alive, collapsed));
  return objects.filter((node) => !folded.has(node) || tally.hide("collapsed"));
}

function withinFocus(
  alive: AlivePicture,
  objects: readonly NodeIndex[],
  { focus, expanded = [] }: ViewShape,
  tally: HiddenTally,
): readonly NodeIndex[] {
  if (focus === undefined) return objects;
  const [node] = nodesOf(alive, [focus.node]);
  const members = node === undefined ? new Set() : focusMembers(alive, node, focus.depth);
  for (const open of nodesOf(alive, expanded))
    if (members.has(open)) for (const next of neighboursShown(alive, open)) members.add(next);
  return objects.filter((object) => members.has(object) || tally.hide("out-of-focus"));
}

interface Arranged {
  readonly singles: readonly NodeIndex[];
  readonly tier: NodeTier;
  readonly groups: readonly ObjectGroup[];
}

function arranged(
  alive: AlivePicture,
  objects: readonly NodeIndex[],
  shape: ViewShape,
  tally: HiddenTally,
): Arranged {
  const count = objects.length;
  if (shape.alwaysGroup === true || (count > COMPACT_LIMIT && shape.showAnyway !== true)) {
    const { singles, groups } = groupObjects(alive, objects, shape);
    for (const { members } of groups) tally.hide("grouped", members.length);
    return { singles, tier: "card", groups };
  }
  if (count <= CARD_LIMIT) return { singles: objects, tier: "card", groups: [] };
  if (count <= COMPACT_LIMIT) return { singles: objects, tier: "compact", groups: [] };
  const { graph, names } = alive.picture;
  const nearest = new Set(nearestObjects(graph, names.frames, MARK_LIMIT, objects));
  const singles = objects.filter((node) => nearest.has(node) || tally.hide("no-room"));
  return { singles, tier: "mark", groups: [] };
}

function nodesOf({ picture: { graph } }: AlivePicture, ids: readonly string[]): NodeIndex[] {
  return ids.flatMap((id) => {
    const object = serialOfId(id);
    const node = object === undefined ? undefined : graph.snapshot.nodeOf.get(object);
    return node === undefined || !graph.isDrawn(node) ? [] : [node];
  });
}

/** What was hidden while it lived stays hidden; in focus only the object itself and its cycle leave ghosts. */
function showsGhost(object: Serial, last: EntryPicture, shape: ViewShape): boolean {
  const { hiddenObjects = [], hiddenTypes = [], focus } = shape;
  const node = last.graph.snapshot.nodeOf.get(object);
  if (node === undefined || hiddenObjects.includes(`o${object}`)) return false;
  if (hiddenTypes.includes(typeNameOf(last.graph.snapshot, node))) return false;
  if (focus === undefined) return true;
  const focused = serialOfId(focus.node);
  if (object === focused) return true;
  return last.cycles.some(
    ({ members }) => members.includes(object) && focused !== undefined && members.includes(focused),
  );
}
