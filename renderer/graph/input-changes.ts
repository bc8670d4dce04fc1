/** What of the graph's input has changed, as far as it decides how much is drawn anew. */
import type { NodeId, SubgraphView } from "../../electron/contract/subgraph-view";
import type { GraphInput } from "./graph-controller";

/** Anything but the step itself: drawn at once, without motion. */
export function changed(before: GraphInput, now: GraphInput): boolean {
  return before.view !== now.view || before.theme !== now.theme;
}

export function remarked(before: GraphInput, now: GraphInput): boolean {
  return (
    before.selection !== now.selection ||
    before.alsoSelected !== now.alsoSelected ||
    before.focus !== now.focus
  );
}

export function selectedIn({ selection, alsoSelected = [] }: GraphInput): readonly NodeId[] {
  return selection === undefined ? alsoSelected : [selection, ...alsoSelected];
}

export function showsLocals(view: SubgraphView): boolean {
  return view.scopes.some((scope) => scope.depth > 0);
}
