/** Keeps the newest entry's picture: the folded graph, what was told to the union about it, and its cycles. */
import type { NodeIndex, Serial } from "../contract/ids";
import type { FrameNames } from "../engine/bound-names";
import { CARD_LIMIT } from "../engine/choose-objects";
import { nodeId } from "../engine/entry-picture";
import { namesMatter, type FoldedGraph } from "../engine/folding";
import { serialOf, typeNameOf } from "../engine/heap-snapshot";
import type { KnownCycle } from "../engine/known-cycles";
import type { SideReferences } from "../engine/side-references";
import { CycleKeeper } from "./cycle-keeper";
import type { RecordingBook } from "./recording-book";
import { hasSameMembers } from "./same-members";

export interface NamesNow {
  readonly frames: readonly FrameNames[];
  /** What has a name. */
  readonly named: ReadonlySet<Serial>;
}

export class PictureKeeper {
  readonly #book: RecordingBook;
  readonly #cycleKeeper = new CycleKeeper();
  #graph: FoldedGraph | undefined;
  /** What had a name when the graph was folded. */
  #foldedNamed: ReadonlySet<Serial> = new Set();
  #unionFrames: readonly FrameNames[] = [];
  #cycles: readonly KnownCycle[] = [];
  #weak: SideReferences["weak"] = [];

  constructor(book: RecordingBook) {
    this.#book = book;
  }

  get graph(): FoldedGraph | undefined {
    return this.#graph;
  }

  /** The history has the entry's state. `changed`: objects that look different; `isReshaped`: something other than counts is. */
  update(
    now: NamesNow & { readonly weak: SideReferences["weak"] },
    changed: readonly Serial[],
    isReshaped: boolean,
  ): FoldedGraph {
    const isWeakSame = now.weak === this.#weak;
    const holders = isWeakSame ? [] : [...this.#weak, ...now.weak].map(({ holder }) => holder);
    this.#weak = now.weak;
    if (this.#graph === undefined || isReshaped || !isWeakSame)
      return this.#fold(now, [...changed, ...holders]);
    return this.#noteNames(this.#graph, now);
  }

  describeCycles(
    graph: FoldedGraph,
    step: number,
    isGarbage: (node: NodeIndex) => boolean,
  ): readonly KnownCycle[] {
    const cycles = this.#cycleKeeper.describe(graph, step, isGarbage);
    if (cycles !== this.#cycles) {
      for (const cycle of cycles) this.#book.union.addCycle(cycle.id, cycle.members.map(nodeId));
    }
    this.#cycles = cycles;
    return cycles;
  }

  #fold(now: NamesNow, changed: readonly Serial[]): FoldedGraph {
    const graph = this.#book.foldState(this.#book.history.current, now.named, this.#weak);
    // A name can turn plumbing into an object of its own, and so give others new arrows.
    const isAnyChanged =
      this.#graph === undefined || namesMatter(this.#graph, this.#foldedNamed, now.named);
    const owners = new Set(
      changed
        .map((object) => graph.snapshot.nodeOf.get(object))
        .map((node) => (node === undefined ? undefined : graph.ownerOf(node))),
    );
    this.#foldedNamed = now.named;
    this.#graph = graph;
    this.#cycleKeeper.findIn(graph);
    for (const node of graph.drawn)
      this.#book.keys.noteDrawn(serialOf(graph.snapshot, node), typeNameOf(graph.snapshot, node));
    this.#book.noteTypes(graph);
    this.#book.union.addGraph(graph, now.frames, (node) => isAnyChanged || owners.has(node));
    this.#addNames(now.frames);
    return graph;
  }

  /** The objects are arranged as before; only names may be bound to others of them. */
  #noteNames(graph: FoldedGraph, now: NamesNow): FoldedGraph {
    if (now.frames === this.#unionFrames) return graph;
    if (namesMatter(graph, this.#foldedNamed, now.named)) return this.#fold(now, []);
    // When not all can be shown, names decide which are.
    if (graph.drawn.length > CARD_LIMIT && !hasSameMembers(this.#foldedNamed, now.named))
      this.#book.union.addGraph(graph, now.frames, () => false);
    this.#foldedNamed = now.named;
    this.#addNames(now.frames);
    return graph;
  }

  #addNames(frames: readonly FrameNames[]): void {
    if (frames === this.#unionFrames) return;
    this.#unionFrames = frames;
    this.#book.union.addNames(frames);
  }
}
