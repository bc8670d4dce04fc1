/** Which generation of the collector each object was in at every entry: a row only where it moved. */
import type { EntryIndex, Serial } from "../contract/ids";

export type Generation = 0 | 1 | 2;

interface Moves {
  readonly entries: EntryIndex[];
  readonly generations: (Generation | undefined)[];
}

export class GenerationHistory {
  readonly #moves = new Map<Serial, Moves>();
  #rows = 0;

  /** As of an entry, undefined: in none, because it is not tracked. Entries come in their order. */
  note(entry: EntryIndex, object: Serial, generation: Generation | undefined): void {
    const moves = this.#moves.get(object) ?? { entries: [], generations: [] };
    this.#moves.set(object, moves);
    moves.entries.push(entry);
    moves.generations.push(generation);
    this.#rows += 1;
  }

  at(object: Serial, entry: EntryIndex): Generation | undefined {
    const moves = this.#moves.get(object);
    return moves?.generations[moves.entries.findLastIndex((moved) => moved <= entry)];
  }

  /** Of one object, in the order of its entries. */
  movesOf(
    object: Serial,
  ): readonly { readonly entry: EntryIndex; readonly generation: Generation | undefined }[] {
    const moves = this.#moves.get(object);
    return (moves?.entries ?? []).map((entry, place) => ({
      entry,
      generation: moves?.generations[place],
    }));
  }

  get byteLength(): number {
    return this.#rows * 16 + this.#moves.size * 64;
  }
}
