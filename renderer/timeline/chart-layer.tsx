/** The memory chart behind the playhead; drawn anew only when steps arrive or the size changes. */
import { memo, useMemo, type NamedExoticComponent } from "react";
import { memoryChart } from "./memory-chart";
import { axisTicks, axisTop, greatestCount, type TimelineScale } from "./timeline-scale";

interface ChartLayerProps {
  readonly scale: TimelineScale;
  readonly top: number;
  readonly base: number;
  readonly small: boolean;
}

export const ChartLayer: NamedExoticComponent<ChartLayerProps> = memo(function ChartLayer(
  props: ChartLayerProps,
) {
  const { scale, top, base, small } = props;
  const highest = useMemo(() => axisTop(greatestCount(scale.slots)), [scale]);
  const y = (count: number): number => base - (count / highest) * (base - top);
  const chart = memoryChart(scale, y);
  const start = scale.seen.from - 14;
  const end = scale.seen.to + 18;
  return (
    <g>
      {axisTicks(highest, base - top < 34 ? 1 : small ? 2 : 4).map((count) => (
        <g key={count}>
          <line x1={start} x2={end} y1={y(count)} y2={y(count)} stroke="var(--line2)" />
          <text x={start - 6} y={y(count) + 3.5} className="axis">
            {count.toLocaleString("en-US")}
          </text>
        </g>
      ))}
      <g clipPath="url(#timeline-seen)">
        <path d={chart.garbage} fill="url(#hatch)" />
        <path d={chart.inMemory} className="in-memory" />
        <path d={chart.reachable} className="reachable" transform="translate(0 2.2)" />
        {chart.label === undefined || small ? null : (
          <text x={chart.label.x} y={chart.label.y} className="garbage-label">
            garbage
          </text>
        )}
      </g>
    </g>
  );
});
