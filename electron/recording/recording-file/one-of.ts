/** A word or number of a closed set, from a file that may say anything. */
import { DamagedPart } from "./arrow-batch";

export function oneOf<const Known extends string | number>(
  known: readonly Known[],
  value: string | number,
): Known {
  const found = known.find((one) => one === value);
  if (found === undefined) throw new DamagedPart(`${value} is none of ${known.join()}`);
  return found;
}
