/** The questions about the graph of one entry: name -> (arguments) => answer, as the window asks them, and the same as messages to the engine. */
import type { CollectionSubsteps } from "./collection-substeps";
import type { EdgeFacts } from "./edge-facts";
import type { EntryIndex } from "./ids";
import type { LessonFact } from "./lesson";
import type { SearchResult } from "./object-search";
import type { NodeId } from "./subgraph-view";
import type { TypeTable } from "./type-table";
import type { ViewOptions } from "./view-options";
import type { Cut, CycleCut, WhatIf } from "./what-if";
import type {
  Neighbourhood,
  NeighbourhoodOptions,
  Neighbours,
  WhyAlive,
  WhyAliveOptions,
} from "./why-alive";

/** Undefined where the entry has no such object, edge, cycle or collection. */
export interface GraphRequests {
  whyAlive(
    entry: EntryIndex,
    node: NodeId,
    options: WhyAliveOptions,
  ): Promise<WhyAlive | undefined>;
  /** `limit` of each list. */
  neighbours(entry: EntryIndex, node: NodeId, limit: number): Promise<Neighbours | undefined>;
  neighbourhood(
    entry: EntryIndex,
    node: NodeId,
    options: NeighbourhoodOptions,
  ): Promise<Neighbourhood | undefined>;
  whatIf(entry: EntryIndex, cuts: readonly Cut[], options: ViewOptions): Promise<WhatIf>;
  /** `cycle` as `ViewCycle.id`. */
  smallestCut(entry: EntryIndex, cycle: string): Promise<CycleCut | undefined>;
  /** `edge` as `ViewEdge.id`. */
  edgeFacts(entry: EntryIndex, edge: string): Promise<EdgeFacts | undefined>;
  search(entry: EntryIndex, query: string): Promise<SearchResult>;
  types(entry: EntryIndex): Promise<TypeTable>;
  /** The number a lesson asks for. */
  lessonFact(entry: EntryIndex, fact: LessonFact): Promise<number | undefined>;
  /** `place` in `SubgraphView.collections` of the entry. */
  substeps(entry: EntryIndex, place: number): Promise<CollectionSubsteps | undefined>;
}

export type GraphRequestName = keyof GraphRequests;

/** Arguments by name of request. */
export type GraphQuestion = {
  readonly [Name in GraphRequestName]: {
    readonly kind: Name;
    readonly args: Parameters<GraphRequests[Name]>;
  };
}[GraphRequestName];

export type GraphAnswers = {
  readonly [Name in GraphRequestName]: Awaited<ReturnType<GraphRequests[Name]>>;
};
