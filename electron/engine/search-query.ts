/** Reads a search: plain words, `type:Session`, `refs>10`, `size>1mb`, `is:unreachable`, `from:step3`, `#12`, `@Session`. */

export interface SearchQuery {
  /** Each must be found in a name, key or type; lower case. */
  readonly words: readonly string[];
  readonly filters: readonly SearchFilter[];
  readonly problems: readonly string[];
}

export type SearchFilter =
  | { readonly kind: "type"; readonly text: string }
  | { readonly kind: "refs" | "size"; readonly compare: Comparison; readonly value: number }
  | { readonly kind: "is"; readonly what: SearchState }
  | { readonly kind: "from"; readonly step: number }
  | { readonly kind: "id"; readonly id: string };

export type Comparison = "<" | ">" | "=" | "<=" | ">=";
export type SearchState = (typeof STATES)[number];

const STATES = ["unreachable", "freed", "new", "cycle"] as const;
const UNITS: Readonly<Record<string, number>> = {
  "": 1,
  b: 1,
  kb: 1024,
  mb: 1024 * 1024,
  gb: 1024 * 1024 * 1024,
};

export function readQuery(text: string): SearchQuery {
  const words: string[] = [];
  const filters: SearchFilter[] = [];
  const problems: string[] = [];
  for (const part of text.split(/\s+/).filter((word) => word !== "")) {
    const read = readPart(part);
    if (typeof read === "string") problems.push(read);
    else if (read === undefined) words.push(part.toLowerCase());
    else filters.push(read);
  }
  return { words, filters, problems };
}

/** A filter, what is wrong with it, or undefined for a plain word. */
function readPart(part: string): SearchFilter | string | undefined {
  const [, numeric, compare, amount = ""] = /^(refs|size)(<=|>=|<|>|=|:)(.*)$/i.exec(part) ?? [];
  if (numeric !== undefined && compare !== undefined)
    return readNumber(part, numeric.toLowerCase(), { compare, amount });
  if (part.startsWith("@")) return readType(part, part.slice(1));
  if (part.startsWith("#")) return readId(part);
  const [, key, value = ""] = /^([a-z]+):(.*)$/i.exec(part) ?? [];
  switch (key?.toLowerCase()) {
    case undefined:
      return undefined;
    case "type":
      return readType(part, value);
    case "is":
      return readState(part, value.toLowerCase());
    case "from":
      return readStep(part, value);
    default:
      return `There is no filter “${key}:”. Filters are type:, is:, from:, refs> and size>.`;
  }
}

function readNumber(
  part: string,
  kind: string,
  { compare, amount }: { readonly compare: string; readonly amount: string },
): SearchFilter | string {
  const [, digits, unit = ""] = /^(\d+(?:\.\d+)?)([a-z]*)$/i.exec(amount) ?? [];
  const isSize = kind === "size";
  const factor = UNITS[unit.toLowerCase()];
  if (digits === undefined || factor === undefined || (!isSize && unit !== ""))
    return isSize
      ? `“${part}” says no size. Write a number with b, kb, mb or gb, such as size>1mb.`
      : `“${part}” says no number of references. Write one such as refs>10.`;
  const value = Number(digits) * factor;
  return { kind: isSize ? "size" : "refs", compare: comparisonOf(compare), value };
}

function comparisonOf(text: string): Comparison {
  switch (text) {
    case "<":
    case ">":
    case "<=":
    case ">=":
      return text;
    default:
      return "=";
  }
}

function readType(part: string, text: string): SearchFilter | string {
  return text === ""
    ? `“${part}” names no type. Write one such as type:Session.`
    : { kind: "type", text: text.toLowerCase() };
}

function readState(part: string, value: string): SearchFilter | string {
  const what = STATES.find((state) => state === value);
  return what === undefined
    ? `“${part}” is no state. Write is:unreachable, is:freed, is:new or is:cycle.`
    : { kind: "is", what };
}

function readStep(part: string, value: string): SearchFilter | string {
  const step = /^(?:step)?(\d+)$/i.exec(value)?.[1];
  return step === undefined
    ? `“${part}” names no step. Write one such as from:step3.`
    : { kind: "from", step: Number(step) };
}

function readId(part: string): SearchFilter | string {
  const id = /^#(o?\d+|0x[0-9a-f]+)$/i.exec(part)?.[1];
  return id === undefined
    ? `“${part}” is no id. Write one as the inspector shows it, such as #0x7f3a.`
    : { kind: "id", id: id.toLowerCase() };
}
