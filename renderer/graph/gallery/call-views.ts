/** `a = []; print(getrefcount(a))`: the list before, and the step in which the call ran. */
import { entryIndex } from "../../../electron/contract/ids";
import type { SubgraphView, UnionGraph } from "../../../electron/contract/subgraph-view";
import { zooUnion, zooView } from "./zoo-view";

const before: SubgraphView = zooView("list");

export const callUnion: UnionGraph = zooUnion("list");
export const callViews: readonly SubgraphView[] = [
  before,
  {
    ...before,
    entry: entryIndex(2),
    calls: [{ id: "call:1", text: "getrefcount(a)", argument: "o1", during: 2 }],
  },
];
