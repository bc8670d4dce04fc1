/** Runs the layout of large graphs off the window's thread. */
import type { UnionGraph } from "../../electron/contract/subgraph-view";
import { layoutUnion, type Positions } from "./graph-layout";

export interface LayoutQuestion {
  readonly run: number;
  readonly union: UnionGraph;
  readonly fixed: Positions;
}

export interface LayoutAnswer {
  readonly run: number;
  readonly positions: Positions;
}

addEventListener("message", (event: MessageEvent<LayoutQuestion>) => {
  const { run, union, fixed } = event.data;
  const answer: LayoutAnswer = { run, positions: layoutUnion(union, fixed) };
  postMessage(answer);
});
