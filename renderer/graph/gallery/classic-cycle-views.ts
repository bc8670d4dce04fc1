/** The storyboard of the classic cycle (steps 6 to 9) written by hand: what the gallery shows and the tests draw. */
import { bytes, entryIndex } from "../../../electron/contract/ids";
import type {
  SubgraphView,
  UnionGraph,
  ViewCycle,
  ViewEdge,
  ViewName,
  ViewNode,
} from "../../../electron/contract/subgraph-view";

const SCOPE = "s:0:<module>";
const nameId = (name: string): string => `n:${SCOPE}:${name}`;

interface Step {
  readonly entry: number;
  readonly deleted1?: number;
  readonly deleted2?: number;
  readonly counts: readonly [number, number];
  readonly was: readonly [number | undefined, number | undefined];
  readonly state: "reachable" | "unreachable" | "freed";
  readonly hull: string;
}

// oxlint-disable-next-line max-params -- a line of the fixture reads like a row of a table
function instance(id: string, key: string, other: string, step: Step, index: 0 | 1): ViewNode {
  const was = step.was[index];
  return {
    id,
    key,
    kind: "instance",
    typeName: "MyObject",
    title: "MyObject",
    subtitle: "",
    rows: [
      { label: "name", text: `'${key}'`, value: "text" },
      { label: "ref", text: other, value: "reference", target: id === "o1" ? "o2" : "o1" },
    ],
    hiddenRows: 0,
    refcount: step.counts[index],
    ...(was === undefined ? {} : { was }),
    unseen: 0,
    size: bytes(56),
    address: 140_000 + index,
    state: step.state,
    ...(step.state === "freed" ? { freed: { step: step.entry, by: "collector" } } : {}),
    isNew: false,
    finalizer: step.state === "freed" ? "ran" : "pending",
    tracked: true,
  };
}

const classNode: ViewNode = {
  id: "o3",
  key: "MyObject",
  kind: "class",
  typeName: "type",
  title: "class MyObject",
  subtitle: "2 methods",
  rows: [],
  hiddenRows: 0,
  refcount: 7,
  unseen: 0,
  size: bytes(1688),
  address: 150_000,
  state: "reachable",
  isNew: false,
  finalizer: "none",
  tracked: true,
};

function name(text: string, target: string, deleted: number | undefined): ViewName {
  return {
    id: nameId(text),
    scope: SCOPE,
    name: text,
    target,
    isNew: false,
    ...(deleted === undefined ? {} : { deleted: { step: deleted } }),
  };
}

// oxlint-disable-next-line max-params -- a line of the fixture reads like a row of a table
function edge(
  from: string,
  to: string,
  kind: ViewEdge["kind"],
  label: string,
  deleted?: number,
): ViewEdge {
  const inCycle = kind === "reference";
  return {
    id: `e:${from}:${to}:${kind}`,
    from,
    to,
    kind,
    label,
    inCycle,
    isNew: false,
    ...(deleted === undefined ? {} : { deleted: { step: deleted } }),
  };
}

function cycle(step: Step): ViewCycle {
  return {
    id: "c:1",
    number: 1,
    members: ["o1", "o2"],
    attached: [],
    state: step.state,
    label: step.hull,
    size: bytes(112),
  };
}

function view(step: Step): SubgraphView {
  const freed = step.state === "freed";
  return {
    entry: entryIndex(step.entry),
    nodes: [
      instance("o1", "obj1", "obj2", step, 0),
      instance("o2", "obj2", "obj1", step, 1),
      classNode,
    ],
    scopes: [{ id: SCOPE, title: "Global names", depth: 0 }],
    names: [
      name("obj1", "o1", step.deleted1),
      name("obj2", "o2", step.deleted2),
      name("MyObject", "o3", undefined),
    ],
    edges: [
      edge(nameId("obj1"), "o1", "name", "", step.deleted1),
      edge(nameId("obj2"), "o2", "name", "", step.deleted2),
      edge(nameId("MyObject"), "o3", "name", ""),
      edge("o1", "o2", "reference", ".ref", freed ? step.entry : undefined),
      edge("o2", "o1", "reference", ".ref", freed ? step.entry : undefined),
      edge("o1", "o3", "class", "", freed ? step.entry : undefined),
      edge("o2", "o3", "class", "", freed ? step.entry : undefined),
    ],
    cycles: [cycle(step)],
    collections: freed
      ? [
          {
            generation: 2,
            trigger: "explicit",
            collected: 2,
            uncollectable: 0,
            found: ["o1", "o2"],
            finalized: ["o1", "o2"],
            freed: ["o1", "o2"],
            survived: [],
            freedBytes: bytes(112),
          },
        ]
      : [],
    notes: [],
    shown: freed ? 1 : 3,
    total: 11_248,
    leftOut: 0,
  };
}

export const classicUnion: UnionGraph = {
  version: 1,
  nodes: [
    { id: "o1", kind: "instance", title: "MyObject", rows: 2 },
    { id: "o2", kind: "instance", title: "MyObject", rows: 2 },
    { id: "o3", kind: "class", title: "class MyObject", rows: 0 },
  ],
  scopes: [{ id: SCOPE, title: "Global names", depth: 0 }],
  names: [
    { id: nameId("MyObject"), scope: SCOPE, name: "MyObject", textLength: 0, targets: ["o3"] },
    { id: nameId("obj1"), scope: SCOPE, name: "obj1", textLength: 0, targets: ["o1"] },
    { id: nameId("obj2"), scope: SCOPE, name: "obj2", textLength: 0, targets: ["o2"] },
  ],
  edges: [
    { from: "o1", to: "o2", kind: "reference", label: ".ref" },
    { from: "o2", to: "o1", kind: "reference", label: ".ref" },
    { from: "o1", to: "o3", kind: "class", label: "" },
    { from: "o2", to: "o3", kind: "class", label: "" },
  ],
  cycles: [["o1", "o2"]],
};

export const classicViews: Readonly<Record<6 | 7 | 8 | 9, SubgraphView>> = {
  6: view({
    entry: 6,
    counts: [2, 2],
    was: [1, undefined],
    state: "reachable",
    hull: "Cycle 1, reachable from 2 names",
  }),
  7: view({
    entry: 7,
    deleted1: 7,
    counts: [1, 2],
    was: [2, undefined],
    state: "reachable",
    hull: "Cycle 1, reachable from obj2",
  }),
  8: view({
    entry: 8,
    deleted1: 7,
    deleted2: 8,
    counts: [1, 1],
    was: [undefined, 2],
    state: "unreachable",
    hull: "Cycle 1, nothing outside points in",
  }),
  9: view({
    entry: 9,
    deleted1: 7,
    deleted2: 8,
    counts: [0, 0],
    was: [undefined, undefined],
    state: "freed",
    hull: "Freed by gc.collect(), 2 objects, 112 B",
  }),
};
