/**
 * The columnar store of one heap: what every analysis reads. Immutable once built.
 *
 *   nodes      serial  type  size  refcount  flags ...  firstEdge      edges   target  label  referent  text
 *   0 obj1        7     3     56      1        68          0 --------> 0         1     .ref      0       ''
 *   1 obj2        8     3     56      1        68          2 ----+     1        none   .name     1     'obj1'
 *                                                                +---> 2         0     .ref      0       ''
 *
 * Invariants: the edges of node n are rows firstEdge[n] up to firstEdge[n + 1] (so firstEdge has one row more than
 * there are nodes), in the order the object's `tp_traverse` visits them, parallel references listed each.
 */
import type { Bytes, Column, EdgeIndex, NodeIndex, Serial, StringIndex } from "../contract/ids";
import { nodeIndex } from "../contract/ids";
import { NONE } from "../contract/agent-message";
import type { StringTable } from "./string-table";

/** Target of an edge that leaves the snapshot (an atom or something outside). */
export const NO_NODE: NodeIndex = nodeIndex(NONE);
/** Refcount of an object Python no longer counts. */
export const IMMORTAL: number = NONE;

/** Bits of `NodeTable.flags`; the first six are the wire's. */
export const ObjectFlag = {
  class: 1,
  function: 2,
  finalizer: 4,
  plainDict: 8,
  module: 16,
  finalizerRan: 32,
  tracked: 64,
  unreachable: 128,
  /** Its type was defined by the script itself. */
  ownType: 256,
} as const;

export interface NodeTable {
  readonly length: number;
  readonly serial: Column<NodeIndex, Serial>;
  readonly typeName: Column<NodeIndex, StringIndex>;
  readonly title: Column<NodeIndex, StringIndex>;
  readonly size: Column<NodeIndex, Bytes>;
  readonly refcount: Column<NodeIndex, number>;
  readonly flags: Column<NodeIndex, number>;
  /** `NONE` when the object is not a container. */
  readonly containerLength: Column<NodeIndex, number>;
  readonly firstEdge: Column<NodeIndex, EdgeIndex>;
}

export interface EdgeTable {
  readonly length: number;
  readonly target: Column<EdgeIndex, NodeIndex>;
  readonly label: Column<EdgeIndex, StringIndex>;
  /** As `ReferentKind` of the contract. */
  readonly referent: Column<EdgeIndex, number>;
  readonly text: Column<EdgeIndex, StringIndex>;
}

export interface HeapSnapshot {
  readonly nodes: NodeTable;
  readonly edges: EdgeTable;
  readonly strings: StringTable;
  readonly nodeOf: ReadonlyMap<Serial, NodeIndex>;
}

export function hasFlag(snapshot: HeapSnapshot, node: NodeIndex, flag: number): boolean {
  return (snapshot.nodes.flags[node] & flag) !== 0;
}

export function typeNameOf(snapshot: HeapSnapshot, node: NodeIndex): string {
  return snapshot.strings.text(snapshot.nodes.typeName[node]);
}

export function serialOf(snapshot: HeapSnapshot, node: NodeIndex): Serial {
  return snapshot.nodes.serial[node];
}
