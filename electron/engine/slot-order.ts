/** The collector visits lists and tuples from their end; a person reads them from their start. */
import type { NodeIndex } from "../contract/ids";
import type { Slot } from "./folding";
import type { HeapSnapshot } from "./heap-snapshot";
import { kindOf } from "./node-naming";

export function inReadingOrder(
  snapshot: HeapSnapshot,
  node: NodeIndex,
  slots: readonly Slot[],
): readonly Slot[] {
  const indexed = slots.some(({ label }) => indexIn(label) > 0);
  if (!indexed || kindOf(snapshot, node) === "dict") return slots;
  return slots.toSorted((a, b) => indexIn(a.label) - indexIn(b.label));
}

/** `[12]` -> 12; -1 for any other label. */
export function indexIn(label: string): number {
  if (!label.startsWith("[")) return -1;
  const index = /^\[(\d+)\]$/.exec(label)?.[1];
  return index === undefined ? -1 : Number(index);
}
