/** What the inspector says about one selected reference. */
import type { EdgeKind, NameId, NodeId } from "./subgraph-view";
import type { MadeAt } from "./what-if";

export interface EdgeFacts {
  readonly edge: string;
  readonly kind: EdgeKind;
  /** `attribute`, `item`, `key`, `closure variable`, `global name`, `weak reference`. */
  readonly kindText: string;
  readonly from: NodeId | NameId;
  readonly fromKey: string;
  readonly to: NodeId;
  readonly toKey: string;
  /** Of each parallel reference, in reading order; empty for a name. */
  readonly labels: readonly string[];
  /** References it stands for; each owns one count unless it is weak. */
  readonly count: number;
  readonly ownsCount: boolean;
  /** The line that made it; of parallel references the newest. */
  readonly made?: MadeAt;
  readonly sentence: string;
}
