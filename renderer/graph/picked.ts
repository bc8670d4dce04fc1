/** What can be picked besides an object: a reference, or a cycle by the words on its hull. */
import type { EdgeKind, NameId, NodeId, SubgraphView } from "../../electron/contract/subgraph-view";

export type Picked =
  | {
      readonly kind: "edge";
      readonly id: string;
      readonly edge: EdgeKind;
      readonly label: string;
      readonly from: NodeId | NameId;
      readonly to: NodeId;
    }
  | { readonly kind: "cycle"; readonly id: string; readonly members: readonly NodeId[] };

/** Undefined when the view has no edge and no cycle of that id. */
export function pickedFrom(view: SubgraphView, id: string): Picked | undefined {
  const edge = view.edges.find((one) => one.id === id);
  if (edge !== undefined) {
    const { kind, label, from, to } = edge;
    return { kind: "edge", id, edge: kind, label, from, to };
  }
  const cycle = view.cycles.find((one) => one.id === id);
  return cycle === undefined ? undefined : { kind: "cycle", id, members: cycle.members };
}
