/** The reference cycles of a folded graph, as the recording keeps them from entry to entry. */
import { nodeIndex, type NodeIndex, type Serial } from "../contract/ids";
import { NO_NODE } from "./heap-snapshot";
import type { FoldedGraph } from "./folding";
import { findReferenceCycles, type Digraph } from "./reference-cycles";

export interface KnownCycle {
  /** `c:<smallest serial of its members>`. */
  readonly id: string;
  /** 1, 2, ... in order of first appearance in the recording. */
  readonly number: number;
  readonly members: readonly Serial[];
  /** What hangs off an unreachable cycle and dies with it. */
  readonly attached: readonly Serial[];
  readonly state: "reachable" | "unreachable";
  readonly size: number;
  /** The step since which it is there in this state. */
  readonly sinceStep: number;
}

/** Members of each cycle, by the references a person would draw: that an instance has a class is not one. */
export function cyclesOf(graph: FoldedGraph): readonly (readonly NodeIndex[])[] {
  return findReferenceCycles(digraphOf(graph)).map((group) => group.map(nodeIndex));
}

function digraphOf(graph: FoldedGraph): Digraph {
  const length = graph.snapshot.nodes.length;
  const firstEdge = new Uint32Array(length + 1);
  const target: number[] = [];
  for (let node = 0; node < length; node += 1) {
    firstEdge[node] = target.length;
    for (const slot of graph.slotsOf(nodeIndex(node))) {
      if (slot.target !== NO_NODE && slot.kind !== "class" && slot.kind !== "weak")
        target.push(slot.target);
    }
  }
  firstEdge[length] = target.length;
  return { length, firstEdge, target };
}

export interface CycleBook {
  /** The number of a cycle, given out at its first appearance. */
  readonly numberOf: (id: string) => number;
  readonly isUnreachable: (node: NodeIndex) => boolean;
  readonly step: number;
  readonly before: readonly KnownCycle[];
}

/** Adds state, size and what hangs off; answers `before` itself when nothing is different. */
export function describeCycles(
  graph: FoldedGraph,
  groups: readonly (readonly NodeIndex[])[],
  book: CycleBook,
): readonly KnownCycle[] {
  const serialOf = (node: NodeIndex): Serial => graph.snapshot.nodes.serial[node];
  const inCycle = new Set(groups.flat());
  const taken = new Set<NodeIndex>();
  const cycles = groups.map((group): KnownCycle => {
    const members = group.map(serialOf).toSorted((a, b) => a - b);
    const id = `c:${members[0]}`;
    const state = group.every(book.isUnreachable) ? "unreachable" : "reachable";
    const hanging =
      state === "unreachable"
        ? hangingOff(graph, group, { inCycle, taken, isUnreachable: book.isUnreachable })
        : [];
    const attached = hanging.map(serialOf).toSorted((a, b) => a - b);
    const size = [...group, ...hanging].reduce((sum, node) => sum + graph.sizeWithParts(node), 0);
    const known = book.before.find((cycle) => cycle.id === id && cycle.state === state);
    if (
      known !== undefined &&
      known.size === size &&
      sameSerials(known.members, members) &&
      sameSerials(known.attached, attached)
    )
      return known;
    return {
      id,
      number: book.numberOf(id),
      members,
      attached,
      state,
      size,
      sinceStep: known?.sinceStep ?? book.step,
    };
  });
  return cycles.length === book.before.length &&
    cycles.every((cycle, place) => cycle === book.before[place])
    ? book.before
    : cycles;
}

interface Attaching {
  readonly inCycle: ReadonlySet<NodeIndex>;
  readonly taken: Set<NodeIndex>;
  readonly isUnreachable: (node: NodeIndex) => boolean;
}

function hangingOff(
  graph: FoldedGraph,
  group: readonly NodeIndex[],
  { inCycle, taken, isUnreachable }: Attaching,
): readonly NodeIndex[] {
  const hanging: NodeIndex[] = [];
  const waiting = [...group];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    for (const { target, kind } of graph.slotsOf(node)) {
      if (
        target === NO_NODE ||
        kind === "weak" ||
        inCycle.has(target) ||
        taken.has(target) ||
        !isUnreachable(target)
      )
        continue;
      taken.add(target);
      hanging.push(target);
      waiting.push(target);
    }
  }
  return hanging;
}

function sameSerials(a: readonly Serial[], b: readonly Serial[]): boolean {
  return a.length === b.length && a.every((value, place) => value === b[place]);
}
