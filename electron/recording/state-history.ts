/**
 * The state of every own object at every entry: one list of changes, cut into entries, and a key frame every 64 entries.
 * Any entry is rebuilt from the key frame before it and at most 63 short lists of changes.
 */
import {
  entryIndex,
  row,
  rowAfter,
  type EntryIndex,
  type RowOf,
  type Serial,
} from "../contract/ids";
import { GrowableColumn } from "../engine/growable-column";
import type { VersionIndex } from "./version-table";

export interface ObjectState {
  readonly serial: Serial;
  readonly version: VersionIndex;
  readonly refcount: number;
  /** The bits of ObjectFlag that change without a new version: tracked, unreachable. */
  readonly flags: number;
}

export interface EntryChanges {
  readonly entry: EntryIndex;
  readonly changes: readonly {
    readonly object: Serial;
    readonly state: ObjectState | "gone";
  }[];
}

/** Own objects in the order they were first seen. */
export type HeapState = ReadonlyMap<Serial, ObjectState>;

type ChangeIndex = RowOf<"changes">;
const KEY_FRAME_DISTANCE = 64;
/** In the flags column: the object is gone. */
const GONE = 0xffffffff;

export class StateHistory {
  readonly #changes = new ChangeList();
  readonly #keyFrames = new ChangeList();
  readonly #current = new Map<Serial, ObjectState>();

  get length(): number {
    return this.#changes.entries;
  }

  /** The newest entry's state; changes with the next `append`. */
  get current(): HeapState {
    return this.#current;
  }

  append(changed: readonly ObjectState[], gone: readonly Serial[]): void {
    for (const object of gone) {
      this.#current.delete(object);
      this.#changes.pushGone(object);
    }
    for (const state of changed) {
      this.#current.set(state.serial, state);
      this.#changes.push(state);
    }
    if (this.#changes.entries % KEY_FRAME_DISTANCE === 0) {
      for (const state of this.#current.values()) this.#keyFrames.push(state);
      this.#keyFrames.endEntry();
    }
    this.#changes.endEntry();
  }

  stateAt(entry: EntryIndex): Map<Serial, ObjectState> {
    const keyFrame = Math.floor(entry / KEY_FRAME_DISTANCE);
    const state = new Map<Serial, ObjectState>();
    this.#keyFrames.applyTo(state, entryIndex(keyFrame));
    for (let next = keyFrame * KEY_FRAME_DISTANCE + 1; next <= entry; next += 1) {
      this.#changes.applyTo(state, entryIndex(next));
    }
    return state;
  }

  /** Makes the state of the entry before into this entry's; says whether anything but counts is different. */
  advance(state: Map<Serial, ObjectState>, entry: EntryIndex): boolean {
    return this.#changes.applyTo(state, entry);
  }

  /** What an entry changed about one object. */
  changeOf(entry: EntryIndex, object: Serial): ObjectState | "gone" | undefined {
    return this.#changes.among(entry, (one) => one === object)[0]?.state;
  }

  /** All that an entry changed. */
  changesAt(entry: EntryIndex): EntryChanges["changes"] {
    return this.#changes.among(entry, () => true);
  }

  /** What changed about some objects, entry by entry up to one; entries without such a change are left out. */
  *changesOf(objects: ReadonlySet<Serial>, until: EntryIndex): Generator<EntryChanges, void> {
    for (let entry = entryIndex(0); entry <= until; entry = rowAfter(entry)) {
      const changes = this.#changes.among(entry, (object) => objects.has(object));
      if (changes.length > 0) yield { entry, changes };
    }
  }

  get byteLength(): number {
    return this.#changes.byteLength + this.#keyFrames.byteLength;
  }
}

/** Changes in columns, cut into entries. */
class ChangeList {
  readonly #firstChange = new GrowableColumn<EntryIndex, ChangeIndex>("u32");
  readonly #serial = new GrowableColumn<ChangeIndex, Serial>("u32");
  readonly #version = new GrowableColumn<ChangeIndex, VersionIndex>("u32");
  readonly #refcount = new GrowableColumn<ChangeIndex, number>("u32");
  readonly #flags = new GrowableColumn<ChangeIndex, number>("u32");

  constructor() {
    this.#firstChange.push(row(0));
  }

  get entries(): number {
    return this.#firstChange.length - 1;
  }

  push(state: ObjectState): void {
    this.#serial.push(state.serial);
    this.#version.push(state.version);
    this.#refcount.push(state.refcount);
    this.#flags.push(state.flags);
  }

  pushGone(object: Serial): void {
    this.push({ serial: object, version: row(0), refcount: 0, flags: GONE });
  }

  endEntry(): void {
    this.#firstChange.push(row(this.#serial.length));
  }

  applyTo(state: Map<Serial, ObjectState>, entry: EntryIndex): boolean {
    let isReshaped = false;
    const end = this.#firstChange.at(rowAfter(entry));
    for (let change = this.#firstChange.at(entry); change < end; change = rowAfter(change)) {
      const object = this.#serial.at(change);
      const flags = this.#flags.at(change);
      const old = state.get(object);
      const version = this.#version.at(change);
      if (flags === GONE) state.delete(object);
      else
        state.set(object, {
          serial: object,
          version,
          refcount: this.#refcount.at(change),
          flags,
        });
      if (old?.version !== version || old.flags !== flags) isReshaped = true;
    }
    return isReshaped;
  }

  among(entry: EntryIndex, isWanted: (object: Serial) => boolean): EntryChanges["changes"] {
    const found: EntryChanges["changes"][number][] = [];
    const end = this.#firstChange.at(rowAfter(entry));
    for (let change = this.#firstChange.at(entry); change < end; change = rowAfter(change)) {
      const object = this.#serial.at(change);
      if (isWanted(object)) found.push({ object, state: this.#stateOf(change, object) });
    }
    return found;
  }

  #stateOf(change: ChangeIndex, object: Serial): ObjectState | "gone" {
    const flags = this.#flags.at(change);
    if (flags === GONE) return "gone";
    return {
      serial: object,
      version: this.#version.at(change),
      refcount: this.#refcount.at(change),
      flags,
    };
  }

  get byteLength(): number {
    return this.#firstChange.byteLength + this.#serial.byteLength * 4;
  }
}
