/** Where collections ran, over the chart, and who asked for them; one mark where several would touch. */
import { memo, useMemo, type NamedExoticComponent, type ReactElement } from "react";
import type { EntryIndex } from "../../electron/contract/ids";
import type { CollectionSummary } from "../../electron/contract/object-detail";
import { isSeen, slotOfEntry, slotX, type TimelineScale } from "./timeline-scale";

export type CollectionPlace = Pick<CollectionSummary, "entry" | "trigger" | "freed">;

interface CollectionMarksProps {
  readonly collections: readonly CollectionPlace[];
  readonly scale: TimelineScale;
  readonly y: number;
}

interface Mark {
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

export const CollectionMarks: NamedExoticComponent<CollectionMarksProps> = memo(
  function CollectionMarks({ collections, scale, y }: CollectionMarksProps): ReactElement {
    const marks = useMemo(() => collectionMarks(collections, scale), [collections, scale]);
    return (
      <g className="collection-marks" data-testid="collection-marks">
        {marks.map(({ entry, x, word, count }) => (
          <g key={entry}>
            <path d={`M${x - 3.5} ${y - 3}h7l-3.5 5z`} />
            <text
              x={x > scale.seen.to - 10 ? x - 7 : x + 7}
              y={y + 2}
              textAnchor={x > scale.seen.to - 10 ? "end" : "start"}
            >
              {count === 1 ? word : `${word} ×${count}`}
            </text>
          </g>
        ))}
      </g>
    );
  },
);

/** Those that are seen, thinned so that no two touch. */
export function collectionMarks(
  collections: readonly CollectionPlace[],
  scale: TimelineScale,
): readonly Mark[] {
  const marks: Mark[] = [];
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
