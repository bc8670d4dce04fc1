/** The picture of the bundled classic cycle at step 8, as the engine makes it, and the same with texts of one's choice. */
import { bytes, entryIndex } from "../contract/ids";
import type {
  EdgeKind,
  SubgraphView,
  ViewCycle,
  ViewEdge,
  ViewName,
  ViewNode,
} from "../contract/subgraph-view";
import type { GraphSource } from "./graph-facts";

export const step8: GraphSource = {
  script: "classic_cycle.py",
  python: "3.11.7",
  step: 8,
  inner: 0,
  line: 17,
  code: "del obj2",
};

const common = {
  unseen: 0,
  hiddenRows: 0,
  isNew: false,
  tracked: true,
} as const;

function instance(id: string, key: string, other: { id: string; key: string }): ViewNode {
  return {
    ...common,
    id,
    key,
    kind: "instance",
    typeName: "MyObject",
    title: "MyObject",
    subtitle: "",
    rows: [
      { label: "name", text: `'${key}'`, value: "text" },
      { label: "ref", text: other.key, value: "reference", target: other.id },
    ],
    refcount: 1,
    size: bytes(56),
    address: 4384,
    state: "unreachable",
    finalizer: "pending",
  };
}

const scope = "s:0:<module>";
const nameId = (name: string): string => `n:${scope}:${name}`;
const deletedIn = (step?: number): { deleted?: { step: number } } =>
  step === undefined ? {} : { deleted: { step } };

function tag(name: string, target: string, step?: number): ViewName {
  return { id: nameId(name), scope, name, target, isNew: false, ...deletedIn(step) };
}

function edge(kind: EdgeKind, from: string, to: string, step?: number): ViewEdge {
  const isAttribute = kind === "reference";
  return {
    id: `e:${from}:${to}:${kind}`,
    from,
    to,
    kind,
    label: isAttribute ? ".ref" : "",
    inCycle: isAttribute,
    isNew: false,
    ...deletedIn(step),
  };
}

const theClass: ViewNode = {
  ...common,
  id: "o0",
  key: "MyObject",
  kind: "class",
  typeName: "type",
  title: "class MyObject",
  subtitle: "2 methods",
  rows: [],
  refcount: 5,
  size: bytes(1072),
  address: 4208,
  state: "reachable",
  finalizer: "none",
};

const theCycle: ViewCycle = {
  id: "c:7",
  number: 1,
  members: ["o7", "o8"],
  attached: [],
  state: "unreachable",
  label: "Cycle 1, nothing outside points in",
  size: bytes(112),
};

/** `first` and `second` in place of `obj1` and `obj2`, wherever these stand. */
export function classicCycle(first = "obj1", second = "obj2"): SubgraphView {
  return {
    entry: entryIndex(12),
    nodes: [
      theClass,
      instance("o7", first, { id: "o8", key: second }),
      instance("o8", second, { id: "o7", key: first }),
    ],
    scopes: [{ id: scope, title: "Global names", depth: 0 }],
    names: [tag("MyObject", "o0"), tag(first, "o7", 7), tag(second, "o8", 8)],
    edges: [
      edge("name", nameId("MyObject"), "o0"),
      edge("name", nameId(first), "o7", 7),
      edge("name", nameId(second), "o8", 8),
      edge("reference", "o7", "o8"),
      edge("class", "o7", "o0"),
      edge("reference", "o8", "o7"),
      edge("class", "o8", "o0"),
    ],
    cycles: [theCycle],
    collections: [],
    notes: [],
    shown: 3,
    total: 5009,
    leftOut: 0,
  };
}

/** Texts that have broken readers of one format or another. */
export const nastyTexts: readonly string[] = [
  'he said "no"',
  "back\\slash\\",
  '\\"',
  "two\nlines\r\nand\ttabs",
  "\u0000\u0007\u001b[31m\u007f\u0085",
  "\u202Egnp.exe\u2066x\u2069",
  "\ud800 half a character \udc00",
  "\ufffe\uffff\u2028\u2029\ufeff",
  "<b>&amp;</b><!-- --><![CDATA[]]>",
  "=1+1",
  "@SUM(A1)",
  "-2",
  "+3",
  "\tx",
  "＝1",
  "%%{init: {}}%%",
  "style a:#x;",
  "end",
  "subgraph",
  "classDef x fill:#f9f;",
  "#quot;",
  "`markdown`",
  "a;b|c]d)e}f{",
  "click o1 javascript:alert(1)",
  "\\N\\G\\l",
  "naïve 😀 日本語",
  "",
  " ",
  "x".repeat(10_000),
];
