/** The arrows of one entry: between objects drawn one by one, and for one step those that are gone. */
import type { NodeIndex, Serial } from "../contract/ids";
import type { ViewEdge } from "../contract/subgraph-view";
import type { EntryPicture, PictureContext } from "./entry-picture";
import { arrowsFrom, viewEdge, type Arrow } from "./view-edges";

export interface DrawnObjects {
  readonly singles: readonly NodeIndex[];
  readonly isDrawn: (object: Serial) => boolean;
  /** Drawn as stubs: no arrows lead to them. */
  readonly isHub: (object: Serial) => boolean;
}

export function viewArrows(
  { now, before, ghosts }: PictureContext,
  { singles, isDrawn, isHub }: DrawnObjects,
): readonly ViewEdge[] {
  const isShown = (arrow: Arrow): boolean => isDrawn(arrow.to) && !isHub(arrow.to);
  const arrows = singles.flatMap((node) => arrowsFrom(now.graph, node)).filter(isShown);
  const old = new Map(
    before === undefined
      ? []
      : arrowsBefore(before, now, singles).map((arrow) => [arrow.id, arrow]),
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
    if (isDrawn(ghost.object))
      for (const arrow of arrowsOf(ghost.last, ghost.object))
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

/** The arrows the drawn objects had; what they referred to may be a ghost now. */
function arrowsBefore(
  before: EntryPicture,
  now: EntryPicture,
  singles: readonly NodeIndex[],
): readonly Arrow[] {
  const { serial } = now.graph.snapshot.nodes;
  return singles.flatMap((node) => arrowsOf(before, serial[node]));
}

function arrowsOf({ graph }: EntryPicture, object: Serial): readonly Arrow[] {
  const node = graph.snapshot.nodeOf.get(object);
  return node === undefined || !graph.isDrawn(node) ? [] : arrowsFrom(graph, node);
}

function membersOf(cycles: EntryPicture["cycles"]): ReadonlyMap<Serial, string> {
  return new Map(cycles.flatMap((cycle) => cycle.members.map((member) => [member, cycle.id])));
}
