/** Keeps the cycles of the newest entry and numbers each at its first appearance. */
import type { NodeIndex } from "../contract/ids";
import type { FoldedGraph } from "../engine/folding";
import { cyclesOf, describeCycles, type KnownCycle } from "../engine/known-cycles";

export class CycleKeeper {
  #groups: readonly (readonly NodeIndex[])[] = [];
  #cycles: readonly KnownCycle[] = [];
  readonly #numbers = new Map<string, number>();

  /** The references changed: look for cycles anew. */
  findIn(graph: FoldedGraph): void {
    this.#groups = cyclesOf(graph);
  }

  /** The cycles as of this step; the same array as before when nothing is different. */
  describe(
    graph: FoldedGraph,
    step: number,
    isUnreachable: (node: NodeIndex) => boolean,
  ): readonly KnownCycle[] {
    this.#cycles = describeCycles(graph, this.#groups, {
      numberOf: (id) => this.#numberOf(id),
      isUnreachable,
      step,
      before: this.#cycles,
    });
    return this.#cycles;
  }

  #numberOf(id: string): number {
    const known = this.#numbers.get(id) ?? this.#numbers.size + 1;
    this.#numbers.set(id, known);
    return known;
  }
}
