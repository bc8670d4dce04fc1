/** Where collections ran, over the chart, and who asked for them. */
import { memo, useMemo, type NamedExoticComponent, type ReactElement } from "react";
import { type CollectionPlace, collectionMarks, markWords } from "./collection-places";
import type { TimelineScale } from "./timeline-scale";

interface CollectionMarksProps {
  readonly collections: readonly CollectionPlace[];
  readonly scale: TimelineScale;
  readonly y: number;
}

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
              {markWords({ word, count })}
            </text>
          </g>
        ))}
      </g>
    );
  },
);
