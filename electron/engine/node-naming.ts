/** What kind of thing an object is, and how its type and its card are called. */
import { NONE } from "../contract/agent-message";
import type { NodeIndex } from "../contract/ids";
import type { NodeKind } from "../contract/subgraph-view";
import { hasFlag, ObjectFlag, typeNameOf, type HeapSnapshot } from "./heap-snapshot";

/** `MyObject`, `list`, `collections.deque`: the module is named unless it is the script or builtins. */
export function typeName(module: string, qualname: string): string {
  return module === "" || module === "builtins" || module === "__main__"
    ? qualname
    : `${module}.${qualname}`;
}

const KIND_OF_TYPE: Readonly<Record<string, NodeKind>> = {
  dict: "dict",
  "collections.defaultdict": "dict",
  "collections.OrderedDict": "dict",
  "collections.Counter": "dict",
  list: "list",
  "collections.deque": "list",
  tuple: "tuple",
  set: "set",
  frozenset: "set",
  generator: "generator",
  coroutine: "generator",
  async_generator: "generator",
  method: "function",
  function: "function",
  builtin_function_or_method: "function",
  "functools.partial": "function",
  type: "class",
  module: "module",
};

/** Builtin types without a module in their name that are no instances a person made on purpose. */
const OTHER_BUILTINS =
  /iterator$|^(cell|code|frame|traceback|super|property|staticmethod|classmethod|slice|map|filter|zip|enumerate|reversed|memoryview|mappingproxy|weakref\..*|_weakref\..*)$/;

export function kindOf(snapshot: HeapSnapshot, node: NodeIndex): NodeKind {
  if (hasFlag(snapshot, node, ObjectFlag.class)) return "class";
  if (hasFlag(snapshot, node, ObjectFlag.module)) return "module";
  if (hasFlag(snapshot, node, ObjectFlag.ownType)) return "instance";
  if (hasFlag(snapshot, node, ObjectFlag.function)) return "function";
  const name = typeNameOf(snapshot, node);
  return KIND_OF_TYPE[name] ?? (OTHER_BUILTINS.test(name) ? "other" : "instance");
}

/** Objects that hold what the program works on; classes, functions and modules are its text. */
export function isData(kind: NodeKind): boolean {
  return kind !== "class" && kind !== "function" && kind !== "module";
}

/** First line of the card. */
export function cardTitle(snapshot: HeapSnapshot, node: NodeIndex): string {
  const title = snapshot.strings.text(snapshot.nodes.title[node]);
  const kind = kindOf(snapshot, node);
  if (title === "") return typeNameOf(snapshot, node);
  if (kind === "class") return `class ${title}`;
  return kind === "function" || kind === "generator" ? `${lastPart(title)}()` : title;
}

/** Grey words beside the title; `methods` is the number of functions folded into a class. */
export function cardSubtitle(snapshot: HeapSnapshot, node: NodeIndex, methods: number): string {
  const kind = kindOf(snapshot, node);
  if (kind === "class") return methods === 0 ? "" : counted(methods, "method");
  if (kind === "generator") return typeNameOf(snapshot, node);
  const length = snapshot.nodes.containerLength[node];
  return length === NONE ? "" : `len ${grouped(length)}`;
}

/** `make.<locals>.inner` is called by its last part; a method keeps its class. */
function lastPart(qualname: string): string {
  return qualname.slice(
    qualname.lastIndexOf("<locals>.") + (qualname.includes("<locals>.") ? 9 : 1),
  );
}

export function counted(count: number, noun: string): string {
  return count === 1 ? `1 ${noun}` : `${grouped(count)} ${noun}s`;
}

/** 12345 -> `12,345`, whatever the machine's language. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** `112 B`, `3.1 KiB`. */
export function byteSize(size: number): string {
  if (size < 1024) return `${size} B`;
  if (size < 1024 * 1024) return `${(size / 1024).toFixed(1)} KiB`;
  return `${(size / 1024 / 1024).toFixed(1)} MiB`;
}

/** `a`, `a or b`, `a, b or c`. */
export function listed(words: readonly string[], last: "and" | "or"): string {
  if (words.length <= 1) return words[0] ?? "";
  return `${words.slice(0, -1).join(", ")} ${last} ${words[words.length - 1]}`;
}
