/** Folds plumbing into the objects it belongs to: the graph of things a person knows, with the references between them as Python writes them. */
import { ReferentKind } from "../contract/agent-message";
import { nodeIndex, rowAfter, type EdgeIndex, type NodeIndex, type Serial } from "../contract/ids";
import type { EdgeKind } from "../contract/subgraph-view";
import { hasFlag, NO_NODE, ObjectFlag, type HeapSnapshot } from "./heap-snapshot";
import type { WeakLink } from "./side-references";
import { findPlumbing, isStructural, Role } from "./plumbing";

/** One reference of a drawn object, or one value it holds. */
export interface Slot {
  readonly label: string;
  readonly kind: Exclude<EdgeKind, "name">;
  /** As `ReferentKind`: an object, an atom or something outside. */
  readonly referent: number;
  /** What an atom or something outside looks like. */
  readonly text: string;
  /** The drawn object referred to, or `NO_NODE`. */
  readonly target: NodeIndex;
  /** The last of the heap's edges on the way; absent for a reference that owns no count. */
  readonly edge?: EdgeIndex;
}

export interface FoldedGraph {
  readonly snapshot: HeapSnapshot;
  readonly drawn: readonly NodeIndex[];
  readonly isDrawn: (node: NodeIndex) => boolean;
  /** The drawn object a node belongs to: itself, or the one it is folded into; `NO_NODE` for loose plumbing. */
  readonly ownerOf: (node: NodeIndex) => NodeIndex;
  readonly slotsOf: (node: NodeIndex) => readonly Slot[];
  /** Own size and that of everything folded into it. */
  readonly sizeWithParts: (node: NodeIndex) => number;
  readonly methodsOf: (node: NodeIndex) => number;
  /** What is folded into a drawn object. */
  readonly partsOf: (node: NodeIndex) => readonly NodeIndex[];
}

export function foldPlumbing(
  snapshot: HeapSnapshot,
  isNamed: (node: NodeIndex) => boolean,
  weak: readonly WeakLink[] = [],
): FoldedGraph {
  const roles = findPlumbing(snapshot, isNamed);
  const count = snapshot.nodes.length;
  const folding: Folding = {
    snapshot,
    roles,
    weakReferents: weakReferentsOf(snapshot, weak),
    owner: new Uint32Array(count).fill(NO_NODE),
    size: new Float64Array(count),
    methods: new Uint32Array(count),
  };
  const drawn: NodeIndex[] = [];
  const slots: (readonly Slot[] | undefined)[] = new Array<undefined>(count).fill(undefined);
  for (let node = nodeIndex(0); node < count; node = rowAfter(node)) {
    if (roles[node] !== Role.none) continue;
    drawn.push(node);
    folding.owner[node] = node;
    folding.size[node] += snapshot.nodes.size[node];
    slots[node] = collectSlots(folding, node);
  }
  return {
    snapshot,
    drawn,
    isDrawn: (node) => roles[node] === Role.none,
    ownerOf: (node) => nodeIndex(folding.owner[node]),
    slotsOf: (node) => slots[node] ?? [],
    sizeWithParts: (node) => folding.size[node],
    methodsOf: (node) => folding.methods[node],
    partsOf: (node) =>
      [...snapshot.nodeOf.values()].filter((part) => part !== node && folding.owner[part] === node),
  };
}

/** Whether names on others than before can change what is folded: an instance of one of the script's classes never is. */
export function namesMatter(
  { snapshot }: FoldedGraph,
  before: ReadonlySet<Serial>,
  now: ReadonlySet<Serial>,
): boolean {
  if (before === now) return false;
  const matters = (object: Serial): boolean => {
    const node = snapshot.nodeOf.get(object);
    if (node === undefined) return false;
    const isInstance =
      hasFlag(snapshot, node, ObjectFlag.ownType) && !hasFlag(snapshot, node, ObjectFlag.class);
    return !isInstance;
  };
  return (
    [...now].some((object) => !before.has(object) && matters(object)) ||
    [...before].some((object) => !now.has(object) && matters(object))
  );
}

interface Folding {
  readonly snapshot: HeapSnapshot;
  readonly roles: Uint8Array;
  /** By the node of the weak reference. */
  readonly weakReferents: ReadonlyMap<NodeIndex, NodeIndex>;
  readonly owner: Uint32Array;
  readonly size: Float64Array;
  readonly methods: Uint32Array;
}

function weakReferentsOf(
  { nodeOf }: HeapSnapshot,
  weak: readonly WeakLink[],
): ReadonlyMap<NodeIndex, NodeIndex> {
  const referents = new Map<NodeIndex, NodeIndex>();
  for (const link of weak) {
    const holder = nodeOf.get(link.holder);
    const referent = nodeOf.get(link.referent);
    if (holder !== undefined && referent !== undefined) referents.set(holder, referent);
  }
  return referents;
}

interface Visit {
  /** The drawn object whose slots are collected. */
  readonly start: NodeIndex;
  readonly node: NodeIndex;
  /** Label of the way so far. */
  readonly way: string;
}

function collectSlots(folding: Folding, start: NodeIndex): readonly Slot[] {
  const slots: Slot[] = [];
  const seen = new Set<NodeIndex>([start]);
  // A stack in reverse would reorder attributes, so folded parts are walked where they stand.
  const walk = (visit: Visit): void => {
    const { nodes } = folding.snapshot;
    if (folding.weakReferents.size > 0) addWeakSlot(folding, visit, slots);
    const end = nodes.firstEdge[rowAfter(visit.node)];
    for (let edge = nodes.firstEdge[visit.node]; edge < end; edge = rowAfter(edge)) {
      const part = followEdge(folding, edge, visit, slots);
      if (part === undefined || seen.has(part.node)) continue;
      seen.add(part.node);
      claim(folding, part.node, start);
      walk(part);
    }
  };
  walk({ start, node: start, way: "" });
  return slots;
}

/** `weak`, or `weak ['k']` for what a folded weak reference is kept under. */
function addWeakSlot(
  { roles, weakReferents }: Folding,
  { node, start, way }: Visit,
  slots: Slot[],
): void {
  const target = weakReferents.get(node);
  if (target === undefined || roles[target] !== Role.none || target === start) return;
  const label = way === "" || way === MEMBER ? "weak" : `weak ${way}`;
  slots.push({ label, kind: "weak", referent: ReferentKind.object, text: "", target });
}

/** The label of a set's members. */
const MEMBER = "{}";

/** Adds the slot an edge makes, or answers the plumbing to walk into. */
function followEdge(
  folding: Folding,
  edge: EdgeIndex,
  visit: Visit,
  slots: Slot[],
): Visit | undefined {
  const { start } = visit;
  const { edges, strings } = folding.snapshot;
  const target = edges.target[edge];
  const raw = strings.text(edges.label[edge]);
  const label = wayTo(folding.roles[visit.node], visit.way, raw);
  if (target !== NO_NODE && folding.roles[target] !== Role.none)
    return { start, node: target, way: label };
  const startIsClass = hasFlag(folding.snapshot, start, ObjectFlag.class);
  if (target === NO_NODE) {
    const plain =
      visit.node === start ||
      folding.roles[visit.node] === Role.attributes ||
      folding.roles[visit.node] === Role.frame;
    if (plain && !startIsClass && !isKeyOfAtom(raw)) {
      slots.push({
        label,
        kind: "reference",
        referent: edges.referent[edge],
        text: strings.text(edges.text[edge]),
        target,
      });
    }
    return undefined;
  }
  // A class reaches itself through its mro, descriptors and methods; only an attribute of its own is a reference.
  if (target === start && startIsClass && folding.roles[visit.node] !== Role.classAttributes)
    return undefined;
  slots.push({
    label,
    kind: kindOfEdge(folding, edge, visit, label),
    referent: 0,
    text: "",
    target,
    edge,
  });
  return undefined;
}

function isKeyOfAtom(label: string): boolean {
  return label.startsWith("key ");
}

function claim(folding: Folding, part: NodeIndex, owner: NodeIndex): void {
  if (folding.owner[part] !== NO_NODE) return;
  folding.owner[part] = owner;
  folding.size[owner] += folding.snapshot.nodes.size[part];
  if (hasFlag(folding.snapshot, part, ObjectFlag.function)) folding.methods[owner] += 1;
}

const IDENTIFIER_KEY = /^\['([\p{ID_Start}_][\p{ID_Continue}]*)'\]$/u;

/** How Python writes the way through a folded object of this role. */
function wayTo(role: number, way: string, label: string): string {
  switch (role) {
    case Role.none:
      return label;
    case Role.attributes:
    case Role.classAttributes:
      return label.replace(IDENTIFIER_KEY, ".$1");
    case Role.cell:
    case Role.classCell:
      return way === "" ? label : way;
    case Role.frame:
    case Role.weakTable:
      return label;
    default:
      return label.startsWith("closure ") ? label : way + label;
  }
}

function kindOfEdge(folding: Folding, edge: EdgeIndex, visit: Visit, label: string): Slot["kind"] {
  const { snapshot, roles } = folding;
  const target = snapshot.edges.target[edge];
  if (isStructural(snapshot, edge, visit.node)) return "class";
  if (label.startsWith("closure ")) return "closure";
  if (label.startsWith("local ")) return "frame";
  const targetIsClass = hasFlag(snapshot, target, ObjectFlag.class);
  if (
    targetIsClass &&
    (roles[visit.node] === Role.classPart || /^\.__(base|bases|mro|class)__/.test(label))
  )
    return "class";
  return "reference";
}
