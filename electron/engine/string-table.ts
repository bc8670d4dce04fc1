/** Interned strings: each text is kept once and named by its row. */
import { stringIndex, type StringIndex } from "../contract/ids";

export class StringTable {
  readonly #texts: string[] = [];
  readonly #rows = new Map<string, StringIndex>();
  #characters = 0;

  intern(text: string): StringIndex {
    const known = this.#rows.get(text);
    if (known !== undefined) return known;
    const added = stringIndex(this.#texts.length);
    this.#texts.push(text);
    this.#rows.set(text, added);
    this.#characters += text.length;
    return added;
  }

  text(row: StringIndex): string {
    const text = this.#texts[row];
    if (text === undefined) throw new Error(`No string has row ${row}`);
    return text;
  }

  /** A string costs about its characters plus two table slots. */
  get byteLength(): number {
    return this.#characters * 2 + this.#texts.length * 48;
  }
}
