/** The cells of a notebook on the timeline: a fine line where each begins, with its name. */
import { useMemo, type ReactElement } from "react";
import { cellPlaces } from "./cell-places";
import type { TimelineScale } from "./timeline-scale";

interface CellMarksProps {
  readonly scale: TimelineScale;
  readonly top: number;
  /** Of the step track. */
  readonly y: number;
}

export function CellMarks({ scale, top, y }: CellMarksProps): ReactElement {
  const places = useMemo(() => cellPlaces(scale), [scale]);
  return (
    <g data-testid="cell-marks">
      {places.map(({ x }) => (
        <line key={x} x1={x} x2={x} y1={top} y2={y} stroke="var(--line)" strokeWidth="1" />
      ))}
      {places.map(({ x, name }) =>
        name === "" ? null : (
          <text key={x} x={x + 5} y={y - 9} className="cell-label">
            {name}
          </text>
        ),
      )}
    </g>
  );
}
