/** Turns heaps into entries: says at each completed line which objects are the script's own, which are unreachable, what was freed and what stands in a cycle. */
import type { CollectionStopMessage, HeapMessage, StepMessage } from "../contract/agent-message";
import { entryIndex, type NodeIndex, type Serial } from "../contract/ids";
import type { StepSummary } from "../contract/session-events";
import { namedObjects, NO_NAMES, type FrameNames, type NamesAtEntry } from "../engine/bound-names";
import { nodeId, type CollectionRecord } from "../engine/entry-picture";
import { namesMatter, type FoldedGraph } from "../engine/folding";
import { CARD_LIMIT } from "../engine/choose-objects";
import { ObjectFlag, serialOf, typeNameOf, type HeapSnapshot } from "../engine/heap-snapshot";
import type { KnownCycle } from "../engine/known-cycles";
import { countMemory } from "../engine/memory-counts";
import { CycleKeeper } from "./cycle-keeper";
import { eventsOf, eventsOfInnerSteps, summarize, type Happenings } from "./entry-summary";
import { borrowedNodes, type Aftermath } from "./collection-log";
import type { EntryRecord, Freed } from "./entry-record";
import { HeapJudge, snapshotOfObjects } from "./heap-judgement";
import { LiveHeap } from "./live-heap";
import { deletedNames, readFrames } from "./name-history";
import type { RecordingBook } from "./recording-book";
import type { ObjectState } from "./state-history";
import { hasSameMembers } from "./same-members";

const IMPORTS = /\b(import|__import__|import_module)\b/;

export class EntryAnalyst {
  readonly #book: RecordingBook;
  readonly #live: LiveHeap;
  #frames: readonly FrameNames[] = [];
  #names: NamesAtEntry = NO_NAMES;
  #borrowed: readonly NodeIndex[] = [];
  #trackedTotal = 0;
  #graph: FoldedGraph | undefined;
  /** What has a name now, had one when the heap was last judged, and when it was last folded. */
  #named: ReadonlySet<Serial> = new Set();
  #judgedNamed: ReadonlySet<Serial> | undefined;
  #foldedNamed: ReadonlySet<Serial> = new Set();
  #unionFrames: readonly FrameNames[] = [];
  #judgedInHand: readonly Serial[] | undefined;
  readonly #judge = new HeapJudge();
  readonly #keeper = new CycleKeeper();
  #cycles: readonly KnownCycle[] = [];
  #collections: CollectionRecord[] = [];
  readonly #freedByCollector = new Set<Serial>();
  #collectorOn = true;
  #collectorOff: StepSummary["collectorOff"];
  #step = -1;
  #inner = 0;

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
    if (frames !== this.#frames) {
      this.#frames = frames;
      this.#named = namedObjects(frames);
      this.#book.keys.noteNames(frames);
    }
    this.#borrowed = borrowedNodes(heap);
    this.#trackedTotal = heap.trackedTotal;
    this.#collectorOn = heap.collectorOn;
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
    this.#judgeIfChanged(inHand);
    const { changed, gone, isReshaped } = this.#changes();
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
    if (isReshaped || this.#graph === undefined) this.#fold(changed);
    else this.#noteNames(this.#graph);
    const happened = {
      freed: freed.length > 0,
      newlyUnreachable,
      collections: this.#collections,
      how: step.how,
    };
    if (this.#collectorOn) this.#collectorOff = undefined;
    else this.#collectorOff ??= { line: step.line };
    const summary = this.#summary(step, code, happened);
    this.#book.add(this.#record(step, summary, freed, inHand !== undefined));
    this.#collections = [];
    this.#live.shapeChanged = false;
    this.#live.refcountsChanged = false;
  }

  #judgeIfChanged(inHand: readonly Serial[] | undefined): void {
    const isSame =
      !this.#live.shapeChanged &&
      !this.#live.refcountsChanged &&
      inHand === this.#judgedInHand &&
      this.#judgedNamed !== undefined &&
      hasSameMembers(this.#named, this.#judgedNamed);
    if (isSame) return;
    this.#judgedInHand = inHand;
    this.#judgedNamed = this.#named;
    this.#judge.judge(this.#live, {
      versions: this.#book.versions,
      named: this.#named,
      borrowed: this.#borrowed,
      inHand,
    });
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

  /** `isReshaped`: something other than counts is different, so the picture has to be put together anew. */
  #changes(): {
    readonly changed: readonly ObjectState[];
    readonly gone: readonly Serial[];
    readonly isReshaped: boolean;
  } {
    const { current } = this.#book.history;
    const gone = this.#live.takeDeaths().flatMap(({ object, duringCollection }) => {
      if (!current.has(object.serial)) return [];
      if (duringCollection && object.unreachable) this.#freedByCollector.add(object.serial);
      if (!duringCollection) this.#freedByCollector.delete(object.serial);
      return [object.serial];
    });
    const changed: ObjectState[] = [];
    let isReshaped = gone.length > 0;
    for (const object of this.#live.objects) {
      if (!object.own) continue;
      const flags =
        (object.tracked ? ObjectFlag.tracked : 0) |
        (object.unreachable ? ObjectFlag.unreachable : 0);
      const { serial, version, refcount } = object;
      const old = current.get(serial);
      const isNew = old?.version !== version || old.flags !== flags;
      if (isNew || old.refcount !== refcount) changed.push({ serial, version, refcount, flags });
      if (isNew) isReshaped = true;
    }
    return { changed, gone, isReshaped };
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
    const graph = this.#book.foldState(this.#book.history.current, this.#named);
    // A name can turn plumbing into an object of its own, and so give others new arrows.
    const isAnyChanged =
      this.#graph === undefined || namesMatter(this.#graph, this.#foldedNamed, this.#named);
    const owners = new Set(
      changed
        .map(({ serial }) => graph.snapshot.nodeOf.get(serial))
        .map((node) => (node === undefined ? undefined : graph.ownerOf(node))),
    );
    this.#foldedNamed = this.#named;
    this.#graph = graph;
    this.#keeper.findIn(graph);
    for (const node of graph.drawn)
      this.#book.keys.noteDrawn(serialOf(graph.snapshot, node), typeNameOf(graph.snapshot, node));
    this.#book.union.addGraph(graph, this.#frames, (node) => isAnyChanged || owners.has(node));
    this.#addNames();
  }

  /** The objects are arranged as before; only names may be bound to others of them. */
  #noteNames(graph: FoldedGraph): void {
    if (this.#frames === this.#unionFrames) return;
    if (namesMatter(graph, this.#foldedNamed, this.#named)) return this.#fold([]);
    // When not all can be shown, names decide which are.
    if (graph.drawn.length > CARD_LIMIT && !hasSameMembers(this.#foldedNamed, this.#named))
      this.#book.union.addGraph(graph, this.#frames, () => false);
    this.#foldedNamed = this.#named;
    this.#addNames();
    return undefined;
  }

  #addNames(): void {
    if (this.#frames === this.#unionFrames) return;
    this.#unionFrames = this.#frames;
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
      collectorOff: this.#collectorOff,
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
    };
  }
}

function isUnreachable(state: ObjectState | undefined): boolean {
  return state !== undefined && (state.flags & ObjectFlag.unreachable) !== 0;
}
