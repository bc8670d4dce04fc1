/** Reads the ids of drawn objects back. */
import { serial, type Serial } from "../contract/ids";

/** `o12` -> 12; undefined for what is no recorded object. */
export function serialOfId(id: string): Serial | undefined {
  return /^o\d+$/.test(id) ? serial(Number(id.slice(1))) : undefined;
}
