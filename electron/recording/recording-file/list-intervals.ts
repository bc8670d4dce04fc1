/**
 * Lists that change from entry to entry, as rows that say from which entry to which an item stood at its place - and back.
 *
 *   entry 0  [a]        first_entry last_entry place item
 *   entry 1  [a, b]          0          2        0    a
 *   entry 2  [a, c]          1          1        1    b
 *                            2          2        1    c
 */
import { DamagedPart } from "./arrow-batch";
import { rowsBy } from "./rows-by";

export interface Interval {
  readonly first_entry: number;
  readonly last_entry: number;
  readonly place: number;
}

interface Standing<Item> {
  readonly item: Item;
  readonly since: number;
}

/** Takes one list entry by entry; gives rows in the order they end. */
export class IntervalWriter<Item> {
  #list: readonly Item[] = [];
  #standing: Standing<Item>[] = [];
  readonly #isSame: (a: Item, b: Item) => boolean;
  readonly #take: (item: Item, interval: Interval) => void;

  constructor(
    isSame: (a: Item, b: Item) => boolean,
    take: (item: Item, interval: Interval) => void,
  ) {
    this.#isSame = isSame;
    this.#take = take;
  }

  note(entry: number, list: readonly Item[]): void {
    if (list === this.#list) return;
    this.#list = list;
    const before = this.#standing;
    const standing: Standing<Item>[] = [];
    for (const [place, item] of list.entries()) {
      const old = before[place];
      const isKept = old !== undefined && (old.item === item || this.#isSame(old.item, item));
      if (old !== undefined && !isKept) this.#end(old, place, entry);
      standing.push(isKept ? old : { item, since: entry });
    }
    for (let place = list.length; place < before.length; place += 1) {
      const old = before[place];
      if (old !== undefined) this.#end(old, place, entry);
    }
    this.#standing = standing;
  }

  /** `length`: number of entries. */
  finish(length: number): void {
    this.note(length, []);
  }

  #end({ item, since }: Standing<Item>, place: number, entry: number): void {
    this.#take(item, { first_entry: since, last_entry: entry - 1, place });
  }
}

/** Rows -> the list of any entry, asked for in rising order; the same array while nothing changes. */
export class IntervalReader<Row extends Interval, Item> {
  /** By the entry they begin with, and by the one after their last. */
  readonly #begins: ReadonlyMap<number, readonly Row[]>;
  readonly #ends = new Set<number>();
  readonly #itemOf: (row: Row) => Item;
  #standing: { readonly row: Row; readonly item: Item }[] = [];
  #list: readonly Item[] = [];

  constructor(rows: readonly Row[], itemOf: (row: Row) => Item) {
    this.#itemOf = itemOf;
    this.#begins = rowsBy(rows, ({ first_entry }) => first_entry);
    for (const { last_entry } of rows) this.#ends.add(last_entry + 1);
  }

  at(entry: number): readonly Item[] {
    const begins = this.#begins.get(entry);
    if (begins === undefined && !this.#ends.has(entry)) return this.#list;
    const standing = [...this.#standing];
    for (const row of begins ?? []) {
      if (row.place > standing.length + (begins?.length ?? 0))
        throw new DamagedPart("a list with a gap");
      standing[row.place] = { row, item: this.#itemOf(row) };
    }
    // Places left out are no elements, and are not looked at.
    const kept = standing.filter(({ row }) => row.last_entry >= entry);
    if (kept.some(({ row }, place) => row.place !== place))
      throw new DamagedPart("a list with a gap");
    this.#standing = kept;
    this.#list = kept.map(({ item }) => item);
    return this.#list;
  }
}
