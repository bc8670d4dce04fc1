/** The union of all entries: every card, name and arrow that ever was, so that one layout gives each a place for the whole recording. */
import type { NodeIndex } from "../contract/ids";
import type {
  EdgeKind,
  NodeId,
  NodeKind,
  SubgraphView,
  UnionGraph,
  UnionNode,
  ViewScope,
} from "../contract/subgraph-view";
import { ReferentKind } from "../contract/agent-message";
import { nameId, scopeId, viewScope, type FrameNames } from "./bound-names";
import { nodeId } from "./entry-picture";
import type { FoldedGraph } from "./folding";
import { cardTitle, kindOf } from "./node-naming";
import { outsideId, outsideNode } from "./outside-nodes";
import { CARD_LIMIT, chooseObjects, COMPACT_LIMIT, MARK_LIMIT } from "./choose-objects";
import { arrowsFrom } from "./view-edges";
import { isShown } from "./view-names";
import { cardRows, outsideText } from "./view-rows";
import { NO_NODE } from "./heap-snapshot";

interface GrowingNode {
  readonly id: NodeId;
  kind: NodeKind;
  title: string;
  rows: number;
}

interface GrowingName {
  readonly id: string;
  readonly scope: string;
  readonly name: string;
  textLength: number;
  readonly targets: Set<NodeId>;
  readonly outside: boolean;
}

interface GrowingEdge {
  readonly from: NodeId;
  readonly to: NodeId;
  readonly kind: EdgeKind;
  label: string;
}

/** Everything the union holds, in its order; what a file keeps of it. */
export interface KeptUnion {
  readonly version: number;
  readonly nodes: ReadonlyMap<NodeId, Readonly<GrowingNode>>;
  readonly more: ReadonlyMap<NodeId, UnionNode>;
  readonly outside: ReadonlyMap<NodeId, UnionNode>;
  readonly scopes: ReadonlyMap<string, ViewScope>;
  readonly names: ReadonlyMap<string, Readonly<GrowingName>>;
  readonly edges: ReadonlyMap<string, Readonly<GrowingEdge>>;
  readonly outsideEdges: ReadonlyMap<string, Readonly<GrowingEdge>>;
  readonly cycles: ReadonlyMap<string, readonly NodeId[]>;
}

export class UnionBuilder {
  #version = 0;
  readonly #nodes = new Map<NodeId, GrowingNode>();
  /** Drawn only where a person's wishes or a crowd ask for it; no part of the plain union. */
  readonly #more = new Map<NodeId, UnionNode>();
  readonly #outside = new Map<NodeId, UnionNode>();
  readonly #scopes = new Map<string, ViewScope>();
  readonly #names = new Map<string, GrowingName>();
  readonly #edges = new Map<string, GrowingEdge>();
  readonly #outsideEdges = new Map<string, GrowingEdge>();
  readonly #cycles = new Map<string, readonly NodeId[]>();

  get version(): number {
    return this.#version;
  }

  kept(): KeptUnion {
    return {
      version: this.#version,
      nodes: this.#nodes,
      more: this.#more,
      outside: this.#outside,
      scopes: this.#scopes,
      names: this.#names,
      edges: this.#edges,
      outsideEdges: this.#outsideEdges,
      cycles: this.#cycles,
    };
  }

  /** Takes back what `kept` gave. */
  restore(kept: KeptUnion): void {
    for (const [id, node] of kept.nodes) this.#nodes.set(id, { ...node });
    for (const [id, node] of kept.more) this.#more.set(id, node);
    for (const [id, node] of kept.outside) this.#outside.set(id, node);
    for (const [id, scope] of kept.scopes) this.#scopes.set(id, scope);
    for (const [key, name] of kept.names)
      this.#names.set(key, { ...name, targets: new Set(name.targets) });
    for (const [key, edge] of kept.edges) this.#edges.set(key, { ...edge });
    for (const [key, edge] of kept.outsideEdges) this.#outsideEdges.set(key, { ...edge });
    for (const [key, members] of kept.cycles) this.#cycles.set(key, members);
    this.#version = kept.version;
  }

  has(id: NodeId): boolean {
    return this.#nodes.has(id);
  }

  /** Adds the objects that get a card; those that did not change are known already. */
  addGraph(
    graph: FoldedGraph,
    frames: readonly FrameNames[],
    isChanged: (node: NodeIndex) => boolean,
  ): void {
    const chosen = chooseObjects(graph, frames);
    for (const node of chosen) {
      const isKnown = this.#nodes.has(nodeId(graph.snapshot.nodes.serial[node]));
      if (isKnown && !isChanged(node)) continue;
      this.#addNode(graph, node);
      this.#addArrows(graph, node);
      for (const slot of graph.slotsOf(node)) {
        if (slot.target !== NO_NODE || slot.referent !== ReferentKind.outside) continue;
        const from = nodeId(graph.snapshot.nodes.serial[node]);
        const kind = slot.label === ".__class__" ? "class" : "reference";
        this.#addOutside(slot.text);
        this.#addEdge(this.#outsideEdges, `${from}:${slot.text}`, {
          from,
          to: outsideId(slot.text),
          kind,
          label: kind === "class" ? "" : slot.label,
        });
      }
    }
    this.#addCrowd(graph);
  }

  /** Pills get their places while recording, so that these do not depend on what is looked at first. */
  #addCrowd(graph: FoldedGraph): void {
    if (graph.drawn.length <= CARD_LIMIT || graph.drawn.length > COMPACT_LIMIT) return;
    for (const node of graph.drawn) {
      const id = nodeId(graph.snapshot.nodes.serial[node]);
      if (this.#nodes.has(id) || this.#more.has(id)) continue;
      if (this.#more.size >= MARK_LIMIT) return;
      const kind = kindOf(graph.snapshot, node);
      const title = cardTitle(graph.snapshot, node);
      this.#grow(() => this.#more.set(id, { id, kind, title, rows: 0, tier: "compact" }));
      this.#addArrows(graph, node);
    }
  }

  /** Gives everything in a view a place that has none yet. */
  placeView({ nodes, edges, cycles }: Pick<SubgraphView, "nodes" | "edges" | "cycles">): void {
    const placed = new Set<NodeId>();
    for (const { id, kind, title, rows, tier, group } of nodes) {
      if (id.startsWith("h:") || this.#nodes.has(id) || this.#more.has(id)) continue;
      placed.add(id);
      const node: UnionNode = {
        id,
        kind,
        title,
        rows: rows.length,
        ...(tier === undefined ? {} : { tier }),
        ...(group === undefined ? {} : { group: group.count }),
      };
      this.#grow(() => this.#more.set(id, node));
    }
    for (const { id, from, to, kind, label } of edges)
      if (kind !== "name" && (placed.has(from) || placed.has(to)))
        this.#addEdge(this.#edges, id, { from, to, kind, label });
    for (const { id, members } of cycles)
      if (members.some((member) => placed.has(member))) this.addCycle(id, members);
  }

  addNames(frames: readonly FrameNames[]): void {
    for (const frame of frames) {
      const scope = scopeId(frame);
      if (!this.#scopes.has(scope)) this.#grow(() => this.#scopes.set(scope, viewScope(frame)));
      for (const binding of frame.bindings) {
        const id = nameId(frame, binding.name);
        const shown = isShown(binding, false);
        const key = shown ? id : `hidden:${id}`;
        const name = this.#names.get(key) ?? {
          id,
          scope,
          name: binding.name,
          textLength: 0,
          targets: new Set<NodeId>(),
          outside: !shown,
        };
        if (!this.#names.has(key)) this.#grow(() => this.#names.set(key, name));
        if (binding.referent === ReferentKind.outside) this.#addOutside(binding.text);
        const target =
          binding.object === undefined
            ? shown
              ? undefined
              : outsideId(binding.text)
            : nodeId(binding.object);
        if (target !== undefined && !name.targets.has(target))
          this.#grow(() => name.targets.add(target));
        const length = binding.object === undefined ? (shown ? shownLength(binding.text) : 0) : 0;
        if (length > name.textLength) this.#grow(() => (name.textLength = length));
      }
    }
  }

  addCycle(id: string, members: readonly NodeId[]): void {
    const key = `${id}:${members.join()}`;
    if (!this.#cycles.has(key)) this.#grow(() => this.#cycles.set(key, members));
  }

  /** `withMore`: also what `placeView` and crowds added. */
  build(showHidden: boolean, withMore = false): UnionGraph {
    const has = (id: NodeId): boolean => this.#nodes.has(id) || (withMore && this.#more.has(id));
    const names = [...this.#names.values()].filter((name) => showHidden || !name.outside);
    const used = new Set(names.map((name) => name.scope));
    return {
      version: this.#version,
      nodes: [
        ...this.#nodes.values(),
        ...(withMore ? this.#more.values() : []),
        ...(showHidden ? this.#outside.values() : []),
      ],
      scopes: [...this.#scopes.values()].filter((scope) => used.has(scope.id)),
      names: names.map(({ id, scope, name, textLength, targets }) => ({
        id,
        scope,
        name,
        textLength,
        targets: [...targets],
      })),
      edges: [
        ...[...this.#edges.values()].filter(({ from, to }) => has(from) && has(to)),
        ...(showHidden ? this.#outsideEdges.values() : []),
      ],
      cycles: [...this.#cycles.values()].filter((members) => members.every(has)),
    };
  }

  #grow(change: () => void): void {
    change();
    this.#version += 1;
  }

  #addNode(graph: FoldedGraph, node: NodeIndex): void {
    const id = nodeId(graph.snapshot.nodes.serial[node]);
    const rows = cardRows(graph, node, () => "").rows.length;
    const known = this.#nodes.get(id);
    if (known === undefined) {
      this.#more.delete(id);
      this.#grow(() =>
        this.#nodes.set(id, {
          id,
          kind: kindOf(graph.snapshot, node),
          title: cardTitle(graph.snapshot, node),
          rows,
        }),
      );
    } else if (rows > known.rows) {
      this.#grow(() => (known.rows = rows));
    }
  }

  #addArrows(graph: FoldedGraph, node: NodeIndex): void {
    for (const arrow of arrowsFrom(graph, node)) {
      this.#addEdge(this.#edges, arrow.id, {
        from: nodeId(arrow.from),
        to: nodeId(arrow.to),
        kind: arrow.kind,
        label: arrow.label,
      });
    }
  }

  #addOutside(text: string): void {
    const { id, kind, title } = outsideNode(text);
    if (!this.#outside.has(id))
      this.#grow(() => this.#outside.set(id, { id, kind, title, rows: 0 }));
  }

  #addEdge(edges: Map<string, GrowingEdge>, id: string, edge: GrowingEdge): void {
    const known = edges.get(id);
    if (known === undefined) this.#grow(() => edges.set(id, edge));
    else if (edge.label.length > known.label.length) this.#grow(() => (known.label = edge.label));
  }
}

function shownLength(text: string): number {
  return text.includes("\u001f") ? outsideText(text).length : text.length;
}
