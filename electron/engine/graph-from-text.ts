/**
 * Test builder: a heap written as text. `graphFromText("root -x-> a; a -ref-> b; b -ref-> a")` has two objects; `root` is the world
 * outside, so its references count without being seen. `C:type -.__dict__-> d:dict` gives types; `a+1` adds one unseen reference.
 */
import { NONE } from "../contract/agent-message";
import { bytes, nodeIndex, serial, type NodeIndex } from "../contract/ids";
import { HeapSnapshotBuilder } from "./heap-snapshot-builder";
import { NO_NODE, ObjectFlag, type HeapSnapshot } from "./heap-snapshot";
import { StringTable } from "./string-table";

export interface TextGraph {
  readonly snapshot: HeapSnapshot;
  /** In order of first appearance. */
  readonly names: readonly string[];
  readonly node: (name: string) => NodeIndex;
  /** What root refers to. */
  readonly named: ReadonlySet<NodeIndex>;
}

interface TextEdge {
  readonly from: string;
  readonly label: string;
  readonly to: string;
}

const EDGE = /^(\S+) -(.*)-> (\S+)$/;

export function graphFromText(text: string): TextGraph {
  const types = new Map<string, string>();
  const extra = new Map<string, number>();
  const read = (word: string): string => readObject(word, types, extra);
  const edges = text
    .split(";")
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .flatMap((part) => readEdge(part, read));
  const names = [...types.keys()].filter((name) => name !== "root");
  const indexOf = new Map(names.map((name, place) => [name, nodeIndex(place)]));
  const node = (name: string): NodeIndex => indexOf.get(name) ?? NO_NODE;
  const strings = new StringTable();
  const builder = new HeapSnapshotBuilder(strings);
  for (const name of names) {
    const refcount = edges.filter((edge) => edge.to === name).length + (extra.get(name) ?? 0);
    const type = types.get(name) ?? "Node";
    builder.addNode({
      serial: serial(node(name)),
      typeName: strings.intern(type),
      title: strings.intern(type === "type" || type === "function" ? name : ""),
      size: bytes(10),
      refcount,
      flags: ObjectFlag.tracked | flagOf(type),
      containerLength: NONE,
    });
    for (const edge of edges) {
      if (edge.from === name)
        builder.addEdge(serial(node(edge.to)), strings.intern(edge.label), 0, strings.intern(""));
    }
  }
  return {
    snapshot: builder.finish(),
    names,
    node,
    named: new Set(edges.filter((edge) => edge.from === "root").map((edge) => node(edge.to))),
  };
}

function readObject(word: string, types: Map<string, string>, extra: Map<string, number>): string {
  const [, name = word, type, count] = /^([^:+]+)(?::([^+]+))?(?:\+(\d+))?$/.exec(word) ?? [];
  if (type !== undefined || !types.has(name)) types.set(name, type ?? types.get(name) ?? "Node");
  if (count !== undefined) extra.set(name, Number(count));
  return name;
}

function readEdge(part: string, read: (word: string) => string): readonly TextEdge[] {
  const [, from, label = "", to] = EDGE.exec(part) ?? [];
  if (from === undefined || to === undefined) {
    read(part);
    return [];
  }
  return [{ from: read(from), label, to: read(to) }];
}

function flagOf(type: string): number {
  switch (type) {
    case "type":
      return ObjectFlag.class;
    case "function":
      return ObjectFlag.function;
    case "dict":
      return ObjectFlag.plainDict;
    case "module":
      return ObjectFlag.module;
    case "Node":
      return ObjectFlag.ownType;
    default:
      return 0;
  }
}

/** Objects as their names, in the order given. */
export function namesOf(graph: TextGraph, nodes: Iterable<NodeIndex>): readonly string[] {
  return Array.from(nodes, (node) => graph.names[node] ?? "?");
}
