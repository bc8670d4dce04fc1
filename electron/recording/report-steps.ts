/**
 * The recording as the entries of `ouroscope report`, in order. The output texts are the session's to fill in.
 * What is the same as in the entry before is the same array again, so that it is made, sent and written once.
 */
import { entryIndex, type EntryIndex, type Serial } from "../contract/ids";
import type { ReportStep } from "../contract/report";
import { namedObjects, type FrameNames } from "../engine/bound-names";
import { namesMatter, type FoldedGraph } from "../engine/folding";
import { NO_NODE, ObjectFlag, serialOf, typeNameOf } from "../engine/heap-snapshot";
import type { KnownCycle } from "../engine/known-cycles";
import type { WeakLink } from "../engine/side-references";
import { inReadingOrder } from "../engine/slot-order";
import type { RecordingBook } from "./recording-book";
import type { ObjectState } from "./state-history";

const ROWS_AT_ONCE = 200_000;

type ReportObject = ReportStep["objects"][number];

export class ReportWriter {
  readonly #book: RecordingBook;
  #next: number;
  readonly #state: Map<Serial, ObjectState>;
  #graph: FoldedGraph | undefined;
  #frames: readonly FrameNames[] | undefined;
  #named: ReadonlySet<Serial> = new Set();
  #known: readonly KnownCycle[] | undefined;
  #weak: readonly WeakLink[] | undefined;
  #names: ReportStep["names"] = [];
  #objects: readonly ReportObject[] = [];
  #references: ReportStep["references"] = [];
  #cycles: ReportStep["cycles"] = [];

  constructor(book: RecordingBook, from: EntryIndex) {
    this.#book = book;
    this.#next = from;
    this.#state =
      from === 0 ? new Map<Serial, ObjectState>() : book.history.stateAt(entryIndex(from - 1));
  }

  /** Number of the entry `next` will write. */
  get position(): number {
    return this.#next;
  }

  /** A piece of a size that is sent without being felt. */
  take(): readonly ReportStep[] {
    const steps: ReportStep[] = [];
    for (let rows = 0; rows < ROWS_AT_ONCE;) {
      const step = this.next();
      if (step === undefined) break;
      steps.push(step);
      rows += 10 + step.names.length + step.objects.length + step.references.length;
    }
    return steps;
  }

  /** The next entry; undefined at the end. */
  next(): ReportStep | undefined {
    if (this.#next >= this.#book.length) return undefined;
    const entry = entryIndex(this.#next);
    this.#next += 1;
    const { summary, freed, collections } = this.#book.record(entry);
    this.#read(entry);
    return {
      step: summary.step,
      inner: summary.inner,
      line: summary.line ?? null,
      file: summary.file,
      code: summary.code,
      scope: summary.scope,
      stdout: "",
      stderr: "",
      names: this.#names,
      objects: this.#objects,
      references: this.#references,
      cycles: this.#cycles,
      freed: freed.map(({ object, by }) => ({ key: this.#keyOf(object), by })),
      collections: collections.map(({ generation, trigger, collected, uncollectable }) => ({
        generation,
        trigger: trigger === "automatic" ? "automatic" : "explicit",
        collected,
        uncollectable,
      })),
    };
  }

  #read(entry: EntryIndex): void {
    const { names, cycles, beside } = this.#book.record(entry);
    const isChanged = this.#book.history.advance(this.#state, entry);
    const isReshaped = isChanged || beside.weak !== this.#weak;
    this.#weak = beside.weak;
    if (names.frames !== this.#frames) {
      this.#frames = names.frames;
      this.#names = this.#sameOr(this.#names, this.#namesOf(names.frames));
    }
    const graph = this.#graphOf(names.frames, isReshaped);
    this.#objects = this.#objectsOf(graph);
    if (graph !== this.#graph) this.#references = this.#referencesOf(graph);
    this.#graph = graph;
    if (cycles === this.#known) return;
    this.#known = cycles;
    const keysOf = (members: readonly Serial[]): readonly string[] => members.map(this.#keyOf);
    this.#cycles = cycles.map(({ members, state }) => ({ members: keysOf(members), state }));
  }

  #graphOf(frames: readonly FrameNames[], isReshaped: boolean): FoldedGraph {
    const before = this.#named;
    this.#named = namedObjects(frames);
    const graph = this.#graph;
    const isKept = graph !== undefined && !isReshaped && !namesMatter(graph, before, this.#named);
    return isKept ? graph : this.#book.foldState(this.#state, this.#named, this.#weak ?? []);
  }

  readonly #keyOf = (object: Serial): string => this.#book.keys.keyOf(object);

  #namesOf(frames: readonly FrameNames[]): ReportStep["names"] {
    return frames.flatMap(({ scope, bindings }) =>
      bindings.flatMap(({ name, object }) =>
        object === undefined ? [] : [{ scope, name, object: this.#keyOf(object) }],
      ),
    );
  }

  #sameOr(before: ReportStep["names"], now: ReportStep["names"]): ReportStep["names"] {
    const isSame =
      before.length === now.length &&
      before.every(({ scope, name, object }, place) => {
        const other = now[place];
        return other?.scope === scope && other.name === name && other.object === object;
      });
    return isSame ? before : now;
  }

  #objectsOf(graph: FoldedGraph): readonly ReportObject[] {
    const before = this.#objects;
    let isSame = before.length === graph.drawn.length;
    const objects = graph.drawn.map((node, place): ReportObject => {
      const serial = serialOf(graph.snapshot, node);
      const { refcount = 0, flags = 0 } = this.#state.get(serial) ?? {};
      const key = this.#keyOf(serial);
      const type = typeNameOf(graph.snapshot, node);
      const size = graph.snapshot.nodes.size[node] ?? 0;
      const state = (flags & ObjectFlag.unreachable) === 0 ? "reachable" : "unreachable";
      const old = before[place];
      if (
        old?.key === key &&
        old.refcount === refcount &&
        old.size === size &&
        old.state === state &&
        old.type === type
      )
        return old;
      isSame = false;
      return { key, type, size, refcount, state };
    });
    return isSame ? before : objects;
  }

  #referencesOf(graph: FoldedGraph): ReportStep["references"] {
    return graph.drawn.flatMap((node) =>
      inReadingOrder(graph.snapshot, node, graph.slotsOf(node))
        .filter((slot) => slot.target !== NO_NODE && slot.kind !== "class")
        .map((slot) => ({
          from: this.#keyOf(serialOf(graph.snapshot, node)),
          to: this.#keyOf(serialOf(graph.snapshot, slot.target)),
          label: slot.label,
        })),
    );
  }
}

/** All entries at once. */
export function reportSteps(book: RecordingBook): readonly ReportStep[] {
  const writer = new ReportWriter(book, entryIndex(0));
  const steps: ReportStep[] = [];
  for (let step = writer.next(); step !== undefined; step = writer.next()) steps.push(step);
  return steps;
}
