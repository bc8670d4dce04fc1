/** Rows as CSV of RFC 4180: commas, CRLF, a quote doubled within quotes, a heading first. */

export type CsvValue = string | number | boolean | null;

export interface CsvColumn<Row> {
  readonly heading: string;
  readonly value: (row: Row) => CsvValue;
}

/** Null is an empty field. */
export function csvTable<Row>(columns: readonly CsvColumn<Row>[], rows: readonly Row[]): string {
  const head = columns.map(({ heading }) => field(heading));
  const body = rows.map((row) => columns.map(({ value }) => field(value(row))));
  return [head, ...body].map((fields) => `${fields.join(",")}\r\n`).join("");
}

function field(value: CsvValue): string {
  if (value === null) return "";
  if (typeof value !== "string") return String(value);
  // No reader of CSV agrees with another on these, and UTF-8 has no halves of characters.
  const text = value.replaceAll("\0", "\\x00").replaceAll(/\p{Surrogate}/gu, loneSurrogate);
  const guarded = startsFormula.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

/** A spreadsheet would run such a text as a formula; https://owasp.org/www-community/attacks/CSV_Injection says which, and to put an apostrophe before it. */
const startsFormula = /^[=+\-@\t\r\n＝＋－＠]/;

const loneSurrogate = (half: string): string => `\\u${half.charCodeAt(0).toString(16)}`;
