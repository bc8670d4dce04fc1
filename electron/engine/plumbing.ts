/**
 * Which objects are plumbing: Python needs them to hold an object together, but a person never made them. An instance's dict, a
 * class's dict, mro, functions and descriptors, a function's closure tuple and cells, a generator's frame.
 * Plumbing that somebody else refers to, or that has a name, is a thing of its own and stays.
 */
import { nodeIndex, rowAfter, type EdgeIndex, type NodeIndex } from "../contract/ids";
import { hasFlag, NO_NODE, ObjectFlag, typeNameOf, type HeapSnapshot } from "./heap-snapshot";

/** What a plumbing object is to the object it is folded into. */
export const Role = {
  none: 0,
  attributes: 1,
  classAttributes: 2,
  classPart: 3,
  functionPart: 4,
  cell: 5,
  frame: 6,
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
]);
/** A function's namespaces are no part of it. */
const NOT_OF_FUNCTION = new Set([".__globals__", ".__builtins__"]);
/** The agent's word for what a paused generator works with: the iterator of its `for` loop. */
const ON_STACK = "on its stack";
const DUNDER = /^(\['__\w+__'\]|\.__\w+__|\['__annotations_cache__'\])/;

/** The role of every node; `none` for what is drawn. */
export function findPlumbing(
  snapshot: HeapSnapshot,
  isNamed: (node: NodeIndex) => boolean,
): Uint8Array {
  const roles = new Uint8Array(snapshot.nodes.length);
  const count = snapshot.nodes.length;
  // Roles come from the holder's role, so repeat until nothing changes; chains are at most class > dict > property > function > cell.
  for (let round = 0, changed = true; changed && round < 8; round += 1) {
    changed = false;
    for (let node = nodeIndex(0); node < count; node = rowAfter(node)) {
      if (passRoles(snapshot, node, { roles, isNamed })) changed = true;
    }
  }
  keepWhatOthersHold(snapshot, roles);
  return roles;
}

interface Passing {
  readonly roles: Uint8Array;
  readonly isNamed: (node: NodeIndex) => boolean;
}

function passRoles(
  snapshot: HeapSnapshot,
  holder: NodeIndex,
  { roles, isNamed }: Passing,
): boolean {
  const { nodes, edges } = snapshot;
  let changed = false;
  const end = nodes.firstEdge[rowAfter(holder)];
  for (let edge = nodes.firstEdge[holder]; edge < end; edge = rowAfter(edge)) {
    const target = edges.target[edge];
    if (target === NO_NODE || roles[target] !== Role.none || isNamed(target)) continue;
    const role = roleGivenBy(snapshot, edge, { holder, target, holderRole: roles[holder] });
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
}

function roleGivenBy(snapshot: HeapSnapshot, edge: EdgeIndex, holding: Holding): RoleValue {
  const { holder, target } = holding;
  const type = typeNameOf(snapshot, target);
  if (type === "cell") return Role.cell;
  if (ALWAYS_PLUMBING.has(type)) return Role.classPart;
  if (hasFlag(snapshot, target, ObjectFlag.class)) return Role.none;
  const label = snapshot.strings.text(snapshot.edges.label[edge]);
  const isClassHolder = hasFlag(snapshot, holder, ObjectFlag.class);
  if (label === ".__dict__" && type === "dict")
    return isClassHolder ? Role.classAttributes : Role.attributes;
  if (isClassHolder) return Role.classPart;
  return roleInPart(typeNameOf(snapshot, holder), holding.holderRole, { type, label });
}

/** What functions, generators and parts of a class hold that belongs to them. */
function roleInPart(
  holderType: string,
  holderRole: number | undefined,
  held: { readonly type: string; readonly label: string },
): RoleValue {
  const { type, label } = held;
  if (holderRole === Role.classAttributes)
    return CLASS_PARTS.has(type) || DUNDER.test(label) ? Role.classPart : Role.none;
  if (holderType === "function") return NOT_OF_FUNCTION.has(label) ? Role.none : Role.functionPart;
  if (holderRole === Role.classPart) return CLASS_PARTS.has(type) ? Role.classPart : Role.none;
  if (!isGeneratorType(holderType)) return Role.none;
  return type === "frame" || (label === ON_STACK && type.endsWith("iterator"))
    ? Role.frame
    : Role.none;
}

/** Undoes the role of what is also held by something that is not plumbing's own way of holding it. */
function keepWhatOthersHold(snapshot: HeapSnapshot, roles: Uint8Array): void {
  const { nodes, edges } = snapshot;
  const count = nodes.length;
  for (let holder = nodeIndex(0); holder < count; holder = rowAfter(holder)) {
    const end = nodes.firstEdge[rowAfter(holder)];
    for (let edge = nodes.firstEdge[holder]; edge < end; edge = rowAfter(edge)) {
      const target = edges.target[edge];
      if (target === NO_NODE || roles[target] === Role.none || target === holder) continue;
      if (isStructural(snapshot, edge, holder)) continue;
      const role = roleGivenBy(snapshot, edge, { holder, target, holderRole: roles[holder] });
      if (role === Role.none) roles[target] = Role.none;
    }
  }
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
