/** Everything the inspector says about one object at one entry. */
import type { Bytes, EntryIndex } from "./ids";
import type { LifeState, NodeId, NameId, ViewRow } from "./subgraph-view";

export interface ObjectDetail {
  readonly id: NodeId;
  readonly key: string;
  readonly typeName: string;
  readonly title: string;
  /** Names bound to it now. */
  readonly boundTo: readonly string[];
  /** Last name when no name is left. */
  readonly formerly?: string;
  readonly address: number;
  readonly state: LifeState;
  readonly freed?: { readonly step: number; readonly by: "refcount" | "collector" };
  readonly refcount: number | "immortal";
  /** Who owns each of its counts; the counts of the items add up to the refcount, unless it is immortal. */
  readonly ledger: readonly LedgerItem[];
  /** The collector's subtraction for the object's cycle, or for the object alone. */
  readonly subtraction: readonly SubtractionRow[];
  /** One or two plain sentences under the subtraction. */
  readonly explanation: string;
  /** The words of `explanation` to print bold. */
  readonly emphasis: string;
  readonly referencedBy: readonly Holder[];
  readonly refersTo: readonly ViewRow[];
  readonly refcountHistory: readonly {
    readonly step: number;
    readonly refcount: number;
    readonly label: string;
  }[];
  readonly size: Bytes;
  readonly cycleSize?: Bytes;
  /** What would be freed with it, itself included; absent when it is gone already. */
  readonly retained?: Bytes;
  readonly finalizer: "none" | "pending" | "ran";
  /** Of the collector; absent when it is in none. */
  readonly generation?: 0 | 1 | 2;
  readonly created?: {
    readonly step: number;
    readonly line: number;
    /** Of the line, when it is not the script but another file of the person's. */
    readonly file?: string;
  };
}

/**
 * Some of the references that make up a refcount. `temporary`: on the evaluation stack of a running frame; `frame`: a
 * local variable of a frame that is no scope of the picture; `unseen`: what no frame and no object of the heap holds, so C code does.
 */
export interface LedgerItem {
  readonly kind: "name" | "reference" | "frame" | "temporary" | "unseen";
  /** `obj1`, `obj2.ref`, `argument of a running call in make()`, `C code`. */
  readonly text: string;
  readonly count: number;
  readonly from?: NodeId | NameId;
}

export interface SubtractionRow {
  readonly id: NodeId;
  readonly key: string;
  readonly refcount: number;
  readonly inside: number;
  readonly leftOver: number;
}

export interface Holder {
  /** `obj2.ref`, `obj1`, `items[0]`. */
  readonly expression: string;
  /** `MyObject`, `name`, `name, deleted at step 7`. */
  readonly remark: string;
  readonly from?: NodeId | NameId;
  /** As `ViewEdge.id`, and which of its parallel references; absent for what is gone. */
  readonly edge?: string;
  readonly label?: string;
  readonly gone: boolean;
  /** A weak reference: owns no count. */
  readonly weak?: true;
}

export interface CycleSummary {
  readonly id: string;
  readonly number: number;
  readonly members: readonly {
    readonly id: NodeId;
    readonly key: string;
    readonly typeName: string;
  }[];
  readonly state: LifeState;
  readonly label: string;
  readonly size: Bytes;
  readonly sinceStep: number;
}

export interface CollectionSummary {
  readonly entry: EntryIndex;
  readonly step: number;
  readonly generation: 0 | 1 | 2;
  readonly trigger: "explicit" | "automatic" | "person";
  /** The number it returned, `uncollectable` included as CPython does. */
  readonly collected: number;
  readonly uncollectable: number;
  /** Objects it put into `gc.garbage`: those that are uncollectable, and with `gc.DEBUG_SAVEALL` all it found. */
  readonly garbage: number;
  /** Those of them that are the script's, as they are drawn. */
  readonly inGarbage: readonly {
    readonly id: NodeId;
    readonly key: string;
    readonly typeName: string;
  }[];
  /** Objects it looked at. */
  readonly candidates: number;
  /** What the subtraction found unreachable, and what became of it. */
  readonly found: number;
  readonly freed: number;
  /** Reachable again after finalizers ran. */
  readonly survived: number;
  readonly owners: readonly {
    readonly owner: "script" | "library" | "interpreter";
    readonly found: number;
    readonly freed: number;
  }[];
  /** The found by type, most first. */
  readonly types: readonly {
    readonly typeName: string;
    readonly owner: "script" | "library" | "interpreter";
    readonly found: number;
    readonly freed: number;
  }[];
  /** One or two sentences that make the number returned add up. */
  readonly account: string;
  /** This interpreter's collector cannot be followed exactly: what it found is a prediction. */
  readonly isPrediction: boolean;
}
