/** Values of a parsed JSON text that may say anything; each throws `DamagedPart` where it is not what it should be. */
import { DamagedPart } from "./arrow-batch";

export type Json = Readonly<Record<string, unknown>>;

const LONGEST_SHOWN = 4096;
/** Line breaks, control characters, and those that turn the direction of what follows. */
const UNSHOWABLE = /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** A name or path that is shown in a line of its own. */
export function shownIn(content: Json, name: string): string {
  return textOf(content[name]).slice(0, LONGEST_SHOWN).replaceAll(UNSHOWABLE, "\u{FFFD}");
}
export function jsonIn(content: Json, name: string): Json {
  const value = content[name];
  if (!isJson(value)) throw new DamagedPart(name);
  return value;
}

export function listIn(content: Json, name: string): readonly unknown[] {
  const value = content[name];
  if (!Array.isArray(value)) throw new DamagedPart(name);
  return value;
}

export function countIn(content: Json, name: string): number {
  return countOf(content[name]);
}

export function countOf(value: unknown): number {
  if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 0)
    throw new DamagedPart("a count");
  return value;
}

export function numberOf(value: unknown): number {
  if (typeof value !== "number" || !Number.isFinite(value)) throw new DamagedPart("a number");
  return value;
}

export function textOf(value: unknown): string {
  if (typeof value !== "string") throw new DamagedPart("a text");
  return value;
}

export function isJson(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
