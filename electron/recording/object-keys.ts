/**
 * The key of every object: the first module-global name it was ever bound to, else its first local name, else `type#n`.
 * A name taken by an earlier object gets a number: `name#2`.
 */
import type { Serial } from "../contract/ids";
import type { FrameNames } from "../engine/bound-names";

/** Locals that say what an object is to a method, not which object it is. */
const ROLE_NAMES = new Set(["self", "cls"]);

/** Names in the order they were bound. */
export interface KeptNames {
  readonly globalNames: ReadonlyMap<Serial, string>;
  readonly localNames: ReadonlyMap<Serial, string>;
  readonly drawnTypes: ReadonlyMap<Serial, string>;
}

export class ObjectKeys {
  readonly #globalName = new Map<Serial, string>();
  readonly #localName = new Map<Serial, string>();
  readonly #typeNames = new Map<Serial, string>();
  #keys: ReadonlyMap<Serial, string> | undefined;

  /** Notes names in the order they were bound. */
  noteNames(frames: readonly FrameNames[]): void {
    for (const frame of frames) {
      const names = frame.depth === 0 ? this.#globalName : this.#localName;
      for (const { name, object } of frame.bindings) {
        if (object === undefined || names.has(object) || (frame.depth > 0 && ROLE_NAMES.has(name)))
          continue;
        names.set(object, name);
        this.#keys = undefined;
      }
    }
  }

  /** Objects that were ever drawn; only these are numbered. */
  noteDrawn(object: Serial, typeName: string): void {
    if (this.#typeNames.has(object)) return;
    this.#typeNames.set(object, typeName);
    this.#keys = undefined;
  }

  keyOf(object: Serial): string {
    this.#keys ??= this.#assign();
    return this.#keys.get(object) ?? `object#${object}`;
  }

  /** Whether the key is a name, not a type and number. */
  isNamed(object: Serial): boolean {
    return this.#globalName.has(object) || this.#localName.has(object);
  }

  /** What the keys are made from, in its order. */
  kept(): KeptNames {
    return {
      globalNames: this.#globalName,
      localNames: this.#localName,
      drawnTypes: this.#typeNames,
    };
  }

  /** Takes back what `kept` gave. */
  restore({ globalNames, localNames, drawnTypes }: KeptNames): void {
    for (const [object, name] of globalNames) this.#globalName.set(object, name);
    for (const [object, name] of localNames) this.#localName.set(object, name);
    for (const [object, type] of drawnTypes) this.#typeNames.set(object, type);
    this.#keys = undefined;
  }

  #assign(): ReadonlyMap<Serial, string> {
    const keys = new Map<Serial, string>();
    const taken = new Set<string>();
    const next = new Map<string, number>();
    const give = (object: Serial, name: string, first: string): void => {
      let key = first;
      for (let number = next.get(name) ?? 1; taken.has(key); number += 1) {
        key = `${name}#${number + 1}`;
        next.set(name, number + 1);
      }
      taken.add(key);
      keys.set(object, key);
    };
    for (const [object, name] of this.#globalName)
      if (this.#typeNames.has(object)) give(object, name, name);
    for (const [object, name] of this.#localName)
      if (this.#typeNames.has(object) && !keys.has(object)) give(object, name, name);
    const unnamed = [...this.#typeNames]
      .filter(([object]) => !keys.has(object))
      .toSorted(([a], [b]) => a - b);
    const counts = new Map<string, number>();
    for (const [object, type] of unnamed) {
      let count = counts.get(type) ?? 0;
      do count += 1;
      while (taken.has(`${type}#${count}`));
      counts.set(type, count);
      taken.add(`${type}#${count}`);
      keys.set(object, `${type}#${count}`);
    }
    return keys;
  }
}
