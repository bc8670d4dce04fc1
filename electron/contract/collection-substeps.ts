/** How a collection found what it found: the six sub-steps of the long form, as data for the animation and words for the announcements. */
import type { Bytes } from "./ids";
import type { NodeId } from "./subgraph-view";

export interface CollectionSubsteps {
  readonly step: number;
  readonly generation: 0 | 1 | 2;
  readonly substeps: readonly CollectionSubstep[];
}

export type CollectionSubstep = SubstepWords &
  (
    | { readonly kind: "copy"; readonly counts: readonly ScratchCount[] }
    | {
        readonly kind: "subtract";
        /** In the collector's order. */
        readonly subtracted: readonly SubtractedReference[];
        readonly counts: readonly ScratchCount[];
      }
    | {
        readonly kind: "keep";
        /** More than 0 is left over. */
        readonly kept: readonly NodeId[];
        /** What those lead to, in the order it is found, with the reference that leads to it. */
        readonly reached: readonly { readonly node: NodeId; readonly edge: string }[];
      }
    | {
        readonly kind: "finalize";
        /** Weak references that forget their referent, by the edge drawn. */
        readonly weakCleared: readonly string[];
        readonly finalized: readonly NodeId[];
      }
    | { readonly kind: "look-again"; readonly resurrected: readonly NodeId[] }
    | {
        readonly kind: "free";
        readonly broken: readonly string[];
        readonly freed: readonly NodeId[];
        readonly freedBytes: Bytes;
      }
  );

export interface SubstepWords {
  /** `9.1`. */
  readonly number: string;
  readonly title: string;
  /** One sentence, also for the announcement. */
  readonly sentence: string;
}

export interface ScratchCount {
  readonly node: NodeId;
  readonly scratch: number;
}

export interface SubtractedReference {
  readonly edge: string;
  readonly to: NodeId;
  /** Parallel references, each subtracted. */
  readonly count: number;
}
