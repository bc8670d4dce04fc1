/** The picture of one entry as data: what to draw and the marks on it. Built by the engine only; holds no positions and no colours. */
import type { Bytes, EntryIndex } from "./ids";

/** `o12`: object with serial 12. */
export type NodeId = string;
/** `n:<scope id>:<name>`: stable over all entries. */
export type NameId = string;
/** `s:<depth>:<scope>`: stable over all entries. */
export type ScopeId = string;

export type NodeKind =
  | "instance"
  | "dict"
  | "list"
  | "tuple"
  | "set"
  | "class"
  | "function"
  | "generator"
  | "module"
  /** A number, a text or a constant drawn on its own: an ellipse with its value. */
  | "scalar"
  | "other";

/** How much of an object is drawn: a card with rows, a pill with two words, a dot. */
export type NodeTier = "card" | "compact" | "mark";

/** `freed`: gone in this entry's step, drawn as a ghost. */
export type LifeState = "reachable" | "unreachable" | "freed";

/** One line of text inside a card. */
export interface ViewRow {
  /** Attribute name, key or index as written in Python: `name`, `'k'`, `[0]`; empty for a plain remark such as `9,996 more`. */
  readonly label: string;
  /** What it holds: a short repr, or the referent's key. */
  readonly text: string;
  /** How the text is coloured. */
  readonly value: "text" | "number" | "constant" | "reference" | "remark";
  readonly target?: NodeId;
}

export interface ViewNode {
  readonly id: NodeId;
  /** First name the object was bound to, else `type#n`; the same in all entries of a finished recording. */
  readonly key: string;
  readonly kind: NodeKind;
  /** Qualified name of the type without `builtins.`. */
  readonly typeName: string;
  /** First line of the card: `MyObject`, `list`, `class MyObject`, `make()`. */
  readonly title: string;
  /** Grey words beside the title: `len 3`, `2 methods`. */
  readonly subtitle: string;
  readonly rows: readonly ViewRow[];
  readonly hiddenRows: number;
  readonly refcount: number | "immortal";
  /** Refcount at the entry this one is compared with, when it differs. */
  readonly was?: number | "immortal";
  /** References counted but not seen in the picture or in frames (C code, temporaries). */
  readonly unseen: number;
  readonly size: Bytes;
  readonly address: number;
  readonly state: LifeState;
  /** `notReal`: by a what-if, so not at all. */
  readonly freed?: {
    readonly step: number;
    readonly by: "refcount" | "collector";
    readonly notReal?: true;
  };
  readonly isNew: boolean;
  readonly finalizer: "none" | "pending" | "ran";
  /** False when the garbage collector does not track it. */
  readonly tracked: boolean;
  /** Absent: a card. */
  readonly tier?: NodeTier;
  /** Stands for `count` objects of one type, `bytes` together; `refcount` means nothing then. */
  readonly group?: { readonly count: number; readonly typeName: string; readonly bytes: Bytes };
  /** A counted stub in place of something everything refers to: `812 refs`. */
  readonly hub?: { readonly count: number };
  /** References to and from objects that are not drawn: `+12` on a short line at its right, at its left. */
  readonly more?: { readonly referents: number; readonly referrers: number };
  /** Weak references to it; absent when none. */
  readonly weak?: number;
  /** What a finalizer or the collector left it as. */
  readonly fate?: "uncollectable" | "resurrected";
  /** Generation of the collector it is in; present only when asked for. */
  readonly generation?: 0 | 1 | 2;
  /** What would be freed with it; present when worked out. */
  readonly retained?: Bytes;
}

export interface ViewScope {
  readonly id: ScopeId;
  /** `Global names` or `Local names in make()`. */
  readonly title: string;
  readonly depth: number;
}

export interface ViewName {
  readonly id: NameId;
  readonly scope: ScopeId;
  readonly name: string;
  /** Present when bound to a drawn object. */
  readonly target?: NodeId;
  /** Short repr when bound to an atom, or `module gc` when bound to something folded. */
  readonly text?: string;
  /** Ghost: the binding was deleted (or the frame ended) in that step; `target` is what it last named. */
  readonly deleted?: { readonly step: number; readonly cut?: true };
  readonly isNew: boolean;
}

export type EdgeKind = "name" | "reference" | "class" | "frame" | "closure" | "weak" | "temporary";

export interface ViewEdge {
  /** `e:<from>:<to>:<kind>`: stable over all entries. */
  readonly id: string;
  readonly from: NodeId | NameId;
  readonly to: NodeId;
  readonly kind: EdgeKind;
  /** `.ref`, `['k']`, `×3 (.a, .b, [0])`; empty for names and classes. */
  readonly label: string;
  /** Both ends are members of the same cycle. */
  readonly inCycle: boolean;
  /** `cut`: by a what-if, so not at all. */
  readonly deleted?: { readonly step: number; readonly cut?: true };
  readonly isNew: boolean;
  /** References it stands for between groups; absent: those of its label. */
  readonly count?: number;
}

/** A call that ran and ended within this step and held an object meanwhile. */
export interface ViewCall {
  /** `call:<n>` in order. */
  readonly id: string;
  /** `getrefcount(a)`. */
  readonly text: string;
  readonly argument: NodeId;
  /** Refcount while it ran; the same as before and after when the argument was borrowed. */
  readonly during: number;
}

export interface ViewCycle {
  /** `c:<smallest serial of its members>`. */
  readonly id: string;
  /** 1, 2, ... in order of first appearance in the recording. */
  readonly number: number;
  readonly members: readonly NodeId[];
  /** What hangs off an unreachable cycle and dies with it. */
  readonly attached: readonly NodeId[];
  readonly state: LifeState;
  /** The words on the hull: `Cycle 1, reachable from obj2`. */
  readonly label: string;
  readonly size: Bytes;
}

/** The one teaching banner; text is plain, `title` is bold. */
export interface Insight {
  readonly kind:
    | "unreachable"
    | "freed-at-once"
    | "collected"
    | "finalizer-ran"
    | "resurrected"
    | "getrefcount"
    | "first-step"
    | "uncollectable"
    | "class-redefined"
    | "same-names"
    | "immortal"
    | "garbage-empty"
    | "unexplained";
  readonly tone: "alarm" | "neutral";
  readonly title: string;
  readonly body: string;
  readonly action?: "step-to-collection" | "collect-now" | "how-it-found-them" | "show";
  /** Objects and calls that `show` lights. */
  readonly about?: readonly string[];
  readonly actionLabel?: string;
}

export interface LineNote {
  readonly line: number;
  /** Of the line, when it is not the script but another file of the person's. */
  readonly file?: string;
  readonly text: string;
  readonly tone: "neutral" | "alarm";
}

/** What a collection did, in the order it did it; feeds the animation and the Collections panel. */
export interface ViewCollection {
  readonly generation: 0 | 1 | 2;
  readonly trigger: "explicit" | "automatic" | "person";
  readonly collected: number;
  readonly uncollectable: number;
  /** Drawn objects the subtraction found unreachable, in the collector's order. */
  readonly found: readonly NodeId[];
  /** Drawn objects whose finalizer ran, in the order it ran. */
  readonly finalized: readonly NodeId[];
  readonly freed: readonly NodeId[];
  readonly survived: readonly NodeId[];
  readonly freedBytes: Bytes;
  /** The collector's arithmetic for each drawn object it looked into; absent when it is not known. */
  readonly subtraction?: readonly {
    readonly node: NodeId;
    readonly refcount: number;
    /** References from other candidates, those that are not drawn included. */
    readonly inside: number;
  }[];
  /** Drawn objects with something left over and all they reach. */
  readonly kept?: readonly NodeId[];
  /** Weak references cleared before the finalizers ran. */
  readonly weakCleared?: number;
}

export interface SubgraphView {
  readonly entry: EntryIndex;
  readonly nodes: readonly ViewNode[];
  readonly scopes: readonly ViewScope[];
  readonly names: readonly ViewName[];
  readonly edges: readonly ViewEdge[];
  readonly cycles: readonly ViewCycle[];
  readonly collections: readonly ViewCollection[];
  /** Absent when no call is worth a picture. */
  readonly calls?: readonly ViewCall[];
  /** Line notes of this step and, behind them, of the few steps before it on other lines. */
  readonly notes: readonly LineNote[];
  readonly insight?: Insight;
  /** Objects drawn (ghosts not counted), out of all the collector tracks plus drawn untracked ones. */
  readonly shown: number;
  readonly total: number;
  /** Objects of the script left out because more than the limit are alive. */
  readonly leftOut: number;
  /** The same by reason, most first; only with `ViewOptions.shape`. */
  readonly hiding?: readonly HiddenCount[];
  /** Only with `ViewOptions.shape`: a union older than this has no place for something drawn here. */
  readonly unionVersion?: number;
  /** A what-if: what would be, not what is. */
  readonly notReal?: true;
}

/** Objects that are not drawn one by one, and why. */
export interface HiddenCount {
  readonly reason:
    | "hidden-object"
    | "hidden-type"
    | "collapsed"
    | "out-of-focus"
    | "grouped"
    | "no-room"
    /** Not objects of the script: known by name alone. */
    | "module"
    | "builtin";
  readonly count: number;
  /** `12 hidden by you`. */
  readonly text: string;
}

/** The union of all entries so far: what the layout places, once. */
export interface UnionGraph {
  /** Grows whenever anything was added. */
  readonly version: number;
  readonly nodes: readonly UnionNode[];
  readonly scopes: readonly ViewScope[];
  readonly names: readonly {
    readonly id: NameId;
    readonly scope: ScopeId;
    readonly name: string;
    readonly textLength: number;
    readonly targets: readonly NodeId[];
  }[];
  readonly edges: readonly {
    readonly from: NodeId;
    readonly to: NodeId;
    readonly kind: EdgeKind;
    readonly label: string;
  }[];
  /** Cycles that existed at any time; members stand together. */
  readonly cycles: readonly (readonly NodeId[])[];
}

export interface UnionNode {
  readonly id: NodeId;
  readonly kind: NodeKind;
  readonly title: string;
  /** The most rows it ever showed, remark row included. */
  readonly rows: number;
  /** Of its place; an expanded card covers its neighbours for a while. Absent: a card. */
  readonly tier?: NodeTier;
  /** Objects it stands for. */
  readonly group?: number;
  readonly hub?: true;
}
