/** The questions the window asks about a recording; window.heap answers them. */
import type { EntryIndex } from "../../electron/contract/ids";
import type { CycleSummary, ObjectDetail } from "../../electron/contract/object-detail";
import type { SearchResult } from "../../electron/contract/object-search";
import type { ViewOptions } from "../../electron/contract/view-options";
import type { NodeId, SubgraphView, UnionGraph } from "../../electron/contract/subgraph-view";

export interface PictureSource {
  view(entry: EntryIndex, options: ViewOptions): Promise<SubgraphView>;
  unionGraph(options: ViewOptions): Promise<UnionGraph>;
  inspect(entry: EntryIndex, node: NodeId): Promise<ObjectDetail | undefined>;
  search(entry: EntryIndex, query: string): Promise<SearchResult>;
  cycles(entry: EntryIndex): Promise<readonly CycleSummary[]>;
}
