/** Fills the columns of a HeapSnapshot node by node, then freezes them. Targets are named by serial and may come later than their referrers. */
import {
  asColumn,
  edgeIndex,
  nodeIndex,
  rowAfter,
  serial,
  type Bytes,
  type EdgeIndex,
  type NodeIndex,
  type Serial,
  type StringIndex,
} from "../contract/ids";
import { GrowableColumn } from "./growable-column";
import { NO_NODE, type HeapSnapshot } from "./heap-snapshot";
import type { StringTable } from "./string-table";

export interface NewNode {
  readonly serial: Serial;
  readonly typeName: StringIndex;
  readonly title: StringIndex;
  readonly size: Bytes;
  readonly refcount: number;
  readonly flags: number;
  readonly containerLength: number;
}

export class HeapSnapshotBuilder {
  readonly #strings: StringTable;
  readonly #nodes: NewNode[] = [];
  readonly #nodeOf = new Map<Serial, NodeIndex>();
  readonly #firstEdge = new GrowableColumn<NodeIndex, EdgeIndex>("u32");
  readonly #target = new GrowableColumn<EdgeIndex, Serial>("f64");
  readonly #label = new GrowableColumn<EdgeIndex, StringIndex>("u32");
  readonly #referent = new GrowableColumn<EdgeIndex, number>("u8");
  readonly #text = new GrowableColumn<EdgeIndex, StringIndex>("u32");

  constructor(strings: StringTable) {
    this.#strings = strings;
  }

  /** Adds an object; the edges added next are its own. */
  addNode(node: NewNode): void {
    if (this.#nodeOf.has(node.serial))
      throw new Error(`Object ${node.serial} is twice in one heap`);
    this.#nodeOf.set(node.serial, nodeIndex(this.#nodes.length));
    this.#nodes.push(node);
    this.#firstEdge.push(edgeIndex(this.#target.length));
  }

  addEdge(
    target: Serial | undefined,
    label: StringIndex,
    referent: number,
    text: StringIndex,
  ): void {
    this.#target.push(target ?? NO_TARGET);
    this.#label.push(label);
    this.#referent.push(referent);
    this.#text.push(text);
  }

  finish(): HeapSnapshot {
    const count = this.#nodes.length;
    const column = (read: (node: NewNode) => number): Uint32Array => columnOf(this.#nodes, read);
    this.#firstEdge.push(edgeIndex(this.#target.length));
    return {
      strings: this.#strings,
      nodeOf: this.#nodeOf,
      nodes: {
        length: count,
        serial: asColumn<NodeIndex, Serial>(column((node) => node.serial)),
        typeName: asColumn<NodeIndex, StringIndex>(column((node) => node.typeName)),
        title: asColumn<NodeIndex, StringIndex>(column((node) => node.title)),
        size: asColumn<NodeIndex, Bytes>(column((node) => node.size)),
        refcount: asColumn<NodeIndex, number>(column((node) => node.refcount)),
        flags: asColumn<NodeIndex, number>(column((node) => node.flags)),
        containerLength: asColumn<NodeIndex, number>(column((node) => node.containerLength)),
        firstEdge: asColumn<NodeIndex, EdgeIndex>(this.#firstEdge.toUint32Array()),
      },
      edges: {
        length: this.#target.length,
        target: asColumn<EdgeIndex, NodeIndex>(this.#resolvedTargets()),
        label: asColumn<EdgeIndex, StringIndex>(this.#label.toUint32Array()),
        referent: asColumn<EdgeIndex, number>(this.#referent.toUint32Array()),
        text: asColumn<EdgeIndex, StringIndex>(this.#text.toUint32Array()),
      },
    };
  }

  #resolvedTargets(): Uint32Array {
    const resolved = new Uint32Array(this.#target.length);
    for (let edge = edgeIndex(0); edge < resolved.length; edge = rowAfter(edge)) {
      resolved[edge] = this.#nodeOf.get(this.#target.at(edge)) ?? NO_NODE;
    }
    return resolved;
  }
}

/** Faster than `Uint32Array.from` with a mapping: this runs at every step. */
function columnOf(nodes: readonly NewNode[], read: (node: NewNode) => number): Uint32Array {
  const column = new Uint32Array(nodes.length);
  for (let place = 0; place < nodes.length; place += 1) column[place] = read(nodes[place]);
  return column;
}

/** No object has this serial; it only fills the target column. */
const NO_TARGET: Serial = serial(-1);
