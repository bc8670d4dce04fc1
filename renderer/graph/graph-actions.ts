/** Carries out what a key on the canvas asks for. */
import type { NodeId, SubgraphView } from "../../electron/contract/subgraph-view";
import type { GraphController } from "./graph-controller";
import { type GraphKeyAction, nextFocus } from "./graph-keyboard";

export interface ActionContext {
  readonly graph: GraphController;
  readonly view: SubgraphView;
  readonly focus: string | undefined;
  readonly selection: NodeId | undefined;
  onFocus(id: string | undefined): void;
  onSelect(node: NodeId | undefined): void;
  onSelectAlso(nodes: readonly NodeId[], adds: boolean): void;
  onExpand(node: NodeId): void;
}

/** False when there was nothing to do and the key may mean something else to the window. */
export function runKeyAction(action: GraphKeyAction, context: ActionContext): boolean {
  const { graph, view, focus, selection } = context;
  switch (action.kind) {
    case "focus":
      context.onFocus(nextFocus(view, graph.keeper.positions(), focus ?? selection, action.way));
      return true;
    case "pan":
      graph.stage.panBy(action.by);
      return true;
    case "move":
      graph.moveBy(focus ?? selection ?? "", action.by);
      return (focus ?? selection) !== undefined;
    case "select":
      return select(context);
    case "select-also": {
      const object = objectAt(view, focus);
      if (object !== undefined) context.onSelectAlso([object], true);
      return object !== undefined;
    }
  }
}

/** A pill that is selected already opens into its card, and closes again; a group shows its biggest members. */
function select({ graph, view, focus, selection, onSelect, onExpand }: ActionContext): boolean {
  const object = objectAt(view, focus) ?? selection;
  const node = view.nodes.find((one) => one.id === object);
  if (node?.group !== undefined) {
    onExpand(node.id);
    return true;
  }
  if (node?.tier !== undefined && node.tier !== "card") {
    graph.marks.toggleExpanded(node.id);
    graph.redrawResting();
  }
  onSelect(object);
  return object !== undefined;
}

function objectAt(view: SubgraphView, id: string | undefined): NodeId | undefined {
  const name = view.names.find((one) => one.id === id);
  return name === undefined ? id : name.target;
}
