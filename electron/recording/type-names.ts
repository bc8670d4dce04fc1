/** The names of the types at known addresses, as heaps and candidates announce them. */
import type { HeapMessage } from "../contract/agent-message";
import type { StringIndex } from "../contract/ids";
import { typeName } from "../engine/node-naming";
import type { StringTable } from "../engine/string-table";

export interface TypeName {
  readonly name: StringIndex;
  /** Defined by the script itself. */
  readonly own: boolean;
}

export class TypeNames {
  readonly #strings: StringTable;
  readonly #names = new Map<number, TypeName>();

  constructor(strings: StringTable) {
    this.#strings = strings;
  }

  announce(types: HeapMessage["types"]): void {
    for (const { address, module, qualname } of types)
      this.#names.set(address, {
        name: this.#strings.intern(typeName(module, qualname)),
        own: module === "__main__",
      });
  }

  at(address: number): TypeName {
    const type = this.#names.get(address);
    if (type === undefined) throw new Error(`The type at ${address} was never announced`);
    return type;
  }

  textAt(address: number): string {
    return this.#strings.text(this.at(address).name);
  }
}
