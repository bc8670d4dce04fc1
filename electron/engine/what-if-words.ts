/** A what-if in sentences. */
import type { WhatIf, WhatIfObject } from "../contract/what-if";
import { byteSize, counted, listed } from "./node-naming";

const KEYS_SPELLED = 4;

export function summarizeCuts({
  freed,
  waiting,
  stays,
  unknown,
}: Pick<WhatIf, "freed" | "waiting" | "stays" | "unknown">): readonly string[] {
  const finalizers = [...freed, ...waiting].filter(({ hasFinalizer }) => hasFinalizer);
  return [
    freed.length === 0
      ? "Nothing would be freed at once."
      : `${amount(freed)} would be freed at once: ${keys(freed)}.`,
    ...(waiting.length === 0
      ? []
      : [
          `${amount(waiting)} would be unreachable, but stay in memory until the collector comes: ${keys(waiting)}.`,
        ]),
    ...stays.map(({ key, why }) => `${key} stays. ${why}`),
    ...(finalizers.length === 0
      ? []
      : [
          `${listed(
            finalizers.slice(0, KEYS_SPELLED).map(({ key }) => `${key}.__del__`),
            "and",
          )}${finalizers.length > KEYS_SPELLED ? " and others" : ""} would run first; what ${finalizers.length === 1 ? "it does" : "they do"} is not worked out.`,
        ]),
    ...(unknown.length === 0
      ? []
      : [`${counted(unknown.length, "cut")} had no effect: there is no such reference now.`]),
  ];
}

function amount(objects: readonly WhatIfObject[]): string {
  const size = objects.reduce((sum, object) => sum + object.size, 0);
  return `${counted(objects.length, "object")} (${byteSize(size)})`;
}

function keys(objects: readonly WhatIfObject[]): string {
  const spelled = objects.slice(0, KEYS_SPELLED).map(({ key }) => key);
  const more = objects.length - spelled.length;
  return listed(more > 0 ? [...spelled, `${more} more`] : spelled, "and");
}
