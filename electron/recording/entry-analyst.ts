/** Turns heaps into entries: says at each completed line which objects are the script's own, which are unreachable, what was freed and what stands in a cycle. */
import type { HeapMessage, StepMessage } from "../contract/agent-message";
import { entryIndex, type NodeIndex, type Serial } from "../contract/ids";
import type { StepSummary } from "../contract/session-events";
import { namedObjects, NO_NAMES, type FrameNames, type NamesAtEntry } from "../engine/bound-names";
import type { CollectionRecord } from "../engine/entry-picture";
import type { FoldedGraph } from "../engine/folding";
import { ObjectFlag, serialOf } from "../engine/heap-snapshot";
import { countMemory } from "../engine/memory-counts";
import { NO_SIDE_REFERENCES, type SideReferences } from "../engine/side-references";
import { borrowedNodes, type Aftermath, type HeapAtStart } from "./collection-log";
import type { EntryRecord, Freed } from "./entry-record";
import { eventsOf, eventsOfInnerSteps, summarize, type Happenings } from "./entry-summary";
import { HeapJudge, snapshotOfObjects } from "./heap-judgement";
import { LiveHeap, type LiveObject } from "./live-heap";
import { deletedNames, readFrames } from "./name-history";
import { PictureKeeper } from "./picture-keeper";
import type { RecordingBook } from "./recording-book";
import { hasSameMembers } from "./same-members";
import { readSideReferences } from "./side-references-of-heap";
import type { ObjectState } from "./state-history";

export class EntryAnalyst {
  readonly #book: RecordingBook;
  readonly #live: LiveHeap;
  #frames: readonly FrameNames[] = [];
  #names: NamesAtEntry = NO_NAMES;
  #beside: SideReferences = NO_SIDE_REFERENCES;
  #borrowed: readonly NodeIndex[] = [];
  #trackedTotal = 0;
  /** What has a name now, and what had one when the heap was last judged. */
  #named: ReadonlySet<Serial> = new Set();
  #judgedNamed: ReadonlySet<Serial> | undefined;
  #judgedInHand: readonly Serial[] | undefined;
  readonly #judge = new HeapJudge();
  readonly #keeper: PictureKeeper;
  #collections: CollectionRecord[] = [];
  readonly #freedByCollector = new Set<Serial>();
  #imported = false;
  #collectorOn = true;
  #collectorOff: StepSummary["collectorOff"];
  #step = -1;
  #inner = 0;

  constructor(book: RecordingBook) {
    this.#book = book;
    this.#live = new LiveHeap(book.versions);
    this.#keeper = new PictureKeeper(book);
  }

  get frames(): readonly FrameNames[] {
    return this.#frames;
  }

  acceptHeap(heap: HeapMessage, collecting: boolean): void {
    this.#live.accept(heap, collecting);
    const serialAt = (address: number): Serial | undefined => this.#live.at(address)?.serial;
    const frames = readFrames(heap.frames, serialAt, this.#frames);
    if (frames !== this.#frames) {
      this.#frames = frames;
      this.#named = namedObjects(frames);
      this.#book.keys.noteNames(frames);
    }
    this.#beside = readSideReferences(heap, serialAt, this.#beside);
    this.#borrowed = borrowedNodes(heap);
    this.#imported ||= heap.imported;
    this.#trackedTotal = heap.trackedTotal;
    this.#collectorOn = heap.collectorOn;
  }

  announceTypes(types: HeapMessage["types"]): void {
    this.#live.types.announce(types);
  }

  /** What starting a collection needs to know. */
  rowsAtStart(): Pick<HeapAtStart, "serialAt" | "typeNameAt" | "snapshot"> {
    const live = this.#live;
    return {
      serialAt: (address) => live.at(address)?.serial,
      typeNameAt: (typeAddress) => live.types.textAt(typeAddress),
      snapshot: () => snapshotOfObjects(live.rows, this.#book.versions),
    };
  }

  /** What finishing a collection needs to know. Everything the last heap no longer lists died in it. */
  aftermath(
    found: readonly Serial[],
  ): Pick<Aftermath, "drawnOwner" | "flagsOf" | "isDead" | "bytesFreed"> {
    this.#live.buryMissing(true);
    const { graph } = this.#keeper;
    for (const object of found) this.#freedByCollector.add(object);
    const nodeOf = (object: Serial): NodeIndex | undefined => graph?.snapshot.nodeOf.get(object);
    return {
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
    const code = this.#codeOf(step);
    this.#noteBirths(step);
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
    const graph = this.#keeper.update(
      { frames: this.#frames, named: this.#named, weak: this.#beside.weak },
      changed.map(({ serial }) => serial),
      isReshaped,
    );
    const happened = {
      freed: freed.length > 0,
      newlyUnreachable,
      collections: this.#collections,
      how: step.how,
    };
    if (this.#collectorOn) this.#collectorOff = undefined;
    else this.#collectorOff ??= { line: step.line };
    const { summary, cycles } = this.#summary(graph, step, { code, happened });
    this.#book.add(
      this.#record(step, { summary, cycles, freed, collecting: inHand !== undefined }),
    );
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

  /** A person's step of an agent that does not say what was run is the Collect button's. */
  #codeOf(step: StepMessage): string {
    if (step.how !== "person") return this.#book.codeOf(step.line, step.file);
    return step.code === "" ? "gc.collect()" : step.code;
  }

  #noteBirths(step: StepMessage): void {
    const importing = this.#imported;
    this.#imported = false;
    for (const object of this.#live.takeBirths()) {
      object.bornInImport = importing;
      this.#book.addresses.set(object.serial, object.address);
      this.#book.births.set(object.serial, {
        step: this.#stepNow,
        ...this.#birthPlace(object, step),
      });
    }
  }

  /** An instance that is the first local of a call that was not there before was made by the line that called. */
  #birthPlace(
    { serial, version }: LiveObject,
    step: StepMessage,
  ): { readonly line: number | undefined; readonly file: string } {
    if ((this.#book.versions.flagsOf(version) & ObjectFlag.ownType) === 0) return step;
    const before = this.#names.frames;
    const frame = this.#frames.find(
      ({ depth, bindings, scope }) =>
        depth > 0 && bindings[0]?.object === serial && before[depth]?.scope !== scope,
    );
    return (frame === undefined ? undefined : this.#frames[frame.depth - 1]) ?? step;
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
      this.#noteGeneration(object);
      const { serial, version, refcount } = object;
      const old = current.get(serial);
      const isNew = old?.version !== version || old.flags !== flags;
      if (isNew || old.refcount !== refcount) changed.push({ serial, version, refcount, flags });
      if (isNew) isReshaped = true;
    }
    return { changed, gone, isReshaped };
  }

  #noteGeneration(object: LiveObject): void {
    const { serial, generation, notedGeneration } = object;
    if (generation === notedGeneration) return;
    this.#book.generations.note(entryIndex(this.#book.length), serial, generation);
    object.notedGeneration = generation;
  }

  /** Only drawn objects are told about; what was folded into them goes with them. */
  #noteFreed(gone: readonly Serial[]): readonly Freed[] {
    const { graph } = this.#keeper;
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

  #summary(
    graph: FoldedGraph,
    step: StepMessage,
    { code, happened }: { readonly code: string; readonly happened: Happenings },
  ): Pick<EntryRecord, "summary" | "cycles"> {
    const { current } = this.#book.history;
    const isGarbage = (node: NodeIndex): boolean =>
      isUnreachable(current.get(serialOf(graph.snapshot, node)));
    const summary = summarize({
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
    return { summary, cycles: this.#keeper.describeCycles(graph, this.#stepNow, isGarbage) };
  }

  #record(
    step: StepMessage,
    concluded: Pick<EntryRecord, "summary" | "cycles" | "freed" | "collecting">,
  ): EntryRecord {
    return {
      ...concluded,
      how: step.how,
      stdoutEnd: step.stdoutBytes,
      stderrEnd: step.stderrBytes,
      names: this.#names,
      beside: this.#beside,
      collections: this.#collections,
    };
  }
}

function isUnreachable(state: ObjectState | undefined): boolean {
  return state !== undefined && (state.flags & ObjectFlag.unreachable) !== 0;
}
