/** How many objects of each type there were at every entry: a row only where a number changed. */
import { entryIndex, type EntryIndex } from "../contract/ids";
import type { TypeCount } from "../engine/type-census";

const NONE: TypeCount = { count: 0, size: 0 };

interface TypeLine {
  readonly entries: EntryIndex[];
  readonly counts: TypeCount[];
}

export class TypeHistory {
  readonly #lines = new Map<string, TypeLine>();

  /** The counts as of an entry; entries come in their order. */
  note(entry: EntryIndex, counts: ReadonlyMap<string, TypeCount>): void {
    for (const [type, count] of counts) this.noteType(type, entry, count);
    for (const type of this.#lines.keys()) if (!counts.has(type)) this.noteType(type, entry, NONE);
  }

  /** Of one type; entries come in their order. */
  noteType(type: string, entry: EntryIndex, count: TypeCount): void {
    const line = this.#lines.get(type) ?? { entries: [], counts: [] };
    this.#lines.set(type, line);
    const last = line.counts.at(-1) ?? NONE;
    if (last.count === count.count && last.size === count.size) return;
    line.entries.push(entry);
    line.counts.push(count);
  }

  at(type: string, entry: EntryIndex): TypeCount {
    const line = this.#lines.get(type);
    if (line === undefined) return NONE;
    let from = 0;
    let to = line.entries.length;
    // The last row not after the entry.
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((line.entries[middle] ?? entryIndex(0)) <= entry) from = middle + 1;
      else to = middle;
    }
    return line.counts[from - 1] ?? NONE;
  }

  /** Every type there ever was. */
  get types(): Iterable<string> {
    return this.#lines.keys();
  }

  /** Every change of a type's numbers, in the order of the entries. */
  changesOf(type: string): readonly { readonly entry: EntryIndex; readonly count: TypeCount }[] {
    const line = this.#lines.get(type);
    return (line?.entries ?? []).map((entry, place) => ({
      entry,
      count: line?.counts[place] ?? NONE,
    }));
  }

  get byteLength(): number {
    let rows = 0;
    for (const { entries } of this.#lines.values()) rows += entries.length;
    return rows * 40;
  }
}
