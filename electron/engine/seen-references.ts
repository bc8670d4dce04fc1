/** Which of an object's counts are seen in an entry, each once: edges of the heap, names, and what running frames hold besides. */
import {
  edgeIndex,
  nodeIndex,
  rowAfter,
  type EdgeIndex,
  type NodeIndex,
  type Serial,
} from "../contract/ids";
import type { Binding, FrameNames } from "./bound-names";
import type { EntryPicture } from "./entry-picture";
import { IMMORTAL, NO_NODE, typeNameOf, type HeapSnapshot } from "./heap-snapshot";
import type { HeldReference } from "./side-references";

export interface NameReference {
  readonly frame: FrameNames;
  readonly binding: Binding;
}

export interface SeenReferences {
  /** Names that own a count of their own. */
  readonly namesOf: (object: Serial) => readonly NameReference[];
  readonly heldOf: (object: Serial) => readonly HeldReference[];
  /** Edges from objects of the picture; those that own no count are subtracted. */
  readonly edgesOf: (object: Serial) => number;
  /** All of these together. */
  readonly countOf: (object: Serial) => number;
}

export function findSeenReferences(picture: EntryPicture): SeenReferences {
  const { snapshot } = picture.graph;
  const edges = countEdges(picture);
  const held = new Map<Serial, HeldReference[]>();
  for (const reference of picture.beside.held) addTo(held, reference.object, reference);
  const names = countingNames(picture, (object) => {
    const node = snapshot.nodeOf.get(object);
    const refcount = node === undefined ? IMMORTAL : snapshot.nodes.refcount[node];
    return refcount - (edges.get(object) ?? 0) - (held.get(object)?.length ?? 0);
  });
  const namesOf = (object: Serial): readonly NameReference[] => names.get(object) ?? [];
  const heldOf = (object: Serial): readonly HeldReference[] => held.get(object) ?? [];
  const edgesOf = (object: Serial): number => edges.get(object) ?? 0;
  return {
    namesOf,
    heldOf,
    edgesOf,
    countOf: (object) => namesOf(object).length + heldOf(object).length + edgesOf(object),
  };
}

function countEdges({ graph, beside }: EntryPicture): Map<Serial, number> {
  const { edges, nodes } = graph.snapshot;
  const counts = new Map<Serial, number>();
  const add = (object: Serial, count: number): void =>
    void counts.set(object, (counts.get(object) ?? 0) + count);
  for (let edge = edgeIndex(0); edge < edges.length; edge = rowAfter(edge)) {
    const target = edges.target[edge];
    if (target !== NO_NODE) add(nodes.serial[target], 1);
  }
  for (const object of beside.borrowed) if (counts.has(object)) add(object, -1);
  return counts;
}

function addTo<Value>(lists: Map<Serial, Value[]>, object: Serial, value: Value): void {
  const list = lists.get(object);
  if (list === undefined) lists.set(object, [value]);
  else list.push(value);
}

/**
 * A name of a function can be a reference that is seen already: a cell's, a generator's, a module's dict. And from 3.14 on
 * an argument may be borrowed from the caller; then more references are seen than are counted, and the innermost owns none.
 */
function countingNames(
  picture: EntryPicture,
  left: (object: Serial) => number,
): ReadonlyMap<Serial, readonly NameReference[]> {
  const names = new Map<Serial, NameReference[]>();
  const seenElsewhere = seenAsEdges(picture);
  for (const frame of picture.names.frames) {
    for (const binding of frame.bindings) {
      if (binding.object === undefined || seenElsewhere(frame, binding)) continue;
      addTo(names, binding.object, { frame, binding });
    }
  }
  for (const [object, references] of names) {
    const globals = references.filter(({ frame }) => frame.depth === 0).length;
    const room = Math.max(globals, left(object));
    if (references.length > room) names.set(object, references.slice(0, room));
  }
  return names;
}

type SeenElsewhere = (frame: FrameNames, binding: Binding) => boolean;

function seenAsEdges({ graph, names }: EntryPicture): SeenElsewhere {
  const locals = new Set<Serial>();
  for (const { depth, bindings } of names.frames)
    for (const { object } of bindings) if (depth > 0 && object !== undefined) locals.add(object);
  if (locals.size === 0) return () => false;
  const { snapshot } = graph;
  const holders = holdersOf(snapshot, locals);
  const cells = findCells(snapshot);
  return ({ depth, scope }, { name, object }) =>
    depth > 0 &&
    object !== undefined &&
    (holders.get(object) ?? []).some((edge) => {
      const holder = holderOf(snapshot, edge);
      if (typeNameOf(snapshot, holder) === "cell") return cells.isHeldByFrame(holder, name);
      const label = snapshot.strings.text(snapshot.edges.label[edge]);
      if (label === `local ${name}`) return true;
      return scope === "<module>" && (label === `['${name}']` || label === `.${name}`);
    });
}

/** The edges to each of these objects. */
function holdersOf(
  { edges, nodes }: HeapSnapshot,
  objects: ReadonlySet<Serial>,
): ReadonlyMap<Serial, readonly EdgeIndex[]> {
  const found = new Map<Serial, EdgeIndex[]>();
  for (let edge = edgeIndex(0); edge < edges.length; edge = rowAfter(edge)) {
    const target = edges.target[edge];
    if (target === NO_NODE) continue;
    const object = nodes.serial[target];
    if (objects.has(object)) addTo(found, object, edge);
  }
  return found;
}

/** By halving: the last node whose edges do not begin behind this one. */
function holderOf({ nodes }: HeapSnapshot, edge: EdgeIndex): NodeIndex {
  let low = 0;
  let high = nodes.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (nodes.firstEdge[nodeIndex(middle)] <= edge) low = middle;
    else high = middle - 1;
  }
  return nodeIndex(low);
}

/** A frame that shares a variable holds its cell, so the cell is counted once more than closures refer to it. */
function findCells(snapshot: HeapSnapshot): {
  readonly isHeldByFrame: (cell: NodeIndex, name: string) => boolean;
} {
  const { edges, nodes, strings } = snapshot;
  const names = new Map<NodeIndex, { readonly names: Set<string>; references: number }>();
  for (let edge = edgeIndex(0); edge < edges.length; edge = rowAfter(edge)) {
    const target = edges.target[edge];
    if (target === NO_NODE || typeNameOf(snapshot, target) !== "cell") continue;
    const known = names.get(target) ?? { names: new Set<string>(), references: 0 };
    known.names.add(strings.text(edges.label[edge]));
    known.references += 1;
    names.set(target, known);
  }
  return {
    isHeldByFrame(cell, name) {
      const known = names.get(cell);
      if (known === undefined) return false;
      return known.names.has(`closure ${name}`) && nodes.refcount[cell] > known.references;
    },
  };
}
