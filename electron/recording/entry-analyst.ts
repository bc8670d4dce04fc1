/** Turns heaps into entries: says at each completed line which objects are the script's own, which are unreachable, what was freed and what stands in a cycle. */
import type { CollectionStopMessage, HeapMessage, StepMessage } from "../contract/agent-message";
import { entryIndex, type NodeIndex, type Serial } from "../contract/ids";
import type { StepSummary } from "../contract/session-events";
import { namedObjects, NO_NAMES, type FrameNames, type NamesAtEntry } from "../engine/bound-names";
import { nodeId, type CollectionRecord } from "../engine/entry-picture";
import type { FoldedGraph } from "../engine/folding";
import { ObjectFlag, serialOf, typeNameOf, type HeapSnapshot } from "../engine/heap-snapshot";
import type { KnownCycle } from "../engine/known-cycles";
import { countMemory } from "../engine/memory-counts";
import { CycleKeeper } from "./cycle-keeper";
import { eventsOf, eventsOfInnerSteps, summarize, type Happenings } from "./entry-summary";
import { borrowedNodes, type Aftermath } from "./collection-log";
import type { EntryRecord, Freed } from "./entry-record";
import { judgeHeap, snapshotOfObjects } from "./heap-judgement";
import { LiveHeap } from "./live-heap";
import { deletedNames, readFrames } from "./name-history";
import type { RecordingBook } from "./recording-book";
import type { ObjectState } from "./state-history";

const IMPORTS = /\b(import|__import__|import_module)\b/;

export class EntryAnalyst {
  readonly #book: RecordingBook;
  readonly #live: LiveHeap;
  #frames: readonly FrameNames[] = [];
  #names: NamesAtEntry = NO_NAMES;
  #borrowed: readonly NodeIndex[] = [];
  #trackedTotal = 0;
  #graph: FoldedGraph | undefined;
  #named: ReadonlySet<Serial> = new Set();
  readonly #keeper = new CycleKeeper();
  #cycles: readonly KnownCycle[] = [];
  #collections: CollectionRecord[] = [];
  readonly #freedByCollector = new Set<Serial>();
  #collectorOffSince: number | undefined;
  #step = -1;
  #inner = 0;
  #needsAnalysis = true;

  constructor(book: RecordingBook) {
    this.#book = book;
    this.#live = new LiveHeap(book.versions);
  }

  get frames(): readonly FrameNames[] {
    return this.#frames;
  }

  acceptHeap(heap: HeapMessage, collecting: boolean): void {
    this.#live.accept(heap, collecting);
    const frames = readFrames(
      heap.frames,
      (address) => this.#live.at(address)?.serial,
      this.#frames,
    );
    if (frames !== this.#frames) this.#needsAnalysis = true;
    this.#frames = frames;
    this.#book.keys.noteNames(frames);
    this.#borrowed = borrowedNodes(heap);
    this.#trackedTotal = heap.trackedTotal;
  }

  /** The last heap's rows in their order, for the collector's own order. */
  snapshotOfRows(): HeapSnapshot {
    return snapshotOfObjects(this.#live.rows, this.#book.versions);
  }

  /** What finishing a collection needs to know. Everything the last heap no longer lists died in it. */
  aftermath(stop: CollectionStopMessage, found: readonly Serial[]): Aftermath {
    this.#live.buryMissing(true);
    const graph = this.#graph;
    for (const object of found) this.#freedByCollector.add(object);
    const nodeOf = (object: Serial): NodeIndex | undefined => graph?.snapshot.nodeOf.get(object);
    return {
      stop,
      drawnOwner: (object) => {
        const node = nodeOf(object);
        const owner = node === undefined || graph === undefined ? undefined : graph.ownerOf(node);
        return graph === undefined || owner === undefined || owner >= graph.snapshot.nodes.length
          ? undefined
          : serialOf(graph.snapshot, owner);
      },
      flagsOf: (object) => {
        const state = this.#book.history.current.get(object);
        return state === undefined ? 0 : this.#book.versions.flagsOf(state.version);
      },
      isDead: (object) => this.#live.object(object) === undefined,
      bytesFreed: (object) => {
        const node = nodeOf(object);
        return node === undefined || graph === undefined ? 0 : graph.sizeWithParts(node);
      },
    };
  }

  noteCollection(collection: CollectionRecord): void {
    this.#collections.push(collection);
  }

  /** `inHand`: what a collection under way has found; it stays unreachable until the collection ends. */
  completeEntry(step: StepMessage, inHand: readonly Serial[] | undefined): void {
    this.#countStep(step);
    const code = step.how === "person" ? "gc.collect()" : this.#book.codeOf(step.line);
    this.#noteBirths(step, code);
    if (this.#live.shapeChanged || this.#live.refcountsChanged || this.#needsAnalysis) {
      judgeHeap(this.#live, {
        versions: this.#book.versions,
        named: namedObjects(this.#frames),
        borrowed: this.#borrowed,
        inHand,
      });
    }
    const { changed, gone } = this.#changes();
    const freed = this.#noteFreed(gone);
    const newlyUnreachable = changed.some(
      (state) =>
        isUnreachable(state) && !isUnreachable(this.#book.history.current.get(state.serial)),
    );
    this.#book.history.append(changed, gone);
    const deleted = deletedNames(this.#names, this.#frames, this.#step, (object) =>
      this.#isForgotten(object),
    );
    this.#names =
      deleted === this.#names.deleted && this.#frames === this.#names.frames
        ? this.#names
        : { frames: this.#frames, deleted };
    if (
      this.#live.shapeChanged ||
      this.#needsAnalysis ||
      gone.length > 0 ||
      this.#graph === undefined
    )
      this.#fold(changed);
    const happened = {
      freed: freed.length > 0,
      newlyUnreachable,
      collections: this.#collections,
      how: step.how,
    };
    const summary = this.#summary(step, code, happened);
    if (/\bgc\.disable\(\)/.test(code)) this.#collectorOffSince = step.line;
    if (/\bgc\.enable\(\)/.test(code)) this.#collectorOffSince = undefined;
    this.#book.add(this.#record(step, summary, freed, inHand !== undefined));
    this.#collections = [];
    this.#live.shapeChanged = false;
    this.#live.refcountsChanged = false;
    this.#needsAnalysis = false;
  }

  #countStep(step: StepMessage): void {
    if (step.depth === 0) {
      this.#step += 1;
      this.#inner = 0;
    } else {
      this.#inner += 1;
    }
  }

  /** An inner step belongs to the step that is not complete yet. */
  get #stepNow(): number {
    return this.#inner === 0 ? this.#step : this.#step + 1;
  }

  #noteBirths(step: StepMessage, code: string): void {
    const importing = IMPORTS.test(code);
    for (const object of this.#live.takeBirths()) {
      object.bornInImport = importing;
      this.#book.addresses.set(object.serial, object.address);
      this.#book.births.set(object.serial, {
        step: this.#stepNow,
        line: this.#birthLine(object.serial, step),
      });
    }
  }

  /** An object that is a method's first local was made by the line that called the method. */
  #birthLine(object: Serial, step: StepMessage): number | undefined {
    const frame = this.#frames.find(
      ({ depth, bindings }) => depth > 0 && bindings[0]?.object === object,
    );
    return frame === undefined ? step.line : (this.#frames[frame.depth - 1]?.line ?? step.line);
  }

  #changes(): { readonly changed: readonly ObjectState[]; readonly gone: readonly Serial[] } {
    const { current } = this.#book.history;
    const gone = this.#live.takeDeaths().flatMap(({ object, duringCollection }) => {
      if (!current.has(object.serial)) return [];
      if (duringCollection && object.unreachable) this.#freedByCollector.add(object.serial);
      if (!duringCollection) this.#freedByCollector.delete(object.serial);
      return [object.serial];
    });
    const changed: ObjectState[] = [];
    for (const object of this.#live.objects) {
      if (!object.own) continue;
      const flags =
        (object.tracked ? ObjectFlag.tracked : 0) |
        (object.unreachable ? ObjectFlag.unreachable : 0);
      const { serial, version, refcount } = object;
      const old = current.get(serial);
      if (old?.version !== version || old.refcount !== refcount || old.flags !== flags)
        changed.push({ serial, version, refcount, flags });
    }
    return { changed, gone };
  }

  /** Only drawn objects are told about; what was folded into them goes with them. */
  #noteFreed(gone: readonly Serial[]): readonly Freed[] {
    const graph = this.#graph;
    return gone.flatMap((object): readonly Freed[] => {
      const node = graph?.snapshot.nodeOf.get(object);
      const by = this.#freedByCollector.has(object) ? "collector" : "refcount";
      this.#freedByCollector.delete(object);
      if (graph === undefined || node === undefined || !graph.isDrawn(node)) return [];
      this.#book.freedAt.set(object, {
        entry: entryIndex(this.#book.length),
        step: this.#stepNow,
        by,
      });
      return [{ object, by }];
    });
  }

  /** A ghost name goes when the step after its object's death is complete. */
  #isForgotten(object: Serial): boolean {
    const freed = this.#book.freedAt.get(object);
    return freed !== undefined && freed.step < this.#stepNow;
  }

  #fold(changed: readonly ObjectState[]): void {
    const graph = this.#book.foldState(this.#book.history.current, this.#frames);
    const named = namedObjects(this.#frames);
    // A name can turn plumbing into an object of its own, and so give others new arrows.
    const isAnyChanged =
      named.size !== this.#named.size || [...named].some((object) => !this.#named.has(object));
    const owners = new Set(
      changed
        .map(({ serial }) => graph.snapshot.nodeOf.get(serial))
        .map((node) => (node === undefined ? undefined : graph.ownerOf(node))),
    );
    this.#named = named;
    this.#graph = graph;
    this.#keeper.findIn(graph);
    for (const node of graph.drawn)
      this.#book.keys.noteDrawn(serialOf(graph.snapshot, node), typeNameOf(graph.snapshot, node));
    this.#book.union.addGraph(graph, this.#frames, (node) => isAnyChanged || owners.has(node));
    this.#book.union.addNames(this.#frames);
  }

  #summary(step: StepMessage, code: string, happened: Happenings): StepSummary {
    const graph = this.#graph;
    if (graph === undefined) throw new Error("An entry is summed up before it was analysed");
    const { history, union } = this.#book;
    const isGarbage = (node: NodeIndex): boolean =>
      isUnreachable(history.current.get(serialOf(graph.snapshot, node)));
    const cycles = this.#keeper.describe(graph, this.#stepNow, isGarbage);
    if (cycles !== this.#cycles) {
      for (const cycle of cycles) union.addCycle(cycle.id, cycle.members.map(nodeId));
    }
    this.#cycles = cycles;
    return summarize({
      message: step,
      entry: entryIndex(this.#book.length),
      step: this.#stepNow,
      inner: this.#inner,
      code,
      memory: countMemory(graph, isGarbage),
      trackedTotal: this.#trackedTotal,
      events: eventsOf(happened, this.#inner === 0 ? eventsOfInnerSteps(this.#book) : []),
    });
  }

  #record(
    step: StepMessage,
    summary: StepSummary,
    freed: readonly Freed[],
    collecting: boolean,
  ): EntryRecord {
    return {
      summary,
      how: step.how,
      collecting,
      stdoutEnd: step.stdoutBytes,
      stderrEnd: step.stderrBytes,
      names: this.#names,
      cycles: this.#cycles,
      freed,
      collections: this.#collections,
      collectorOffSince: this.#collectorOffSince,
    };
  }
}

function isUnreachable(state: ObjectState | undefined): boolean {
  return state !== undefined && (state.flags & ObjectFlag.unreachable) !== 0;
}
