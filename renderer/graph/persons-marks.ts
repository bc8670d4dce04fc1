/** What a person put on the picture: rings to point with, pins that keep ghosts, pills opened into cards. Survives steps. */
import type { EntryIndex } from "../../electron/contract/ids";
import type { NodeId, SubgraphView, ViewNode } from "../../electron/contract/subgraph-view";
import type { SceneMarks } from "./scene-marks";

export interface MarksSnapshot {
  readonly rings: ReadonlyMap<NodeId, number>;
  readonly pinned: ReadonlySet<NodeId>;
  readonly expanded: ReadonlySet<NodeId>;
}

interface LastSeen {
  readonly node: ViewNode;
  readonly entry: EntryIndex;
}

const RING_COLORS = 3;

export class PersonsMarks {
  private marks: MarksSnapshot = { rings: new Map(), pinned: new Set(), expanded: new Set() };
  private readonly lastSeen = new Map<NodeId, LastSeen>();

  snapshot(): MarksSnapshot {
    return this.marks;
  }

  restore(marks: MarksSnapshot): void {
    this.marks = marks;
  }

  onPicture(): Pick<SceneMarks, "rings" | "pinned" | "expanded"> {
    return this.marks;
  }

  /** The next ring colour, and after the last one none. */
  nextRing(id: NodeId): void {
    const rings = new Map(this.marks.rings);
    const next = (rings.get(id) ?? -1) + 1;
    if (next < RING_COLORS) rings.set(id, next);
    else rings.delete(id);
    this.marks = { ...this.marks, rings };
  }

  togglePin(id: NodeId): void {
    this.marks = { ...this.marks, pinned: toggled(this.marks.pinned, id) };
  }

  toggleExpanded(id: NodeId): void {
    this.marks = { ...this.marks, expanded: toggled(this.marks.expanded, id) };
  }

  /** Pinned objects that are gone stay in the picture as ghosts, in every step after their end. */
  withPinnedGhosts(view: SubgraphView): SubgraphView {
    if (this.marks.pinned.size === 0) return view;
    const present = new Map(view.nodes.map((node) => [node.id, node]));
    const ghosts: ViewNode[] = [];
    for (const id of this.marks.pinned) {
      const node = present.get(id);
      const seen = this.lastSeen.get(id);
      if (node !== undefined) {
        if (seen === undefined || seen.node.state !== "freed" || node.state === "freed")
          this.lastSeen.set(id, { node, entry: view.entry });
      } else if (seen?.node.state === "freed" && view.entry >= seen.entry) {
        ghosts.push({ ...seen.node, isNew: false });
      }
    }
    return ghosts.length === 0 ? view : { ...view, nodes: [...view.nodes, ...ghosts] };
  }
}

function toggled(ids: ReadonlySet<NodeId>, id: NodeId): ReadonlySet<NodeId> {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return next;
}
