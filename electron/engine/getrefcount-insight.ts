/** Explains the number `sys.getrefcount` prints: whether its own argument counts too depends on where the name lives and on the version. */
import { ReferentKind } from "../contract/agent-message";
import type { NodeIndex } from "../contract/ids";
import type { Insight } from "../contract/subgraph-view";
import type { Binding } from "./bound-names";
import { nodeId, type PictureContext } from "./entry-picture";
import { IMMORTAL, typeNameOf } from "./heap-snapshot";
import { counted } from "./node-naming";
import { findSeenReferences } from "./seen-references";
import { refcountAt } from "./view-nodes";

export function getrefcountInsight(context: PictureContext): Insight | undefined {
  const bound = argumentOf(context);
  if (bound === undefined) return undefined;
  if (bound.binding.object === undefined) return immortalAtom(context, bound.binding);
  const call = callOf(context, bound);
  return call === undefined ? undefined : countInsight(context, call);
}

/** A call whose count during the call is known. */
export interface GetrefcountCall {
  readonly name: string;
  readonly node: NodeIndex;
  /** The argument is not counted. */
  readonly isBorrowed: boolean;
}

export function getrefcountCall(context: PictureContext): GetrefcountCall | undefined {
  const bound = argumentOf(context);
  const call = bound === undefined ? undefined : callOf(context, bound);
  if (call === undefined || context.before === undefined) return undefined;
  const { snapshot } = context.now.graph;
  const refcount = snapshot.nodes.refcount[call.node];
  const was = refcountAt(context.before, snapshot.nodes.serial[call.node]);
  return refcount === IMMORTAL || was !== refcount ? undefined : call;
}

interface Argument {
  readonly name: string;
  readonly binding: Binding;
  readonly isLocal: boolean;
}

function argumentOf(context: PictureContext): Argument | undefined {
  const { now } = context;
  const name = /\bgetrefcount\(\s*(\w+)\s*\)/.exec(now.code)?.[1];
  if (name === undefined || now.how === "raised" || context.before === undefined) return undefined;
  const local = boundIn(context, now.depth, name);
  const binding = local ?? boundIn(context, 0, name);
  return binding === undefined
    ? undefined
    : { name, binding, isLocal: now.depth > 0 && local !== undefined };
}

function callOf(
  context: PictureContext,
  { name, binding, isLocal }: Argument,
): GetrefcountCall | undefined {
  const { object } = binding;
  const node = object === undefined ? undefined : context.now.graph.snapshot.nodeOf.get(object);
  if (node === undefined) return undefined;
  return { name, node, isBorrowed: isLocal && isBorrowed(context, binding) };
}

function boundIn({ now }: PictureContext, depth: number, name: string): Binding | undefined {
  return now.names.frames[depth]?.bindings.find((binding) => binding.name === name);
}

/** From 3.14 on a function's variable is only borrowed for a call (LOAD_FAST_BORROW), unless it is shared with a closure. */
function isBorrowed({ now, python }: PictureContext, { object, name }: Binding): boolean {
  if (object === undefined || !isAtLeast(python.version, 14)) return false;
  const names = findSeenReferences(now).namesOf(object);
  return names.some(({ frame, binding }) => frame.depth === now.depth && binding.name === name);
}

function isAtLeast([major, minor]: readonly [number, number, number], wanted: number): boolean {
  return major > 3 || minor >= wanted;
}

/** So small numbers exist once and for all. */
const SMALL_NUMBER = /^(-[1-5]|\d|\d\d|1\d\d|2[0-4]\d|25[0-6])$/;

function immortalAtom(
  { python }: PictureContext,
  { referent, text, name }: Binding,
): Insight | undefined {
  const isAtom = referent === ReferentKind.atom;
  const isImmortal = /^(None|True|False|\.\.\.|Ellipsis)$/.test(text) || SMALL_NUMBER.test(text);
  return isAtom && isImmortal && isAtLeast(python.version, 12) ? immortalInsight(name) : undefined;
}

function immortalInsight(name: string): Insight {
  return {
    kind: "immortal",
    tone: "neutral",
    title: `Nobody counts ${name}.`,
    body: "None, small numbers and some strings are never freed; Python no longer counts them.",
  };
}

function countInsight(
  { now, before }: PictureContext,
  { name, node, isBorrowed: isArgumentBorrowed }: GetrefcountCall,
): Insight | undefined {
  const { snapshot } = now.graph;
  const object = snapshot.nodes.serial[node];
  const refcount = snapshot.nodes.refcount[node];
  if (refcount === IMMORTAL) return immortalInsight(name);
  // The line changed the count: what it was during the call is not known.
  if (before !== undefined && refcountAt(before, object) !== refcount) return undefined;
  const names = findSeenReferences(now).namesOf(object).length;
  const others = refcount - names;
  const sum = [
    ...(names > 0 ? [counted(names, "name")] : []),
    ...(others > 0 ? [counted(others, "other reference")] : []),
    ...(isArgumentBorrowed ? [] : ["1 argument"]),
  ].join(" + ");
  const type = typeNameOf(snapshot, node);
  return {
    kind: "getrefcount",
    tone: "neutral",
    title: `${refcount + (isArgumentBorrowed ? 0 : 1)} = ${sum}.`,
    body: isArgumentBorrowed
      ? `getrefcount’s argument was borrowed from the variable ${name}, so it is not counted.`
      : `While getrefcount runs, its own argument also points to the ${type}.`,
    action: "show",
    actionLabel: "Show the call",
    about: ["call:1", nodeId(object)],
  };
}
