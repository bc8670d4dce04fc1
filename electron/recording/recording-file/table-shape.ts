/** What a table of a recording file may look like: a name and a kind for each column, and the rows that follow from it. */

/**
 * `count`: unsigned 32-bit; `number`: a double; `flag`: yes or no; `text`: UTF-8; a list of counts or texts.
 * A question mark: may be absent.
 */
export type ColumnKind =
  | "count"
  | "count?"
  | "number"
  | "flag"
  | "text"
  | "text?"
  | "counts"
  | "texts";

export type TableShape = Readonly<Record<string, ColumnKind>>;

interface CellOf {
  readonly count: number;
  readonly "count?": number | undefined;
  readonly number: number;
  readonly flag: boolean;
  readonly text: string;
  readonly "text?": string | undefined;
  readonly counts: readonly number[];
  readonly texts: readonly string[];
}

export type TableRow<Shape extends TableShape> = {
  readonly [Name in keyof Shape]: CellOf[Shape[Name]];
};
