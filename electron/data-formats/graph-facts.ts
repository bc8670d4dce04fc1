/** One picture as plain facts, schema `ouroscope-graph/1`: what every data format says, and the JSON format itself. Documented in assets/help/data-formats.md. */
import type {
  EdgeKind,
  LifeState,
  NodeKind,
  SubgraphView,
  ViewCycle,
  ViewEdge,
  ViewName,
  ViewNode,
} from "../contract/subgraph-view";

/** Where the picture was taken. */
export interface GraphSource {
  /** Name of the file, without its folder. */
  readonly script: string;
  /** `3.11.7`. */
  readonly python: string;
  readonly step: number;
  /** 0 for the module-level line itself. */
  readonly inner: number;
  /** Null before the first line. */
  readonly line: number | null;
  readonly code: string;
}

/** Null where there is nothing to say; sizes in bytes. Addresses are left out, so that two runs can be compared. */
export interface GraphFacts extends GraphSource {
  readonly schema: "ouroscope-graph/1";
  /** What would be without the references cut in a what-if, not what is. */
  readonly whatIf: boolean;
  readonly objects: readonly ObjectFacts[];
  readonly names: readonly NameFacts[];
  readonly references: readonly ReferenceFacts[];
  readonly cycles: readonly CycleFacts[];
}

export interface ObjectFacts {
  /** The same in every step of one recording. */
  readonly id: string;
  /** The first name it was bound to, else `type#n`. */
  readonly key: string;
  readonly kind: NodeKind;
  readonly type: string;
  readonly title: string;
  readonly subtitle: string;
  /** What it holds, as far as the picture shows it; `object` is the id of a drawn referent. */
  readonly values: readonly {
    readonly label: string;
    readonly text: string;
    readonly object: string | null;
  }[];
  readonly hiddenValues: number;
  /** Null for an immortal object, and where one entry stands for many objects. */
  readonly refcount: number | null;
  readonly immortal: boolean;
  readonly size: number;
  readonly state: LifeState;
  readonly freedInStep: number | null;
  readonly freedBy: "refcount" | "collector" | null;
  readonly tracked: boolean;
  readonly finalizer: ViewNode["finalizer"];
  readonly fate: "uncollectable" | "resurrected" | null;
  /** Number of the cycle it is a member of. */
  readonly cycle: number | null;
  /** Objects it stands for: 1, but more for a group. */
  readonly count: number;
}

export interface NameFacts {
  readonly id: string;
  /** `Global names` or `Local names in make()`. */
  readonly scope: string;
  readonly name: string;
  readonly object: string | null;
  /** The value, when it is bound to something that is not drawn. */
  readonly text: string | null;
  readonly deletedInStep: number | null;
}

export interface ReferenceFacts {
  readonly id: string;
  /** An object's or a name's id. */
  readonly from: string;
  readonly to: string;
  readonly kind: EdgeKind;
  readonly label: string;
  readonly inCycle: boolean;
  readonly deletedInStep: number | null;
  /** Parallel references drawn as one, where that is known; else 1. */
  readonly count: number;
}

export interface CycleFacts {
  readonly number: number;
  readonly members: readonly string[];
  /** What hangs off it and dies with it. */
  readonly attached: readonly string[];
  readonly state: LifeState;
  readonly label: string;
  readonly size: number;
}

/** In the order of the view, so the same view gives the same facts. */
export function graphFacts(view: SubgraphView, source: GraphSource): GraphFacts {
  const cycleOf = new Map(
    view.cycles.flatMap(({ number, members }) => members.map((member) => [member, number])),
  );
  const titleOf = new Map(view.scopes.map(({ id, title }) => [id, title]));
  return {
    schema: "ouroscope-graph/1",
    script: source.script,
    python: source.python,
    step: source.step,
    inner: source.inner,
    line: source.line,
    code: source.code,
    whatIf: view.notReal === true,
    objects: view.nodes.map((node) => objectFacts(node, cycleOf.get(node.id) ?? null)),
    names: view.names.map((name) => nameFacts(name, titleOf.get(name.scope) ?? name.scope)),
    references: view.edges.map(referenceFacts),
    cycles: view.cycles.map(cycleFacts),
  };
}

function objectFacts(node: ViewNode, cycle: number | null): ObjectFacts {
  const isOne = node.group === undefined && typeof node.refcount === "number";
  return {
    id: node.id,
    key: node.key,
    kind: node.kind,
    type: node.typeName,
    title: node.title,
    subtitle: node.subtitle,
    values: node.rows.map(({ label, text, target }) => ({ label, text, object: target ?? null })),
    hiddenValues: node.hiddenRows,
    refcount: isOne && typeof node.refcount === "number" ? node.refcount : null,
    immortal: node.refcount === "immortal",
    size: node.size,
    state: node.state,
    freedInStep: node.freed?.step ?? null,
    freedBy: node.freed?.by ?? null,
    tracked: node.tracked,
    finalizer: node.finalizer,
    fate: node.fate ?? null,
    cycle,
    count: node.group?.count ?? 1,
  };
}

function nameFacts({ id, name, target, text, deleted }: ViewName, scope: string): NameFacts {
  return {
    id,
    scope,
    name,
    object: target ?? null,
    text: text ?? null,
    deletedInStep: deleted?.step ?? null,
  };
}

function referenceFacts(edge: ViewEdge): ReferenceFacts {
  const { id, from, to, kind, label, inCycle, deleted, count } = edge;
  const deletedInStep = deleted?.step ?? null;
  return { id, from, to, kind, label, inCycle, deletedInStep, count: count ?? 1 };
}

function cycleFacts({ number, members, attached, state, label, size }: ViewCycle): CycleFacts {
  return { number, members, attached, state, label, size };
}
