/** The Arrow type of each kind of column. */
import { Bool, Field, Float64, List, Schema, Uint32, Utf8, type DataType } from "apache-arrow";
import { assertNever } from "../../contract/assert-never";
import type { ColumnKind, TableShape } from "./table-shape";

export function schemaOf(shape: TableShape): Schema {
  return new Schema(
    Object.entries(shape).map(([name, kind]) => new Field(name, typeOf(kind), kind.endsWith("?"))),
  );
}

function typeOf(kind: ColumnKind): DataType {
  switch (kind) {
    case "count":
    case "count?":
      return new Uint32();
    case "number":
      return new Float64();
    case "flag":
      return new Bool();
    case "text":
    case "text?":
      return new Utf8();
    case "counts":
      return new List(new Field("item", new Uint32(), false));
    case "texts":
      return new List(new Field("item", new Utf8(), false));
    default:
      return assertNever(kind, "kind of column");
  }
}
