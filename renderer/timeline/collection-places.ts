/** Where the marks of collections stand on the axis, one where several would touch, and what each says. Pure. */
import type { EntryIndex } from "../../electron/contract/ids";
import type { CollectionSummary } from "../../electron/contract/object-detail";
import { isSeen, slotOfEntry, slotX, type TimelineScale } from "./timeline-scale";

export type CollectionPlace = Pick<CollectionSummary, "entry" | "trigger" | "freed">;

export interface CollectionMark {
  readonly entry: EntryIndex;
  readonly x: number;
  readonly word: string;
  readonly count: number;
}

/** Pixels that a mark and its word take. */
const room = 34;
const words: Readonly<Record<CollectionPlace["trigger"], string>> = {
  explicit: "gc",
  automatic: "auto",
  person: "you",
};

/** Those that are seen, thinned so that no two touch. */
export function collectionMarks(
  collections: readonly CollectionPlace[],
  scale: TimelineScale,
): readonly CollectionMark[] {
  const marks: CollectionMark[] = [];
  for (const { entry, trigger } of collections) {
    const x = Math.round(slotX(scale, slotOfEntry(scale.slots, entry)));
    if (!isSeen(scale, x)) continue;
    const last = marks.at(-1);
    if (last !== undefined && x - last.x < room)
      marks[marks.length - 1] = { ...last, count: last.count + 1 };
    else marks.push({ entry, x, word: words[trigger], count: 1 });
  }
  return marks;
}

/** `gc`, `auto ×3`. */
export function markWords({ word, count }: Pick<CollectionMark, "word" | "count">): string {
  return count === 1 ? word : `${word} ×${count}`;
}
