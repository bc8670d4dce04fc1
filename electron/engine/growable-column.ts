/** A typed array that grows; used by builders and append-only tables only. */
import { asColumn } from "../contract/ids";

type Store = Uint32Array | Int32Array | Uint8Array | Float64Array;
export type ColumnKind = "u8" | "u32" | "i32" | "f64";

export class GrowableColumn<Row extends number, Value extends number> {
  #store: Store;
  #length = 0;
  readonly #kind: ColumnKind;

  constructor(kind: ColumnKind, capacity = 64) {
    this.#kind = kind;
    this.#store = newStore(kind, capacity);
  }

  get length(): number {
    return this.#length;
  }

  get byteLength(): number {
    return this.#store.byteLength;
  }

  push(value: Value): void {
    if (this.#length === this.#store.length) {
      const larger = newStore(this.#kind, this.#store.length * 2);
      larger.set(this.#store);
      this.#store = larger;
    }
    this.#store[this.#length] = value;
    this.#length += 1;
  }

  /** A copy of what was pushed so far. */
  toUint32Array(): Uint32Array {
    return Uint32Array.from(this.#store.subarray(0, this.#length));
  }

  at(row: Row): Value {
    if (row >= this.#length) throw new Error(`Row ${row} of a column of ${this.#length}`);
    return asColumn<Row, Value>(this.#store)[row];
  }
}

function newStore(kind: ColumnKind, capacity: number): Store {
  switch (kind) {
    case "u8":
      return new Uint8Array(capacity);
    case "u32":
      return new Uint32Array(capacity);
    case "i32":
      return new Int32Array(capacity);
    case "f64":
      return new Float64Array(capacity);
  }
}
