/** What a search among the objects and names of one entry finds. */
import type { Bytes } from "./ids";
import type { LifeState, NameId, NodeId } from "./subgraph-view";

export interface SearchResult {
  /** Best first. */
  readonly hits: readonly SearchHit[];
  /** Hits there are, also those beyond the listed ones. */
  readonly total: number;
  /** What the query says that cannot be understood, one sentence each. The rest of it was used. */
  readonly problems: readonly string[];
}

export interface SearchHit {
  readonly kind: "object" | "name";
  readonly id: NodeId | NameId;
  readonly key: string;
  readonly title: string;
  readonly typeName: string;
  readonly state: LifeState;
  /** Absent for a name bound to no object. */
  readonly refcount?: number | "immortal";
  readonly size?: Bytes;
}
