/** What would happen if references were cut: worked out in the model, never in the program. */
import type { Bytes } from "./ids";
import type { NameId, NodeId, SubgraphView } from "./subgraph-view";

export type Cut =
  /** `edge` as `ViewEdge.id`; with a label only that one of parallel references. */
  | { readonly kind: "reference"; readonly edge: string; readonly label?: string }
  | { readonly kind: "name"; readonly name: NameId };

export interface WhatIf {
  /** The picture after the cuts, marked `notReal`. */
  readonly view: SubgraphView;
  /** In the order Python would free them: a count reached 0, and so on down. */
  readonly freed: readonly WhatIfObject[];
  readonly freedBytes: Bytes;
  /** Unreachable, and in memory until the collector comes. */
  readonly waiting: readonly WhatIfObject[];
  readonly waitingBytes: Bytes;
  /** What the cut references led to and what stays all the same, with the way that keeps it. */
  readonly stays: readonly StayingObject[];
  /** The same in words, one sentence each. */
  readonly summary: readonly string[];
  /** Cuts that name nothing at this entry. */
  readonly unknown: readonly Cut[];
}

export interface WhatIfObject {
  readonly id: NodeId;
  readonly key: string;
  readonly typeName: string;
  readonly size: Bytes;
  /** Its `__del__` would run first, and could keep it: what it does is not worked out. */
  readonly hasFinalizer: boolean;
}

export interface StayingObject {
  readonly id: NodeId;
  readonly key: string;
  readonly refcount: number | "immortal";
  /** `Alive through the global name hub: hub.listeners[0].` */
  readonly why: string;
}

/** The fewest references whose cutting opens a cycle. */
export interface CycleCut {
  readonly cycle: string;
  readonly references: readonly CutReference[];
  /** False: the cycle is too large to try all, so there may be fewer. */
  readonly isSmallest: boolean;
  readonly sentence: string;
}

export interface CutReference {
  readonly edge: string;
  readonly from: NodeId;
  readonly to: NodeId;
  /** `obj2.ref`. */
  readonly expression: string;
  readonly label: string;
  /** Parallel references it stands for. */
  readonly count: number;
  readonly made?: MadeAt;
  /** What to write instead; absent where a weak reference is no way out. */
  readonly fix?: { readonly code: string; readonly note: string };
}

/** The line whose run made a reference. */
export interface MadeAt {
  readonly step: number;
  readonly line: number | undefined;
  /** Empty: the script. */
  readonly file: string;
  readonly code: string;
}
