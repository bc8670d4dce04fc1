/** Follows the collections in the stream of messages: from the candidates to the record of what became of them. */
import type {
  CandidatesMessage,
  CollectionStartMessage,
  CollectionStopMessage,
  HeapMessage,
} from "../contract/agent-message";
import type { Serial } from "../contract/ids";
import type { FrameNames } from "../engine/bound-names";
import {
  finishCollection,
  noteFinalizer,
  objectsFound,
  startCollection,
  type FoundAtStart,
  type RunningCollection,
} from "./collection-log";
import type { EntryAnalyst } from "./entry-analyst";
import type { RecordingBook } from "./recording-book";

export class CollectionFollower {
  readonly #book: RecordingBook;
  readonly #analyst: EntryAnalyst;
  #candidates: CandidatesMessage | undefined;
  #running: RunningCollection | undefined;
  #inHand: readonly Serial[] | undefined;

  constructor(book: RecordingBook, analyst: EntryAnalyst) {
    this.#book = book;
    this.#analyst = analyst;
  }

  get isRunning(): boolean {
    return this.#running !== undefined;
  }

  /** What the collection under way has found, in the collector's order. */
  get found(): readonly FoundAtStart[] {
    return this.#running?.found ?? [];
  }

  /** The script's part of it; it stays unreachable until the collection ends. */
  get inHand(): readonly Serial[] | undefined {
    return this.#inHand;
  }

  takeCandidates(candidates: CandidatesMessage): void {
    this.#candidates = candidates;
    this.#analyst.announceTypes(candidates.types);
  }

  start(start: CollectionStartMessage, heap: HeapMessage | undefined): void {
    if (heap === undefined) throw new Error("A collection started before any heap was sent");
    this.#running = startCollection(start, {
      heap,
      candidates: this.#candidates,
      untracksTuples: this.#book.python.inexact.includes("incremental"),
      ...this.#analyst.rowsAtStart(),
    });
    this.#inHand = objectsFound(this.#running);
  }

  /** A line ran inside the collection: a finalizer's, perhaps. */
  lineRan(frames: readonly FrameNames[]): void {
    if (this.#running !== undefined) noteFinalizer(this.#running, frames);
  }

  stop(stop: CollectionStopMessage): void {
    const running = this.#running;
    if (running === undefined) throw new Error("A collection stopped that never started");
    const { inexact } = this.#book.python;
    const record = finishCollection(running, {
      ...this.#analyst.aftermath(objectsFound(running)),
      stop,
      saysGone: this.#candidates !== undefined,
      isPrediction: inexact.includes("free-threaded") || inexact.includes("incremental"),
    });
    this.#analyst.noteCollection(record);
    this.#running = undefined;
    this.#inHand = undefined;
    this.#candidates = undefined;
  }
}
