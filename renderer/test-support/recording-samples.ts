/** Small recordings for tests: steps and pictures in a few words. */
import { bytes, entryIndex } from "../../electron/contract/ids";
import type { PythonInfo, ScriptSource, StepSummary } from "../../electron/contract/session-events";
import type { SubgraphView, UnionGraph, ViewNode } from "../../electron/contract/subgraph-view";

/** `"0 1 2 3.1 3.2 3"`: labels in the order the lines were completed; a dot marks a line in a function. */
export function stepsFrom(labels: string, change: Partial<StepSummary> = {}): StepSummary[] {
  return labels.split(" ").map((label, at) => {
    const [step, inner] = label.split(".").map(Number);
    return {
      entry: entryIndex(at),
      step: step ?? 0,
      inner: inner ?? 0,
      depth: inner === undefined ? 0 : 1,
      file: "",
      line: at === 0 ? undefined : at,
      nextLine: at + 1,
      code: `line ${label}`,
      scope: "<module>",
      inMemory: 0,
      reachable: 0,
      garbageBytes: bytes(0),
      trackedTotal: 100,
      events: [],
      raised: false,
      ...change,
    };
  });
}

export const sampleScript: ScriptSource = {
  path: "/somewhere/cycle.py",
  name: "cycle.py",
  text: "import gc\n",
  example: false,
};

export const samplePython: PythonInfo = {
  path: "/python",
  version: "3.11.7",
  implementation: "cpython",
  origin: "PATH",
};

export function viewOf(entry: number, ...nodes: readonly ViewNode[]): SubgraphView {
  return {
    entry: entryIndex(entry),
    nodes,
    scopes: [{ id: "s:0:<module>", title: "Global names", depth: 0 }],
    names: [],
    edges: [],
    cycles: [],
    collections: [],
    notes: [],
    shown: nodes.length,
    total: 100,
    leftOut: 0,
  };
}

export function nodeOf(id: string, change: Partial<ViewNode> = {}): ViewNode {
  return {
    id,
    key: `obj${id.slice(1)}`,
    kind: "instance",
    typeName: "MyObject",
    title: "MyObject",
    subtitle: "",
    rows: [],
    hiddenRows: 0,
    refcount: 1,
    unseen: 0,
    size: bytes(56),
    address: 4096,
    state: "reachable",
    isNew: false,
    finalizer: "none",
    tracked: true,
    ...change,
  };
}

export function unionOf(version: number, ...ids: readonly string[]): UnionGraph {
  return {
    version,
    nodes: ids.map((id) => ({ id, kind: "instance", title: "MyObject", rows: 1 })),
    scopes: [],
    names: [],
    edges: [],
    cycles: [],
  };
}
