/**
 * Which objects are plumbing: Python needs them to hold an object together, but a person never made them. An instance's dict, a
 * class's dict, mro, functions and descriptors, a function's closure tuple and cells, a generator's frame, a generator expression's function.
 * Plumbing that somebody else refers to, or that has a name, is a thing of its own and stays.
 */
import {
  nodeIndex,
  rowAfter,
  type EdgeIndex,
  type NodeIndex,
  type StringIndex,
} from "../contract/ids";
import { hasFlag, NO_NODE, ObjectFlag, typeNameOf, type HeapSnapshot } from "./heap-snapshot";

/** What a plumbing object is to the object it is folded into. */
export const Role = {
  none: 0,
  attributes: 1,
  classAttributes: 2,
  classPart: 3,
  functionPart: 4,
  cell: 5,
  /** A cell of a class's own function. */
  classCell: 6,
  frame: 7,
  /** The attributes, the table and the entries of a WeakValueDictionary, WeakKeyDictionary or WeakSet. */
  weakAttributes: 8,
  weakTable: 9,
  weakEntry: 10,
} as const;
export type RoleValue = (typeof Role)[keyof typeof Role];

const ALWAYS_PLUMBING = new Set([
  "getset_descriptor",
  "member_descriptor",
  "wrapper_descriptor",
  "method_descriptor",
  "classmethod_descriptor",
  "code",
]);
const CLASS_PARTS = new Set([
  "function",
  "staticmethod",
  "classmethod",
  "property",
  "functools.cached_property",
  "functools.partialmethod",
  "functools._lru_cache_wrapper",
  "collections._tuplegetter",
  "_collections._tuplegetter",
]);
/** A function's namespaces are no part of it. */
const NOT_OF_FUNCTION = new Set([".__globals__", ".__builtins__"]);
/** The agent's word for what a paused generator works with: the iterator of its `for` loop. */
const ON_STACK = "on its stack";
/** What the class statement, dataclasses and named tuples leave in a class besides what its author wrote. */
const MADE_BY_PYTHON = /^(\['(__\w+__|_fields|_field_defaults|_abc_impl)'\]|\.__\w+__)/;
/** What the functions that dataclasses write keep in their closures. */
const LIBRARY_CELLS = new Set(["closure repr_running", "closure annotation_fields"]);

/** The role of every node; `none` for what is drawn. */
export function findPlumbing(
  snapshot: HeapSnapshot,
  isNamed: (node: NodeIndex) => boolean,
): Uint8Array {
  const passing: Passing = {
    roles: new Uint8Array(snapshot.nodes.length),
    isNamed,
    hasWeakContainers: hasWeakContainers(snapshot),
  };
  // Classes first: what is part of a class's own function is called otherwise than what is part of any function.
  spreadRoles(
    snapshot,
    passing,
    (node) => hasFlag(snapshot, node, ObjectFlag.class) || isPartOfClass(passing.roles[node]),
  );
  spreadRoles(snapshot, passing, () => true);
  keepWhatOthersHold(snapshot, passing);
  return passing.roles;
}

/** Chains are at most class > dict > property > function > closure > cell > function > closure > cell. */
const LONGEST_CHAIN = 12;

/** Roles come from the holder's role, so repeat until nothing changes. */
function spreadRoles(
  snapshot: HeapSnapshot,
  passing: Passing,
  isHolder: (node: NodeIndex) => boolean,
): void {
  const count = snapshot.nodes.length;
  for (let round = 0, changed = true; changed && round < LONGEST_CHAIN; round += 1) {
    changed = false;
    for (let node = nodeIndex(0); node < count; node = rowAfter(node)) {
      if (isHolder(node) && passRoles(snapshot, node, passing)) changed = true;
    }
  }
}

interface Passing {
  readonly roles: Uint8Array;
  readonly isNamed: (node: NodeIndex) => boolean;
  /** Few programs have any; the others need not be asked at each edge. */
  readonly hasWeakContainers: boolean;
}

function hasWeakContainers(snapshot: HeapSnapshot): boolean {
  const types = new Set<StringIndex>();
  for (let node = nodeIndex(0); node < snapshot.nodes.length; node = rowAfter(node))
    types.add(snapshot.nodes.typeName[node]);
  return [...types].some((type) => WEAK_CONTAINER.test(snapshot.strings.text(type)));
}

function passRoles(
  snapshot: HeapSnapshot,
  holder: NodeIndex,
  { roles, isNamed, hasWeakContainers: isWeakPossible }: Passing,
): boolean {
  const { nodes, edges } = snapshot;
  let changed = false;
  const end = nodes.firstEdge[rowAfter(holder)];
  for (let edge = nodes.firstEdge[holder]; edge < end; edge = rowAfter(edge)) {
    const target = edges.target[edge];
    if (target === NO_NODE || roles[target] !== Role.none || isNamed(target)) continue;
    const role = roleGivenBy(snapshot, edge, {
      holder,
      target,
      holderRole: roles[holder],
      isWeakPossible,
    });
    if (role === Role.none) continue;
    roles[target] = role;
    changed = true;
  }
  return changed;
}

interface Holding {
  readonly holder: NodeIndex;
  readonly target: NodeIndex;
  readonly holderRole: number | undefined;
  readonly isWeakPossible: boolean;
}

function roleGivenBy(snapshot: HeapSnapshot, edge: EdgeIndex, holding: Holding): RoleValue {
  const { target } = holding;
  const type = typeNameOf(snapshot, target);
  if (type === "cell") return roleOfCell(snapshot, edge, holding.holderRole);
  if (ALWAYS_PLUMBING.has(type)) return Role.classPart;
  return hasFlag(snapshot, target, ObjectFlag.class)
    ? Role.none
    : roleByHolder(snapshot, edge, holding);
}

function roleByHolder(snapshot: HeapSnapshot, edge: EdgeIndex, holding: Holding): RoleValue {
  const { holder, target } = holding;
  const type = typeNameOf(snapshot, target);
  const label = snapshot.strings.text(snapshot.edges.label[edge]);
  if (hasFlag(snapshot, holder, ObjectFlag.class)) {
    return label === ".__dict__" && type === "dict" ? Role.classAttributes : Role.classPart;
  }
  const isOwn = hasFlag(snapshot, target, ObjectFlag.ownType);
  const held = { type, label, isOwn };
  if (holding.isWeakPossible) {
    const weak = roleInWeakContainer(typeNameOf(snapshot, holder), holding.holderRole, held);
    if (weak !== undefined) return weak;
  }
  if (isPartOfClass(holding.holderRole)) return roleInClass(snapshot, holding, held);
  if (label === ".__dict__" && type === "dict") return Role.attributes;
  const holderType = typeNameOf(snapshot, holder);
  if (holderType === "function") return NOT_OF_FUNCTION.has(label) ? Role.none : Role.functionPart;
  // Before 3.11 a generator's locals and stack are in a frame of their own.
  return isGeneratorType(holderType) || holding.holderRole === Role.frame
    ? roleInGenerator(snapshot, holding, held)
    : Role.none;
}

const WEAK_CONTAINER = /^(weakref\.Weak(Value|Key)Dictionary|_weakrefset\.WeakSet)$/;
const WEAK_REFERENCE = /^weakref(\.(ReferenceType|KeyedRef))?$/;

/** Undefined outside such a container. What it holds for somebody, a WeakKeyDictionary's values, stays. */
function roleInWeakContainer(
  holderType: string,
  holderRole: number | undefined,
  { type, label }: Held,
): RoleValue | undefined {
  if (WEAK_CONTAINER.test(holderType) && label === ".__dict__") return Role.weakAttributes;
  if (WEAK_CONTAINER.test(holderType) || holderRole === Role.weakAttributes) {
    if (/^(\.data|\['data'\])$/.test(label)) return Role.weakTable;
    return type === "function" || type === "list" || type === "set" ? Role.classPart : Role.none;
  }
  if (holderRole === Role.weakTable) return WEAK_REFERENCE.test(type) ? Role.weakEntry : Role.none;
  // The callback of its entries knows the container by a default argument.
  if (holderRole === Role.functionPart && WEAK_REFERENCE.test(type)) return Role.weakEntry;
  return holderRole === Role.weakEntry && type === "function" ? Role.classPart : undefined;
}

function roleInGenerator(
  snapshot: HeapSnapshot,
  { target }: Holding,
  { type, label }: Held,
): RoleValue {
  // The function of a generator expression has no other use and no name.
  if (type === "function")
    return snapshot.nodes.refcount[target] === 1 ? Role.functionPart : Role.none;
  const isLoop = label === ON_STACK && type.endsWith("iterator");
  return type === "frame" || isLoop ? Role.frame : Role.none;
}

function roleOfCell(
  snapshot: HeapSnapshot,
  edge: EdgeIndex,
  holderRole: number | undefined,
): RoleValue {
  if (holderRole !== Role.classPart) return Role.cell;
  const label = snapshot.strings.text(snapshot.edges.label[edge]);
  return LIBRARY_CELLS.has(label) ? Role.classPart : Role.classCell;
}

interface Held {
  readonly type: string;
  readonly label: string;
  /** An instance of one of the script's classes is always worth showing. */
  readonly isOwn: boolean;
}

function isPartOfClass(role: number | undefined): boolean {
  return role === Role.classAttributes || role === Role.classPart || role === Role.classCell;
}

function roleInClass(snapshot: HeapSnapshot, holding: Holding, held: Held): RoleValue {
  const { type, label, isOwn } = held;
  if (isOwn) return Role.none;
  if (holding.holderRole === Role.classAttributes) {
    return CLASS_PARTS.has(type) || MADE_BY_PYTHON.test(label) ? Role.classPart : Role.none;
  }
  // A decorated method keeps the plain one in its closure; other captured values are data.
  if (holding.holderRole === Role.classCell)
    return CLASS_PARTS.has(type) ? Role.classPart : Role.none;
  // The default values of a method are data that outlives its calls.
  const isDefaults = /^\.__(kw)?defaults__$/.test(label);
  return isDefaults && typeNameOf(snapshot, holding.holder) === "function"
    ? Role.functionPart
    : Role.classPart;
}

/** Undoes the role of what is also held by something that is not plumbing's own way of holding it. */
function keepWhatOthersHold(
  snapshot: HeapSnapshot,
  { roles, hasWeakContainers: isWeakPossible }: Passing,
): void {
  const { nodes, edges } = snapshot;
  const count = nodes.length;
  for (let holder = nodeIndex(0); holder < count; holder = rowAfter(holder)) {
    const end = nodes.firstEdge[rowAfter(holder)];
    for (let edge = nodes.firstEdge[holder]; edge < end; edge = rowAfter(edge)) {
      const target = edges.target[edge];
      if (target === NO_NODE || roles[target] === Role.none || target === holder) continue;
      if (isStructural(snapshot, edge, holder) || isPlumbingOnly(roles[holder])) continue;
      const role = roleGivenBy(snapshot, edge, {
        holder,
        target,
        holderRole: roles[holder],
        isWeakPossible,
      });
      if (role === Role.none) roles[target] = Role.none;
    }
  }
}

/** What one part of a class or function holds of another is nobody's own reference. */
function isPlumbingOnly(role: number | undefined): boolean {
  return role !== Role.none && role !== Role.attributes;
}

/** A bound method's function and a generator's function are how Python works, not a reference of the script. */
export function isStructural(snapshot: HeapSnapshot, edge: EdgeIndex, holder: NodeIndex): boolean {
  const target = snapshot.edges.target[edge];
  const label = snapshot.strings.text(snapshot.edges.label[edge]);
  if (label === ".__class__" || label === ".__objclass__") return true;
  if (target === NO_NODE) return false;
  const holderType = typeNameOf(snapshot, holder);
  const targetType = typeNameOf(snapshot, target);
  if (targetType === "function")
    return (
      isGeneratorType(holderType) ||
      (holderType === "method" && label !== ".__self__") ||
      holderType === "frame"
    );
  return targetType === "code";
}

function isGeneratorType(type: string): boolean {
  return type === "generator" || type === "coroutine" || type === "async_generator";
}
