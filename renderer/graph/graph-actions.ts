/** Carries out what a key on the canvas asks for. */
import type { NodeId, SubgraphView } from "../../electron/contract/subgraph-view";
import { unionOf } from "./geometry";
import type { GraphController } from "./graph-controller";
import { type GraphKeyAction, nextFocus } from "./graph-keyboard";

export interface ActionContext {
  readonly graph: GraphController;
  readonly view: SubgraphView;
  readonly focus: string | undefined;
  readonly selection: NodeId | undefined;
  setFocus(id: string | undefined): void;
  onSelect(node: NodeId | undefined): void;
}

/** False when there was nothing to do and the key may mean something else to the window. */
export function runKeyAction(action: GraphKeyAction, context: ActionContext): boolean {
  const { graph, view, focus, selection } = context;
  const { stage, keeper } = graph;
  switch (action.kind) {
    case "focus":
      context.setFocus(nextFocus(view, keeper.positions(), focus ?? selection, action.way));
      return true;
    case "pan":
      stage.panBy(action.by);
      return true;
    case "move":
      graph.moveBy(focus ?? selection ?? "", action.by);
      return (focus ?? selection) !== undefined;
    case "zoom":
      stage.zoomBy(action.factor);
      return true;
    case "fit":
      graph.fit();
      return true;
    case "full-size":
      stage.zoomBy(1 / stage.viewport().zoom);
      return true;
    case "show-selection":
      showSelection(context);
      return true;
    case "select":
      return select(context);
    case "clear":
      context.setFocus(undefined);
      context.onSelect(undefined);
      return selection !== undefined || focus !== undefined;
    case "undo":
      keeper.undo();
      return true;
    case "redo":
      keeper.redo();
      return true;
    case "ring":
    case "pin":
      return mark(context, action.kind);
    case "arrange":
      keeper.arrangeAgain();
      return true;
    case "cycle":
      return goToCycle(
        context,
        view.cycles.find((cycle) => cycle.members.includes(selection ?? focus ?? ""))?.id,
      );
    case "next-cycle":
    case "previous-cycle":
      return goToCycle(context, otherCycle(context, action.kind === "next-cycle" ? 1 : -1));
  }
}

/** A pill that is selected already opens into its card, and closes again. */
function select({ graph, view, focus, selection, onSelect }: ActionContext): boolean {
  const object = objectAt(view, focus) ?? selection;
  const tier = view.nodes.find((node) => node.id === object)?.tier;
  if (object !== undefined && tier !== undefined && tier !== "card") {
    graph.marks.toggleExpanded(object);
    graph.redrawResting();
  }
  onSelect(object);
  return focus !== undefined;
}

function mark({ graph, view, focus, selection }: ActionContext, kind: "ring" | "pin"): boolean {
  const object = objectAt(view, focus) ?? selection;
  if (object === undefined) return false;
  if (kind === "ring") graph.marks.nextRing(object);
  else graph.marks.togglePin(object);
  graph.redrawResting();
  return true;
}

function objectAt(view: SubgraphView, id: string | undefined): NodeId | undefined {
  const name = view.names.find((one) => one.id === id);
  return name === undefined ? id : name.target;
}

function showSelection({ graph, selection, focus }: ActionContext): void {
  const place = graph.keeper.positions().get(selection ?? focus ?? "");
  if (place === undefined) {
    graph.fit();
    return;
  }
  const { width, height } = graph.stage.size();
  graph.stage.setViewport({ zoom: 1, pan: { x: width / 2 - place.x, y: height / 2 - place.y } });
  graph.stage.setTouched(true);
}

/** Unreachable ones first. */
function otherCycle({ view, selection, focus }: ActionContext, step: 1 | -1): string | undefined {
  const cycles = [...view.cycles].sort(
    (a, b) =>
      Number(b.state === "unreachable") - Number(a.state === "unreachable") || a.number - b.number,
  );
  const now = cycles.findIndex((cycle) => cycle.members.includes(focus ?? selection ?? ""));
  return cycles[(now + step + cycles.length) % Math.max(cycles.length, 1)]?.id;
}

function goToCycle({ graph, view, setFocus }: ActionContext, id: string | undefined): boolean {
  const cycle = view.cycles.find((one) => one.id === id);
  if (cycle === undefined) return false;
  const places = cycle.members.flatMap((member) => graph.keeper.positions().get(member) ?? []);
  const box = unionOf(places.map((place) => ({ ...place, width: 0, height: 0 })));
  setFocus(cycle.members[0]);
  if (box === undefined) return true;
  const { width, height } = graph.stage.size();
  const { zoom } = graph.stage.viewport();
  graph.stage.setViewport({
    zoom,
    pan: {
      x: width / 2 - (box.x + box.width / 2) * zoom,
      y: height / 2 - (box.y + box.height / 2) * zoom,
    },
  });
  graph.stage.setTouched(true);
  return true;
}
