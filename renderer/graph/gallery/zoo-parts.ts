/** The pieces the gallery's pictures are put together from. */
import { bytes } from "../../../electron/contract/ids";
import type {
  EdgeKind,
  NodeKind,
  ViewEdge,
  ViewName,
  ViewNode,
  ViewRow,
  ViewScope,
} from "../../../electron/contract/subgraph-view";

export interface Zoo {
  readonly nodes: ViewNode[];
  readonly names: ViewName[];
  readonly edges: ViewEdge[];
  readonly scopes: ViewScope[];
  readonly cycles: string[][];
}

export const GLOBAL: ViewScope = { id: "s:0:<module>", title: "Global names", depth: 0 };
export const LOCAL: ViewScope = { id: "s:1:make", title: "Local names in make()", depth: 1 };

export function node(
  id: string,
  kind: NodeKind,
  title: string,
  more: Partial<ViewNode> = {},
): ViewNode {
  return {
    id,
    key: `${title}#${id}`,
    kind,
    typeName: title,
    title,
    subtitle: "",
    rows: [],
    hiddenRows: 0,
    refcount: 1,
    unseen: 0,
    size: bytes(64),
    address: 1,
    state: "reachable",
    isNew: false,
    finalizer: "none",
    tracked: true,
    ...more,
  };
}

export const row = (
  label: string,
  text: string,
  value: ViewRow["value"],
  target?: string,
): ViewRow => ({
  label,
  text,
  value,
  ...(target === undefined ? {} : { target }),
});

export function name(
  scope: ViewScope,
  text: string,
  bound: {
    readonly target?: string;
    readonly text?: string;
    readonly deleted?: { readonly step: number };
  },
): ViewName {
  return { id: `n:${scope.id}:${text}`, scope: scope.id, name: text, isNew: false, ...bound };
}

// oxlint-disable-next-line max-params -- a line of the fixture reads like a row of a table
export function edge(
  from: string,
  to: string,
  kind: EdgeKind,
  label: string,
  inCycle: boolean = false,
): ViewEdge {
  return { id: `e:${from}:${to}:${kind}`, from, to, kind, label, inCycle, isNew: false };
}

export function bind(zoo: Zoo, scope: ViewScope, text: string, target: string): void {
  const bound = name(scope, text, { target });
  zoo.names.push(bound);
  zoo.edges.push(edge(bound.id, target, "name", ""));
}
