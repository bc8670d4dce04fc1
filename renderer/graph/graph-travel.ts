/** Brings what is looked for into the middle of the canvas, and finds the next cycle to look at. */
import type { ViewCycle } from "../../electron/contract/subgraph-view";
import { unionOf } from "./geometry";
import type { GraphController } from "./graph-controller";

/** Half a card, and above it the chips and the banner. */
const MARGIN = { x: 90, y: 120 };

export function centreOn(
  graph: Pick<GraphController, "stage" | "keeper" | "fit">,
  ids: readonly string[],
  least: number = 0,
): void {
  const { stage, keeper } = graph;
  const zoom = Math.max(least, stage.viewport().zoom);
  const places = ids.flatMap((id) => keeper.positions().get(id) ?? []);
  const box = unionOf(places.map((place) => ({ ...place, width: 0, height: 0 })));
  if (box === undefined) {
    graph.fit();
    return;
  }
  const { width, height } = stage.size();
  const now = stage.viewport();
  const left = box.x * now.zoom + now.pan.x;
  const top = box.y * now.zoom + now.pan.y;
  const isSeen =
    left > MARGIN.x &&
    top > MARGIN.y &&
    left + box.width * now.zoom < width - MARGIN.x &&
    top + box.height * now.zoom < height - MARGIN.y;
  // What can be seen well stays where it is.
  if (isSeen && zoom === now.zoom) return;
  stage.setViewport({
    zoom,
    pan: {
      x: width / 2 - (box.x + box.width / 2) * zoom,
      y: height / 2 - (box.y + box.height / 2) * zoom,
    },
  });
  stage.setTouched(true);
}

/** Unreachable ones first; undefined when there is no cycle at all. */
export function otherCycle(
  cycles: readonly ViewCycle[],
  member: string | undefined,
  by: 1 | -1,
): string | undefined {
  const ordered = [...cycles].sort(
    (a, b) =>
      Number(b.state === "unreachable") - Number(a.state === "unreachable") || a.number - b.number,
  );
  const now = ordered.findIndex(
    (cycle) => cycle.id === member || cycle.members.includes(member ?? ""),
  );
  const from = now < 0 && by < 0 ? 0 : now;
  return ordered[(from + by + ordered.length) % Math.max(ordered.length, 1)]?.id;
}
