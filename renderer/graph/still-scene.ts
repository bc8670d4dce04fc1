/** A step at rest, without marks of selection: the graph, a view of it and a theme are all it depends on. */
import type { NodeId, SubgraphView, UnionGraph } from "../../electron/contract/subgraph-view";
import type { Point } from "./geometry";
import { type BuiltScene, buildScene } from "./scene-builder";
import type { SceneMarks } from "./scene-marks";
import { type ThemeName, themeTokens } from "./theme-tokens";

/** The graph of one recording, where its things stand, and what a person marked in it. */
export interface PlacedGraph {
  /** Of the layout its views are drawn in. */
  readonly union: UnionGraph;
  readonly positions: ReadonlyMap<string, Point>;
  readonly marks: Pick<SceneMarks, "rings" | "pinned" | "expanded">;
}

export interface StillView {
  readonly view: SubgraphView;
  /** The collector's copies of the counts, in a sub-step of a collection. */
  readonly scratch?: ReadonlyMap<NodeId, string>;
}

export function stillScene(
  { union, positions, marks }: PlacedGraph,
  { view, scratch }: StillView,
  theme: ThemeName,
): BuiltScene {
  return buildScene({
    union,
    view,
    positions,
    theme: themeTokens(theme),
    selection: undefined,
    focus: undefined,
    marks: scratch === undefined ? marks : { ...marks, scratch },
  });
}
