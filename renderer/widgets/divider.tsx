/** The line between two panels: dragged, moved with the arrow keys, and collapsed with a double click or Enter. */
import type { KeyboardEvent, PointerEvent, ReactElement } from "react";
import "./divider.css";

export interface DividerProps {
  readonly label: string;
  /** Id of the panel it sizes. */
  readonly controls: string;
  /** `column` stands between columns and moves sideways. */
  readonly between: "column" | "row";
  /** Where the sized panel lies; growing means moving away from it. */
  readonly side: "start" | "end";
  /** 0: collapsed. */
  readonly size: number;
  readonly least: number;
  readonly most: number;
  onResize(size: number): void;
  onToggle(): void;
}

const step = 16;
const bigStep = 64;

export function Divider(props: DividerProps): ReactElement {
  const { between, side, size, least, most } = props;
  const along = (event: PointerEvent): number =>
    between === "column" ? event.clientX : event.clientY;
  const resize = (wanted: number): void => {
    if (size > 0) props.onResize(Math.round(Math.min(most, Math.max(least, wanted))));
  };
  const drag = (event: PointerEvent<HTMLDivElement>): void => {
    const { startSize, startPlace } = event.currentTarget.dataset;
    if (startSize === undefined || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const by = along(event) - Number(startPlace);
    resize(Number(startSize) + (side === "start" ? by : -by));
  };
  const press = (event: KeyboardEvent): void => {
    const by = (event.shiftKey ? bigStep : step) * arrowDirection(event.key, between);
    if (event.key === "Enter") props.onToggle();
    else if (event.key === "Home") resize(least);
    else if (event.key === "End") resize(most);
    else if (by === 0) return;
    else resize(size + (side === "start" ? by : -by));
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      className={`divider between-${between}`}
      role="separator"
      tabIndex={0}
      aria-label={props.label}
      aria-controls={props.controls}
      aria-orientation={between === "column" ? "vertical" : "horizontal"}
      aria-valuemin={0}
      aria-valuemax={Math.round(most)}
      aria-valuenow={size}
      aria-valuetext={size === 0 ? "collapsed" : `${size} pixels`}
      onKeyDown={press}
      onDoubleClick={props.onToggle}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        event.currentTarget.dataset["startSize"] = String(size);
        event.currentTarget.dataset["startPlace"] = String(along(event));
      }}
      onPointerMove={drag}
    />
  );
}

function arrowDirection(key: string, between: DividerProps["between"]): -1 | 0 | 1 {
  if (key === (between === "column" ? "ArrowLeft" : "ArrowUp")) return -1;
  return key === (between === "column" ? "ArrowRight" : "ArrowDown") ? 1 : 0;
}
