/** Typed access to the columns of one frame, with the count checked at each access. */
import type { WireColumn } from "./wire-columns";
import { WireError, type MessageName } from "./wire-format";

export interface ColumnReader {
  /** With `count`, refuses any other number of values. */
  u8s(column: number, count?: number): Uint8Array;
  u32s(column: number, count?: number): Uint32Array;
  u64s(column: number, count?: number): Float64Array;
  texts(column: number, count?: number): readonly string[];
}

export function createColumnReader(
  message: MessageName,
  columns: readonly WireColumn[],
): ColumnReader {
  function checked<Values extends { readonly length: number }>(
    values: Values,
    column: number,
    count: number | undefined,
  ): Values {
    if (count !== undefined && values.length !== count) {
      throw new WireError(
        `Column ${column} of ${message} has ${values.length} values where ${count} fit.`,
      );
    }
    return values;
  }

  function get<Kind extends WireColumn["kind"]>(column: number, kind: Kind) {
    const found = columns[column];
    if (found?.kind !== kind) throw new WireError(`Column ${column} of ${message} is not ${kind}.`);
    return found;
  }

  return {
    u8s(column, count) {
      const found = get(column, "u8");
      return checked(found.kind === "u8" ? found.values : new Uint8Array(), column, count);
    },
    u32s(column, count) {
      const found = get(column, "u32");
      return checked(found.kind === "u32" ? found.values : new Uint32Array(), column, count);
    },
    u64s(column, count) {
      const found = get(column, "u64");
      return checked(found.kind === "u64" ? found.values : new Float64Array(), column, count);
    },
    texts(column, count) {
      const found = get(column, "text");
      return checked(found.kind === "text" ? found.values : [], column, count);
    },
  };
}
