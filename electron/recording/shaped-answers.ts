/** Draws a picture the way a person asked for, and gives what is drawn its place in the union. */
import type { SubgraphView, UnionGraph } from "../contract/subgraph-view";
import type { ViewOptions } from "../contract/view-options";
import { buildSubgraphView } from "../engine/build-subgraph-view";
import type { PictureContext } from "../engine/entry-picture";
import { planView } from "../engine/view-plan";
import type { RecordingBook } from "./recording-book";

export function drawShaped(
  book: RecordingBook,
  context: PictureContext,
  { shape }: ViewOptions,
): SubgraphView {
  if (shape === undefined) return buildSubgraphView(context);
  const alive = book.indexes.alive(context.now, context.keyOf);
  const retained = shape.retained === true ? book.indexes.retained(alive) : undefined;
  const view = buildSubgraphView(context, {
    alive,
    shape,
    plan: planView(alive, shape),
    ...(retained === undefined ? {} : { retained }),
  });
  book.union.placeView(view);
  return { ...view, unionVersion: book.union.version };
}

export function unionFor(book: RecordingBook, options: ViewOptions): UnionGraph {
  return book.union.build(showsOutside(options), options.shape !== undefined);
}

export function showsOutside({ showHidden, shape }: ViewOptions): boolean {
  const shown = shape?.shownHubs ?? [];
  return showHidden || shown.includes("module") || shown.includes("builtin");
}
