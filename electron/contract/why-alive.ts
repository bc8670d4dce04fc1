/** Why an object is alive: one way from a root to it, flat, and who else holds it. */
import type { NameId, NodeId } from "./subgraph-view";

export interface WhyAliveOptions {
  /** Holders no way may lead through: objects, or names as roots. */
  readonly ignored: readonly (NodeId | NameId)[];
  /** The so many shortest ways are known already. */
  readonly skip: number;
}

export type WhyAlive =
  /** Root first; the last hop ends at the object. No hops: the root holds it. */
  | {
      readonly kind: "path";
      readonly root: PathRoot;
      readonly hops: readonly PathHop[];
      readonly hasNext: boolean;
      readonly sentence: string;
    }
  /** Nothing leads to it: `circle` starts and ends at one object, `hops` lead from that to the one asked about. */
  | {
      readonly kind: "unreachable";
      readonly circle: readonly PathHop[];
      readonly hops: readonly PathHop[];
      readonly sentence: string;
    }
  /** All ways are known already, or lead through what is ignored. */
  | { readonly kind: "no-other-path"; readonly sentence: string }
  | { readonly kind: "immortal"; readonly sentence: string }
  | { readonly kind: "freed"; readonly sentence: string };

/** `outside`: a reference no object and no name of the recording owns, so C code, a running call or a library does. */
export interface PathRoot {
  readonly kind: "name" | "local" | "module" | "frame" | "outside";
  /** `Global name hub`, `Local name x in f()`, `C code holds it`. */
  readonly text: string;
  readonly id?: NodeId | NameId;
  /** The object it holds. */
  readonly holds: NodeId;
  readonly holdsKey: string;
}

/** One reference of the way. */
export interface PathHop {
  readonly edge: string;
  readonly from: NodeId;
  readonly fromKey: string;
  /** `.listeners`, `[0]`. */
  readonly label: string;
  readonly to: NodeId;
  readonly toKey: string;
  readonly toType: string;
}

/** Everything next to an object: who holds it, what it holds. */
export interface Neighbours {
  readonly holders: NeighbourList;
  readonly held: NeighbourList;
}

export interface NeighbourList {
  /** Objects and names; more than `shown` may exist. */
  readonly total: number;
  /** References, parallel ones each. */
  readonly references: number;
  readonly shown: readonly Neighbour[];
}

export interface Neighbour {
  readonly id: NodeId | NameId;
  readonly key: string;
  readonly typeName: string;
  /** `.ref`, `×3 (.a, .b, [0])`; empty for a name. */
  readonly label: string;
  readonly references: number;
  readonly weak: boolean;
}

export type Direction = "holders" | "held" | "both";

export interface NeighbourhoodOptions {
  readonly direction: Direction;
  readonly depth: 1 | 2 | 3 | 4;
  /** Objects at most, the object itself not counted. */
  readonly limit: number;
}

export interface Neighbourhood {
  /** Nearest first, the object itself not among them. */
  readonly members: readonly { readonly id: NodeId; readonly depth: number }[];
  /** Found within the depth and left out because of the limit. */
  readonly leftOut: number;
}
